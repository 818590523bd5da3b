import { TOTAL_POINTS } from '../framework/terms.ts';
import { divideHalfUp, MAX_POINTS, type Points } from '../framework/points.ts';
import { pointsOf, readAmount, type Amount } from './amounts.ts';
import { isNothing } from './bare.ts';
import { doubt, type Doubt } from './doubts.ts';
import type { RawNode } from './rows.ts';
import type { RawAmount } from './table-cells.ts';
import { readLeaves, walkRead, type ReadNode } from './tree.ts';

/** One point, in the ten-thousandths of an `Amount`. */
const ONE: Amount = 10_000;

/**
 * Says what the amounts of a table mean: points as they stand, fractions of 1, or weights that add
 * up to 100 in each group and have to be multiplied down.
 */
export function settleAmounts(raw: readonly RawNode[]): { tree: ReadNode[]; doubts: Doubt[] } {
  const doubts: Doubt[] = [];
  const scale = areFractions(raw) ? 100 : 1;
  if (scale === 100) doubts.push(doubt('weights-fractions', null));
  const tree = raw.map((node) => settled(node, scale, doubts));
  if (areRelative(tree)) {
    doubts.push(doubt('weights-relative', null));
    for (const top of tree) multiply(top, TOTAL_POINTS, TOTAL_POINTS);
  }
  return { tree, doubts };
}

const amountIn = ({ text }: RawAmount): Amount | null => readAmount(text);

function every(raw: readonly RawNode[]): RawNode[] {
  return raw.flatMap((node) => [node, ...every(node.children)]);
}

/** Leaves that add up to 1, none above it, and not one whole number of points among many. */
function areFractions(raw: readonly RawNode[]): boolean {
  const leaves = every(raw).filter(({ children }) => children.length === 0);
  const amounts = leaves.map(({ amount, inName }) => amountIn(amount) ?? inName);
  if (leaves.length < 2 || amounts.some((amount) => amount === null || amount > ONE)) return false;
  if (leaves.some(({ amount }) => /[%％分]/.test(amount.text))) return false;
  return amounts.reduce<number>((sum, amount) => sum + amount!, 0) === ONE;
}

function settled(raw: RawNode, scale: number, doubts: Doubt[]): ReadNode {
  const { amount, inName, self, grid, children } = raw;
  const name = raw.name.value;
  const exact = amountIn(amount);
  if (exact === null && !isNothing(amount.text))
    doubts.push(doubt('points-unreadable', amount.cell, amount.text));
  const given = exact ?? inName;
  const points = given === null ? null : rounded(given * scale);
  if (given !== null && pointsOf(given * scale) === null)
    doubts.push(doubt('points-too-fine', amount.cell ?? raw.name.cell, name));
  if (exact !== null && inName !== null && exact !== inName)
    doubts.push(doubt('points-differ', amount.cell, name, rounded(inName), rounded(exact)));
  const score = amountIn(self);
  if (score === null && !isNothing(self.text))
    doubts.push(doubt('self-unreadable', self.cell, self.text));
  const step = amountIn(grid);
  if (step === null && !isNothing(grid.text))
    doubts.push(doubt('step-unreadable', grid.cell, grid.text));
  return {
    key: raw.key,
    level: raw.level,
    row: raw.row,
    name: raw.name,
    criteria: raw.criteria,
    explanation: raw.explanation,
    responsible: raw.responsible,
    selfReason: raw.selfReason,
    points: {
      value: points,
      cell: exact === null && inName !== null ? raw.name.cell : amount.cell,
    },
    selfScore: { value: score === null ? null : rounded(score), cell: self.cell },
    step: { value: step === null || step === 0 ? null : rounded(step), cell: grid.cell },
    children: children.map((child) => settled(child, scale, doubts)),
  };
}

const rounded = (amount: Amount): Points => Math.min(MAX_POINTS, divideHalfUp(amount, 100));

/** Each group adds up to 100, and the leaves of all together to more. */
function areRelative(tree: readonly ReadNode[]): boolean {
  const groups = [tree, ...walkRead(tree).map(({ children }) => children)].filter(
    (group) => group.length > 0,
  );
  const sum = (group: readonly ReadNode[]) =>
    group.reduce((all, { points }) => all + (points.value ?? 0), 0);
  if (groups.length < 3 || sum(readLeaves(tree)) === TOTAL_POINTS) return false;
  return groups.every((group) => sum(group) === TOTAL_POINTS);
}

/** `above` of `of`: what the indicator above is worth, in hundredths of a point. */
function multiply(node: ReadNode, above: number, of: number): void {
  const own = divideHalfUp((node.points.value ?? 0) * above, of);
  node.points = { ...node.points, value: own };
  for (const child of node.children) multiply(child, own, of);
}
