import { formatPoints } from '../framework/points.ts';
import { initialSetup } from '../panel/setup.ts';
import type { SharedSection } from '../panel/terms.ts';
import { evolveSitting } from '../sitting/evolve.ts';
import type { RankingRow, SittingEntry, SittingFact } from '../sitting/facts.ts';
import type { SittingState } from '../sitting/state.ts';
import { narratorFor } from './narrator.ts';
import { recordTable, type Sentence } from './sentences.ts';
import type { Table } from './table.ts';
import { type Language, words } from './words.ts';

/** The exported log of a sitting. */
export interface SittingLogJson {
  sitting: string;
  records: { entry: SittingEntry; hash: string }[];
}

type Both = readonly [zh: string, en: string];

const SECTIONS: Record<SharedSection, Both> = {
  experts: ['专家名单', 'experts'],
  chair: ['组长', 'chair'],
  rules: ['规则', 'rules'],
};

/**
 * A sitting's log as sentences, in its order. Typing in one part of its setup makes many entries,
 * which are told once while nothing else comes between.
 */
export function sittingSentences(entries: readonly SittingEntry[]): Sentence[] {
  const last = entries.reduce<SittingState | null>(evolveSitting, null);
  if (!last) return [];
  const setup = { ...initialSetup({ title: '', indicators: [] }), ...last.setup };
  const narrator = narratorFor(setup);
  const names = namesOf(entries);
  return entries.flatMap(({ position, at, actor, fact }, index): Sentence[] => {
    if (editKey(fact) !== null && editKey(entries[index + 1]?.fact) === editKey(fact)) return [];
    let from = index;
    while (editKey(fact) !== null && editKey(entries[from - 1]?.fact) === editKey(fact)) from -= 1;
    const [zh, en] = told(fact, names);
    const about = 'seat' in fact && fact.type === 'link-voided' ? [fact.seat] : [];
    const [whom, whomEn] = [narrator.seats(about, 'zh'), narrator.seats(about, 'en')];
    return [
      {
        zh: `${narrator.office(actor, 'zh')} ${zh}${whom && ` ${whom} 的邀请链接`}`,
        en: `${narrator.office(actor, 'en')} ${en}${whomEn && ` ${whomEn}`}`,
        ...{ from: entries[from]!.position, to: position, at },
        ...{ seats: [actor, ...about], leaves: [], quote: '' },
      },
    ];
  });
}

/** The record as a table to print. */
export function sittingRecordTable(sentences: readonly Sentence[], language: Language): Table {
  return { ...recordTable(sentences, language), title: words.sittingRecordTitle[language] };
}

function told(fact: SittingFact, names: ReadonlyMap<string, string>): Both {
  const name = (panel: string) => names.get(panel) || panel;
  switch (fact.type) {
    case 'sitting-opened':
      return ['建立会议', 'opened the meeting'];
    case 'title-changed':
      return [`将会议名称改为“${fact.title}”`, `changed the title to “${fact.title}”`];
    case 'setup-changed': {
      const [zh, en] = SECTIONS[fact.section];
      return [`修改${zh}`, `changed the ${en}`];
    }
    case 'ranking-wanted':
      return fact.wanted
        ? ['决定会议结束时排名', 'decided on a ranking at the end']
        : ['取消排名', 'decided against a ranking'];
    case 'project-added':
      return [
        `添加项目 ${fact.name || '（未命名）'}`,
        `added a project: ${fact.name || 'unnamed'}`,
      ];
    case 'agenda-arranged': {
      const order = fact.agenda.map(name);
      return [
        `调整议程：${order.join('、') || '无项目'}`,
        `arranged the agenda: ${order.join(', ') || 'no project'}`,
      ];
    }
    case 'project-called':
      return [`转到项目 ${name(fact.panel)}`, `moved on to ${name(fact.panel)}`];
    case 'ranking-shown':
      return [
        `公布排名：${fact.rows.map(ranked('zh')).join('；') || '尚无结论'}`,
        `showed the ranking: ${fact.rows.map(ranked('en')).join('; ') || 'nothing concluded'}`,
      ];
    case 'ranking-hidden':
      return ['收起排名', 'hid the ranking'];
    case 'link-voided':
      return ['作废', 'voided the link of'];
    case 'seat-joined':
      return ['入席', 'joined'];
  }
}

const ranked =
  (language: Language) =>
  ({ rank, name, total, grade }: RankingRow): string =>
    language === 'zh'
      ? `第 ${rank} 名 ${name} ${formatPoints(total)}（${grade}）`
      : `${rank}. ${name} ${formatPoints(total)} (${grade})`;

/** Projects as they were last called: a project is added before it has a name. */
function namesOf(entries: readonly SittingEntry[]): Map<string, string> {
  const names = new Map<string, string>();
  for (const { fact } of entries) {
    if (fact.type === 'ranking-shown') for (const { panel, name } of fact.rows) set(panel, name);
    if (fact.type === 'project-added' || fact.type === 'project-called') set(fact.panel, fact.name);
  }
  function set(panel: string, name: string): void {
    if (name !== '') names.set(panel, name);
  }
  return names;
}

function editKey(fact: SittingFact | undefined): string | null {
  if (fact?.type === 'setup-changed') return fact.section;
  return fact?.type === 'title-changed' ? 'title' : null;
}
