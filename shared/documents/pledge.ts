import { findById } from '../framework/tree.ts';
import type { Setup } from '../panel/terms.ts';
import type { RecusalView } from '../views/people-terms.ts';
import { heading, paragraph, tableOf } from './blocks.ts';
import type { Block } from './document.ts';
import { headingNumber } from './numbering.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, say, words } from './words.ts';

export const PLEDGE_TITLE = {
  zh: '评审专家承诺与回避声明',
  en: 'Pledge and Recusal of the Experts',
};

const W = {
  pledge: { zh: '承诺', en: 'Pledge' },
  declared: { zh: '回避声明', en: 'Declaration' },
  lead: {
    zh: '作为{project}绩效评价的评审专家，我们承诺：',
    en: 'As experts on {project} we pledge:',
  },
  ask: {
    zh: '请各位专家在下表写明是否与项目、主管部门或实施单位有应当回避的关系，并签字。',
    en: 'Please state below whether you have ties to the project, the department or the unit that call for recusal, and sign.',
  },
  ties: { zh: '有无应回避情形', en: 'Ties' },
  choice: { zh: '□ 无　□ 有', en: '□ none  □ yes' },
  recusal: { zh: '回避事项与理由', en: 'Recused from, and why' },
  whole: { zh: '整个项目', en: 'The whole project' },
  stated: { zh: '{what}：{reason}', en: '{what}: {reason}' },
  date: { zh: '日期', en: 'Date' },
};

/** A line of its own height, so that there is room to write. */
const PAD = '\u00a0';

const POINTS: Record<Language, string>[] = [
  {
    zh: '依据评分标准和佐证材料独立评分，不受他人影响，也不影响他人。',
    en: 'to score independently, by the criteria and the evidence;',
  },
  {
    zh: '评分公布之前不打听、不透露任何人的评分。',
    en: 'neither to ask for nor to tell anybody’s scores before the reveal;',
  },
  {
    zh: '对扣分写明理由，对自己的评分负责。',
    en: 'to give the reason of each deduction and to answer for our scores;',
  },
  {
    zh: '对评审中知悉的资料和讨论内容保密。',
    en: 'to keep confidential what we learn in the panel;',
  },
  {
    zh: '与项目单位有利害关系、可能影响公正评价的，主动说明并回避。',
    en: 'to declare ties that might affect our judgement, and to recuse ourselves.',
  },
];

/** 承诺与回避: to be signed by hand. `recusals`: those on record, printed where they belong. */
export function pledgeBlocks(
  setup: Setup,
  recusals: readonly RecusalView[],
  language: Language,
): Block[] {
  const table = { ...declarations(setup, recusals, language), title: PLEDGE_TITLE[language] };
  const title = (n: number, text: Record<Language, string>) =>
    heading(1, `${headingNumber(1, n, language)}${text[language]}`);
  return [
    title(1, W.pledge),
    paragraph(say(W.lead, language, { project: setup.project.name })),
    ...POINTS.map((point, at) => paragraph(`${at + 1}. ${point[language]}`)),
    title(2, W.declared),
    paragraph(W.ask[language]),
    tableOf(table),
  ];
}

function declarations(
  { experts, framework }: Setup,
  recusals: readonly RecusalView[],
  language: Language,
): Table {
  const comma = language === 'zh' ? '、' : ', ';
  const told = ({ leaves, reason }: RecusalView) => {
    const names = leaves?.map((leaf) => findById(framework, leaf)?.name ?? leaf);
    return say(W.stated, language, { what: names?.join(comma) ?? W.whole[language], reason });
  };
  const heads = [words.person, W.ties, W.recusal, words.signature, W.date];
  return {
    title: W.declared[language],
    paper: 'portrait',
    widths: [28, 34, 60, 32, 26],
    head: headOf(heads.map((text) => text[language])),
    body: experts.map(({ seat, name }) => {
      const own = recusals.filter((each) => each.seat === seat);
      return [
        cell('leaf', name),
        cell('word', `${PAD}\n${own.length > 0 ? PAD : W.choice[language]}\n${PAD}`),
        cell('text', own.map(told).join('\n')),
        ...[cell('word', ''), cell('word', '')],
      ];
    }),
    foot: [],
  };
}
