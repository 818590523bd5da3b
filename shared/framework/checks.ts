import { checkRule, type RuleProblem } from '../rules/check-rule.ts';
import { MAX_POINTS, type Points } from './points.ts';
import { type Framework, type Indicator, MAX_LEAVES, MAX_LEVELS, TOTAL_POINTS } from './terms.ts';
import { derivedPoints, isLeaf, leavesOf, totalPoints, type Visit, walk } from './tree.ts';

/** Characters (UTF-16 units, as a schema counts them). */
export const MAX_NAME = 200;
export const MAX_CRITERIA = 4000;

const ID = /^[a-z0-9-]{1,24}$/;

/** What can be wrong; `actual` and `limit` of a finding are what the comment says, else null. */
export type FindingCode =
  /** Nothing to score. */
  | 'no-indicators'
  /** Hundredths of a point: what the leaves add up to; 100 points. */
  | 'total-off'
  /** Number of leaves; `MAX_LEAVES`. */
  | 'too-many-leaves'
  /** Level it is on; `MAX_LEVELS`. */
  | 'too-deep'
  /** Hundredths: what the level declares; what its leaves add up to. */
  | 'sum-off'
  | 'points-missing'
  /** Hundredths: what the leaf has (not over 0, not whole, or too many); `MAX_POINTS`. */
  | 'points-invalid'
  /** Hundredths: points that are no multiple of the step; the step. They can be given all the same. */
  | 'points-off-step'
  /** Hundredths: the step, not over 0 or not whole. */
  | 'step-invalid'
  | 'name-empty'
  | 'title-empty'
  /** Characters; the limit. */
  | 'name-too-long'
  | 'title-too-long'
  | 'criteria-too-long'
  | 'explanation-too-long'
  | 'responsible-too-long'
  /** The rule does not hold together, or does not fit the points: `problem` says what. */
  | 'rule'
  /** How many siblings share the name. */
  | 'name-repeated'
  | 'id-malformed'
  /** How many indicators share the id. */
  | 'id-repeated';

export interface Finding {
  code: FindingCode;
  /** No panel starts with an error; a warning deserves a look. */
  severity: 'error' | 'warning';
  /** Where it is wrong; null: the framework as a whole. */
  indicator: string | null;
  actual: number | null;
  limit: number | null;
  /** With code `rule`. */
  problem?: RuleProblem;
}

const WARNINGS: readonly FindingCode[] = ['points-off-step', 'name-repeated', 'title-empty'];

/** Everything that is wrong with a framework: first the whole, then in printing order. [FW5] */
export function checkFramework(framework: Framework): Finding[] {
  const visits = walk(framework);
  const found: Finding[] = checkWhole(framework);
  for (const visit of visits) {
    found.push(...checkIndicator(visit, siblingsOf(framework, visit)));
    found.push(...(isLeaf(visit.indicator) ? checkLeaf : checkLevel)(visit.indicator));
  }
  for (const [id, times] of count(visits.map(({ indicator }) => indicator.id))) {
    if (times > 1) found.push(finding('id-repeated', id, times));
  }
  return found;
}

function checkWhole(framework: Framework): Finding[] {
  const { title } = framework;
  const leaves = leavesOf(framework).length;
  const total = totalPoints(framework);
  const found = [];
  if (title.trim() === '') found.push(finding('title-empty', null));
  if (title.length > MAX_NAME) found.push(finding('title-too-long', null, title.length, MAX_NAME));
  if (leaves === 0) return [...found, finding('no-indicators', null)];
  if (leaves > MAX_LEAVES) found.push(finding('too-many-leaves', null, leaves, MAX_LEAVES));
  if (total !== TOTAL_POINTS) found.push(finding('total-off', null, total, TOTAL_POINTS));
  return found;
}

function checkIndicator({ indicator, depth }: Visit, siblings: readonly Indicator[]): Finding[] {
  const { id, name, criteria, explanation, responsible = '' } = indicator;
  const found = [];
  // Scores are kept in records by id, where this one is on every object already.
  if (!ID.test(id) || id === 'constructor') found.push(finding('id-malformed', id));
  if (depth > MAX_LEVELS) found.push(finding('too-deep', id, depth, MAX_LEVELS));
  if (name.trim() === '') found.push(finding('name-empty', id));
  const alike = siblings.filter((other) => other.name.trim() === name.trim()).length;
  if (alike > 1 && name.trim() !== '') found.push(finding('name-repeated', id, alike));
  for (const [code, text, limit] of [
    ['name-too-long', name, MAX_NAME],
    ['criteria-too-long', criteria, MAX_CRITERIA],
    ['explanation-too-long', explanation, MAX_CRITERIA],
    ['responsible-too-long', responsible, MAX_NAME],
  ] as const) {
    if (text.length > limit) found.push(finding(code, id, text.length, limit));
  }
  return found;
}

function checkLevel(level: Indicator): Finding[] {
  const derived = derivedPoints(level);
  if (level.points === null || level.points === derived) return [];
  return [finding('sum-off', level.id, level.points, derived)];
}

function checkLeaf({ id, points, step, rule }: Indicator): Finding[] {
  const validStep = isAmount(step);
  const found = validStep ? [] : [finding('step-invalid', id, step)];
  if (points === null) return [...found, finding('points-missing', id)];
  if (!isAmount(points)) return [...found, finding('points-invalid', id, points, MAX_POINTS)];
  if (validStep && points % step !== 0) found.push(finding('points-off-step', id, points, step));
  // With no points a rule can't be wrong yet: they are asked for first.
  for (const problem of rule ? checkRule(rule, points) : [])
    found.push({ ...finding('rule', id, problem.actual, problem.limit), problem });
  return found;
}

/** A whole number of hundredths, over 0: what a third decimal or a slip of the hand is not. */
function isAmount(points: Points): boolean {
  return Number.isSafeInteger(points) && points > 0 && points <= MAX_POINTS;
}

function siblingsOf(framework: Framework, visit: Visit): readonly Indicator[] {
  return visit.parent?.children ?? framework.indicators;
}

function count(ids: readonly string[]): Map<string, number> {
  const times = new Map<string, number>();
  for (const id of ids) times.set(id, (times.get(id) ?? 0) + 1);
  return times;
}

function finding(
  code: FindingCode,
  indicator: string | null,
  actual: number | null = null,
  limit: number | null = null,
): Finding {
  const severity = WARNINGS.includes(code) ? 'warning' : 'error';
  return { code, severity, indicator, actual, limit };
}
