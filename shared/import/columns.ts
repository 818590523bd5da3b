import { MAX_LEVELS } from '../framework/terms.ts';
import { headWord, levelOf, type HeadWord, type Ignored, type Role } from './roles.ts';

/** A column of the table, with what it is taken for. */
export interface Column {
  /** From 0. */
  index: number;
  /** The words above it, by lines where several stand above each other; '' where there are none. */
  heading: string;
  role: Role;
  /** With role `ignored`; null where a person chose so. */
  why: Ignored | null;
}

/** The roles of columns by their headings. `self`: the sheet is a self-assessment by its own words. */
export function rolesOf(
  headings: readonly string[],
  hidden: ReadonlySet<number>,
  self: boolean,
): Column[] {
  const words = headings.map((heading, index) => (hidden.has(index) ? null : headWord(heading)));
  const levels = numberLevels(words);
  const taken = new Set<Role>();
  const take = (role: Role): { role: Role; why: Ignored | null } => {
    if (role === 'ignored' || taken.has(role)) return { role: 'ignored', why: 'second' };
    taken.add(role);
    return { role, why: null };
  };
  const hasOwnScore = words.includes('selfScore');
  const described = words.includes('criteria');
  const explained = words.includes('explanation');
  const amounts = words.filter((word) => word === 'amount').length;

  return headings.map((heading, index): Column => {
    const word = words[index] ?? null;
    const column = { index, heading };
    const level = levels.get(index);
    if (hidden.has(index)) return { ...column, role: 'ignored', why: 'hidden' };
    if (level !== undefined) return { ...column, ...take(`level${level}` as Role) };
    if (word === null || word === 'name') return { ...column, role: 'ignored', why: 'unknown' };
    if (word === 'serial') return { ...column, role: 'ignored', why: 'serial' };
    if (word === 'amount') return { ...column, ...take(amountRole(index, levels, amounts)) };
    // "指标解释" and "指标说明" side by side: the second one says what is judged.
    if (word === 'description' && !described && (explained || taken.has('explanation')))
      return { ...column, ...take('criteria') };
    if (word === 'description') return { ...column, ...take('explanation') };
    if (self && !hasOwnScore && word === 'score') return { ...column, ...take('selfScore') };
    if (self && word === 'why') return { ...column, ...take('selfReason') };
    if (word === 'score' || word === 'why' || word === 'result')
      return { ...column, role: 'ignored', why: 'result' };
    return { ...column, ...take(word) };
  });
}

/** Levels by column: as the headings number them, without gaps; unnumbered ones from left to right. */
function numberLevels(words: readonly HeadWord[]): Map<number, number> {
  const numbered = new Map<number, number>();
  words.forEach((word, index) => {
    const level = word && levelOf(word as Role);
    if (level && ![...numbered.values()].includes(level)) numbered.set(index, level);
  });
  const present = [...new Set(numbered.values())].sort((a, b) => a - b);
  const levels = new Map(
    [...numbered].map(([index, level]) => [index, present.indexOf(level) + 1]),
  );
  const last = Math.max(-1, ...levels.keys());
  words.forEach((word, index) => {
    const beside = numbered.size === 0 || index === last + 1;
    if (word === 'name' && beside && levels.size < MAX_LEVELS) levels.set(index, levels.size + 1);
  });
  return levels;
}

/**
 * Points right of a level's names are that level's, where several levels have theirs; the only
 * column of points is the leaves'.
 */
function amountRole(index: number, levels: ReadonlyMap<number, number>, amounts: number): Role {
  const level = levels.get(index - 1);
  const deepest = Math.max(0, ...levels.values());
  return level === undefined || (amounts === 1 && level === deepest)
    ? 'points'
    : (`weight${level}` as Role);
}
