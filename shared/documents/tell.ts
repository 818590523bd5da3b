import { formatPoints, type Points } from '../framework/points.ts';
import type { Fact } from '../panel/facts.ts';
import { leafIn } from '../panel/analysis.ts';
import { parseCard } from '../panel/seats.ts';
import { NOTES, type SeatId, type Section, SHEET } from '../panel/terms.ts';
import { tellPaper } from './tell-paper.ts';
import { type Narrator, spokenScore } from './narrator.ts';
import type { Language } from './words.ts';

/** What one fact says, without its place in the log. */
export interface Told {
  zh: string;
  en: string;
  /** Other seats than the actor's that it is about. */
  seats: SeatId[];
  leaves: string[];
  /** A reason or a dissent in its own words; '' without one. */
  quote: string;
}

type Of<T extends Fact['type']> = Extract<Fact, { type: T }>;
/** The same sentence in Chinese and in English. */
type Both = readonly [zh: string, en: string];
/** The policy's values as they stand, by leaf id. */
type Proposals = Readonly<Record<string, Points | null>>;

const SECTIONS: Record<Section, Record<Language, string>> = {
  project: { zh: '项目信息', en: 'project facts' },
  framework: { zh: '指标体系', en: 'framework' },
  selfAssessment: { zh: '自评得分', en: 'self-assessment' },
  evidence: { zh: '佐证材料', en: 'evidence' },
  experts: { zh: '专家名单', en: 'experts' },
  chair: { zh: '组长', en: 'chair' },
  rules: { zh: '规则', en: 'rules' },
};

