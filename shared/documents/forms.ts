import { leavesOf } from '../framework/tree.ts';
import type { Setup } from '../panel/terms.ts';
import type { RecusalView } from '../views/people-terms.ts';
import type { Paper } from '../views/terms.ts';
import { tableOf } from './blocks.ts';
import { type Document, documentOfTables, type Running } from './document.ts';
import { CARD_TITLE, scorecardTable } from './expert-card.ts';
import { PLEDGE_TITLE, pledgeBlocks } from './pledge.ts';
import { type HeaderFact, projectFacts } from './project.ts';
import { panelLine } from './running.ts';
import { signInTable } from './sign-in.ts';
import { type Language, say, words } from './words.ts';

const W = {
  form: { zh: '空白评分表', en: 'Empty scorecard' },
  attendance: { zh: '签到表', en: 'Attendance' },
  pledge: { zh: '承诺与回避', en: 'Pledge' },
  room: { zh: '＿＿＿＿＿＿＿＿', en: '________________' },
  place: { zh: '会议时间、地点', en: 'Time and place' },
  scan: {
    zh: '{code}\n秘书扫码打开本评审会，代录这份评分表。',
    en: '{code}\nThe secretary scans this to open the panel and key in this card.',
  },
};

/**
 * What is printed before there is a result, from the paper alone: an empty scorecard, the sheet to
 * sign in, the pledge. `address`: where the panel is, for the code on the scorecard. None for a seat
 * whose paper holds no people, no scorecard where it holds no framework yet.
 */
export function formsOf({ setup, panel }: Paper, language: Language, address: string): Document[] {
  if (setup.experts.length === 0) return [];
  const code = panelLine(panel, language);
  const others = [signInDocument(setup, code, language), pledgeDocument(setup, [], code, language)];
  if (leavesOf(setup.framework).length === 0) return others;
  const table = scorecardTable(setup, null, language);
  const form: Document = {
    ...{ id: 'form', name: W.form[language], title: CARD_TITLE[language], paper: table.paper },
    facts: [...projectFacts(setup, language), blank(words.expert, language)],
    running: unsealed(code),
    blocks: [
      tableOf(table),
      { kind: 'qr', text: address, caption: say(W.scan, language, { code }) },
    ],
  };
  return [form, ...others];
}

/** 签到表. `code` runs at the foot of its pages. */
export function signInDocument(setup: Setup, code: string, language: Language): Document {
  return documentOfTables([signInTable(setup, language)], {
    ...{ id: 'attendance', name: W.attendance[language], running: unsealed(code) },
    facts: [...projectFacts(setup, language), blank(W.place, language)],
  });
}

/** 承诺与回避, with the recusals on record. */
export function pledgeDocument(
  setup: Setup,
  recusals: readonly RecusalView[],
  code: string,
  language: Language,
): Document {
  return {
    ...{ id: 'pledge', name: W.pledge[language], title: PLEDGE_TITLE[language] },
    ...{ paper: 'portrait', facts: projectFacts(setup, language), running: unsealed(code) },
    blocks: pledgeBlocks(setup, recusals, language),
  };
}

/** What is signed by hand is no draft of a result, and has no scores in it that were made up. */
const unsealed = (code: string): Running => ({ draft: '', caution: '', code });

const blank = (label: Record<Language, string>, language: Language): HeaderFact => ({
  label: label[language],
  value: W.room[language],
});
