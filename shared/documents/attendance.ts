import { findById } from '../framework/tree.ts';
import type { ResultFacts } from './facts.ts';
import { type Language, say } from './words.ts';

const lines = {
  rounds: {
    zh: '评分 {n} 轮：{again}；各项以最后一次评分为准。',
    en: 'Rounds: {n}; {again}. The last scores of an indicator count.',
  },
  again: { zh: '第 {round} 轮重评 {leaves}', en: 'round {round} again on {leaves}' },
  differs: { zh: 'n 不同的指标：{leaves}。', en: 'Another n applies to: {leaves}.' },
  withN: { zh: '{name}（n＝{n}）', en: '{name} (n = {n})' },
  recused: { zh: '回避（不计入 n）：{people}。', en: 'Recused (not in n): {people}.' },
  recusal: { zh: '{name}（{what}：{reason}）', en: '{name} ({what}: {reason})' },
  whole: { zh: '整个项目', en: 'the whole project' },
  lifted: { zh: '回避登记有误、已撤销：{people}。', en: 'Recusals lifted as mistakes: {people}.' },
  absent: { zh: '未交卷：{people}。', en: 'Not handed in: {people}.' },
  inRound: { zh: '{name}（第 {round} 轮）', en: '{name} (round {round})' },
  keyedIn: { zh: '纸质评分表：{cards}。', en: 'Cards on paper: {cards}.' },
  keyedInBy: {
    zh: '{name}（第 {round} 轮）代录，由{by}核对',
    en: '{name} (round {round}) keyed in, confirmed by {by}',
  },
};

/**
 * Who took part in what, as far as it is not all of the experts in one round: a line for each
 * paragraph. A reader without names is told the numbers.
 */
export function attendanceNotes(facts: ResultFacts, language: Language): string[] {
  const { setup, rounds, attendance, bases, cards } = facts;
  const [comma, semicolon] = language === 'zh' ? ['、', '；'] : [', ', '; '];
  const line = (key: keyof typeof lines, values: Record<string, string | number> = {}) =>
    say(lines[key], language, values);
  const nameOf = (leaf: string) => findById(setup.framework, leaf)?.name ?? leaf;
  const named = (leaves: readonly string[]) => leaves.map(nameOf).join(comma);

  const again = rounds.slice(1).map(({ number, leaves }) => {
    return line('again', { round: number, leaves: named(leaves) });
  });
  const others = Object.entries(bases).filter(([, basis]) => basis.cards !== cards);
  const differs = others.map(([leaf, { cards: n }]) => line('withN', { name: nameOf(leaf), n }));
  const recusals = (attendance?.recusals ?? []).map(({ name, leaves, reason }) =>
    line('recusal', { name, reason, what: leaves === null ? line('whole') : named(leaves) }),
  );
  const lifted = (attendance?.lifted ?? []).map(({ name, leaves, lift: { reason } }) =>
    line('recusal', { name, reason, what: leaves === null ? line('whole') : named(leaves) }),
  );
  const absent = (attendance?.absent ?? []).map(({ name, round }) =>
    rounds.length > 1 ? line('inRound', { name, round }) : name,
  );
  const keyedIn = (attendance?.keyedIn ?? []).map((card) => line('keyedInBy', { ...card }));
  return [
    again.length > 0 && line('rounds', { n: rounds.length, again: again.join(semicolon) }),
    recusals.length > 0 && line('recused', { people: recusals.join(semicolon) }),
    lifted.length > 0 && line('lifted', { people: lifted.join(semicolon) }),
    absent.length > 0 && line('absent', { people: absent.join(comma) }),
    keyedIn.length > 0 && line('keyedIn', { cards: keyedIn.join(semicolon) }),
    differs.length > 0 && line('differs', { leaves: differs.join(comma) }),
  ].filter((text) => text !== false);
}