/** A fact as sentences: one, or one for each decision of an act. `by` is the seat that acted. */
export function tell(fact: Fact, by: SeatId, narrator: Narrator, proposals: Proposals): Told[] {
  const one = (zh: string, en: string, about: Partial<Told> = {}): Told[] => [
    { zh, en, seats: [], leaves: [], quote: '', ...about },
  ];
  const [who, whoEn] = [narrator.seat(by, 'zh'), narrator.seat(by, 'en')];
  const [office, officeEn] = [narrator.office(by, 'zh'), narrator.office(by, 'en')];
  switch (fact.type) {
    case 'panel-created':
      return one(`${office} 建立评审会`, `${officeEn} created the panel`);
    case 'setup-changed': {
      const { zh, en } = SECTIONS[fact.section];
      return one(`${office} 修改${zh}`, `${officeEn} changed the ${en}`);
    }
    case 'link-voided': {
      const [zh, en] = [narrator.seat(fact.seat, 'zh'), narrator.seat(fact.seat, 'en')];
      const about = { seats: [fact.seat] };
      return one(`${office} 作废 ${zh} 的邀请链接`, `${officeEn} voided the link of ${en}`, about);
    }
    case 'seat-joined':
      return one(`${who} 入席`, `${whoEn} joined`);
    case 'round-opened':
      return one(...opened(fact, by, narrator), { leaves: fact.leaves ?? [] });
    case 'scores-changed':
      return one(...edited(fact, by, narrator), { leaves: fact.leaves, seats: ownerOf(fact) });
    case 'card-submitted':
      return parseCard(fact.card)?.paper
        ? one(...tellPaper('submitted', fact, by, narrator), { seats: [fact.seat] })
        : one(`${who} 交卷`, `${whoEn} handed in`);
    case 'card-reopened':
      return parseCard(fact.card)?.paper
        ? one(...tellPaper('reopened', fact, by, narrator), { seats: [fact.seat] })
        : one(`${who} 撤回评分表`, `${whoEn} took the scorecard back`);
    case 'paper-card-opened':
      return one(...tellPaper('opened', fact, by, narrator), { seats: [fact.seat] });
    case 'paper-card-dropped':
      return one(...tellPaper('dropped', fact, by, narrator), { seats: [fact.seat] });
    case 'paper-card-shown':
      return one(...tellPaper('shown', fact, by, narrator), { seats: [fact.seat] });
    case 'paper-card-confirmed':
      return one(...tellPaper('confirmed', fact, by, narrator), { seats: [fact.seat] });
    case 'expert-recused': {
      const { seat, leaves } = fact;
      const about = { seats: [seat], leaves: leaves ?? [], quote: fact.reason };
      const [zh, en] = [narrator.seat(seat, 'zh'), narrator.seat(seat, 'en')];
      return leaves === null
        ? one(
            `${office} 登记 ${zh} 回避本项目`,
            `${officeEn} recorded that ${en} is recused from the project`,
            about,
          )
        : one(
            `${office} 登记 ${zh} 回避 ${narrator.leaves(leaves, 'zh')}`,
            `${officeEn} recorded that ${en} is recused from ${narrator.leaves(leaves, 'en')}`,
            about,
          );
    }
    case 'recusal-lifted': {
      const { seat, leaves, cards } = fact;
      const about = { seats: [seat], leaves: leaves ?? [], quote: fact.reason };
      const again = cards.length > 0;
      const [zh, en] = [narrator.seat(seat, 'zh'), narrator.seat(seat, 'en')];
      const what = leaves === null ? '本项目' : ` ${narrator.leaves(leaves, 'zh')}`;
      const whatEn = leaves === null ? 'the project' : narrator.leaves(leaves, 'en');
      return one(
        `${office} 撤销 ${zh} 回避${what}的登记${again ? '，其评分表重新打开' : ''}`,
        `${officeEn} lifted the recusal of ${en} from ${whatEn}${again ? '; the card is open again' : ''}`,
        about,
      );
    }
    case 'revealed':
      return one(...revealed(fact, by, narrator), { seats: fact.without });
    case 'discussion-opened': {
      const [zh, en] = [narrator.leaves([fact.leaf], 'zh'), narrator.leaves([fact.leaf], 'en')];
      const about = { leaves: [fact.leaf] };
      return one(`${office} 提请讨论 ${zh}`, `${officeEn} put ${en} up for discussion`, about);
    }
    case 'stage-set':
      return by === 'projection'
        ? one('投屏端 切换黑屏', 'The projection went dark or light again')
        : one(`${office} 操作投屏`, `${officeEn} led the projection`);
    case 'indicators-decided':
      return fact.decisions.map(({ leaf, score, reason }) => {
        const name = narrator.leaves([leaf], 'zh');
        const proposed = proposals[leaf] ?? null;
        const value = proposed === null ? null : spokenScore(proposed);
        const zh = value === null ? '无合成值' : `合成 ${value}`;
        const en = value === null ? 'nothing proposed' : `proposed ${value}`;
        return {
          zh: `${office} 定分 ${name} ${spokenScore(score)}（${zh}）`,
          en: `${officeEn} decided ${name}: ${spokenScore(score)} (${en})`,
          ...{ seats: [], leaves: [leaf], quote: reason },
        };
      });
    case 'analysis-written':
      return one(...written(fact, by, narrator), { leaves: leafOf(fact) });
    case 'concluded':
      return one(
        `${office} 形成结论：${outcome(fact, 'zh')}`,
        `${officeEn} concluded: ${outcome(fact, 'en')}`,
      );
    case 'signed': {
      const dissents = fact.dissent !== '';
      const [act, actEn] = fact.ink ? ['手写签字', 'signed by hand'] : ['签字', 'signed'];
      return one(
        dissents ? `${who} ${act}，保留意见` : `${who} ${act}`,
        dissents ? `${whoEn} ${actEn} with a dissent` : `${whoEn} ${actEn}`,
        { quote: fact.dissent },
      );
    }
    case 'sealed': {
      const missing = fact.without.length > 0;
      const zh = missing ? `，未签字：${narrator.seats(fact.without, 'zh')}` : '';
      const en = missing ? `; not signed: ${narrator.seats(fact.without, 'en')}` : '';
      return one(
        `${office} 封存结果：${outcome(fact, 'zh')}${zh}`,
        `${officeEn} sealed the result: ${outcome(fact, 'en')}${en}`,
        { seats: fact.without },
      );
    }
    case 'reopening-requested':
      return one(`${office} 申请重新开启评审`, `${officeEn} asked to reopen the panel`, {
        quote: fact.reason,
      });
    case 'reopening-declined':
      return one(
        `${office} 未同意（或撤回）重新开启的申请，原结果不变`,
        `${officeEn} declined or withdrew the request to reopen; the result stands`,
      );
    case 'reopened':
      return one(
        `${office} 批准重新开启评审，第 ${fact.number} 次结果（${outcome(fact, 'zh')}）存档并作废`,
        `${officeEn} approved reopening; result ${fact.number} (${outcome(fact, 'en')}) is kept and superseded`,
      );
  }
}

/** Whose paper card was edited; of any other card its author is the one who acts. */
function ownerOf({ card }: Of<'scores-changed'>): SeatId[] {
  const name = parseCard(card);
  return name?.paper ? [name.seat] : [];
}

function opened({ round, leaves }: Of<'round-opened'>, by: SeatId, narrator: Narrator): Both {
  const zh = leaves ? `，重评 ${narrator.leaves(leaves, 'zh')}` : '';
  const en = leaves ? `, again on ${narrator.leaves(leaves, 'en')}` : '';
  return [
    `${narrator.office(by, 'zh')} 开启第 ${round} 轮评分${zh}`,
    `${narrator.office(by, 'en')} opened round ${round} of scoring${en}`,
  ];
}

/** The text of an edit is not in the log's entries, so the sentence only says where it was. */
function edited({ card, leaves }: Of<'scores-changed'>, by: SeatId, narrator: Narrator): Both {
  const [zh, en] = [narrator.leaves(leaves, 'zh'), narrator.leaves(leaves, 'en')];
  if (card === NOTES)
    return [
      `${narrator.office(by, 'zh')} 填写讨论记录：${zh}`,
      `${narrator.office(by, 'en')} took notes of the discussion: ${en}`,
    ];
  const name = parseCard(card);
  if (name?.paper) {
    const [toldZh, toldEn] = tellPaper('edited', name, by, narrator);
    return [`${toldZh}：${zh}`, `${toldEn}: ${en}`];
  }
  return card === SHEET
    ? [
        `${narrator.office(by, 'zh')} 修改小组意见表草稿：${zh}`,
        `${narrator.office(by, 'en')} edited the draft of the consensus sheet: ${en}`,
      ]
    : [
        `${narrator.seat(by, 'zh')} 填写评分表：${zh}`,
        `${narrator.seat(by, 'en')} filled in the scorecard: ${en}`,
      ];
}

const leafOf = ({ part }: Of<'analysis-written'>): string[] => {
  const leaf = leafIn(part);
  return leaf === null ? [] : [leaf];
};

const LISTS: Record<string, Both> = {
  problems: ['主要问题', 'the problems'],
  suggestions: ['意见建议', 'the suggestions'],
};

/** The words themselves are in the log and in the document; the sentence says whose and about what. */
function written(fact: Of<'analysis-written'>, by: SeatId, narrator: Narrator): Both {
  const leaf = leafOf(fact);
  const [zh, en] = LISTS[fact.part] ?? [
    narrator.leaves(leaf, 'zh'),
    `the paragraph of ${narrator.leaves(leaf, 'en')}`,
  ];
  const [office, officeEn] = [narrator.office(by, 'zh'), narrator.office(by, 'en')];
  return fact.text === null
    ? [
        `${office} 改回指标分析草稿：${zh}`,
        `${officeEn} took the draft of the analysis again: ${en}`,
      ]
    : [`${office} 改写指标分析：${zh}`, `${officeEn} wrote in the analysis: ${en}`];
}

function revealed({ round, without, cards }: Of<'revealed'>, by: SeatId, narrator: Narrator): Both {
  const n = Object.keys(cards).length;
  const missing = without.length > 0;
  const zh = missing ? `，未含 ${narrator.seats(without, 'zh')}` : '';
  const en = missing ? `, without ${narrator.seats(without, 'en')}` : '';
  return [
    `${narrator.office(by, 'zh')} 揭示第 ${round} 轮评分，共 ${n} 份评分表${zh}`,
    `${narrator.office(by, 'en')} revealed round ${round}: ${n} scorecards${en}`,
  ];
}

function outcome({ total, grade }: { total: Points; grade: string }, language: Language): string {
  const points = formatPoints(total);
  return language === 'zh' ? `总分 ${points}，等级 ${grade}` : `total ${points}, grade ${grade}`;
}
