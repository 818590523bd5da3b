import { MAX_CRITERIA, MAX_NAME } from '../framework/checks.ts';
import { MAX_LEAVES, TOTAL_POINTS } from '../framework/terms.ts';
import { pointsOf, readAmount } from './amounts.ts';
import { bare } from './bare.ts';
import { doubt, type Doubt } from './doubts.ts';
import type { Totals } from './row-kinds.ts';
import type { RawAmount } from './table-cells.ts';
import { isReadLeaf, readLeaves, TEXTS, walkRead, worthOf, type ReadNode } from './tree.ts';

/** What in the tree deserves a look before it is taken over, in the order of the table. */
export function checkTree(tree: readonly ReadNode[], totals: Totals | null): Doubt[] {
  const leaves = readLeaves(tree);
  if (leaves.length === 0) return [doubt('no-rows', null)];
  const found = [...checkSiblings(tree)];
  for (const node of walkRead(tree)) {
    found.push(...checkTexts(node), ...checkSiblings(node.children));
    found.push(...(isReadLeaf(node) ? checkLeaf(node) : checkLevel(node)));
  }
  const sum = leaves.reduce((all, { points }) => all + (points.value ?? 0), 0);
  if (sum !== TOTAL_POINTS) found.push(doubt('total-off', null, sum));
  if (leaves.length > MAX_LEAVES)
    found.push(doubt('too-many-leaves', null, leaves.length, MAX_LEAVES));
  return totals ? [...found, ...checkTotals(leaves, sum, totals)] : found;
}

function checkSiblings(siblings: readonly ReadNode[]): Doubt[] {
  const times = new Map<string, number>();
  const names = siblings.map(({ name }) => bare(name.value));
  for (const name of names) times.set(name, (times.get(name) ?? 0) + 1);
  const seen = new Set<string>();
  return siblings.flatMap(({ name }, index) => {
    const own = names[index]!;
    if (!seen.has(own)) return seen.add(own) && [];
    return [doubt('name-repeated', name.cell, name.value, times.get(own)!)];
  });
}

function checkTexts(node: ReadNode): Doubt[] {
  const { name } = node;
  const found =
    name.value.length > MAX_NAME ? [doubt('name-too-long', name.cell, name.value, MAX_NAME)] : [];
  for (const field of TEXTS) {
    const most = field === 'responsible' ? MAX_NAME : MAX_CRITERIA;
    const { value, cell } = node[field];
    if (value.length > most) found.push(doubt('text-too-long', cell, name.value, most));
  }
  return found;
}

function checkLeaf({ name, points, selfScore }: ReadNode): Doubt[] {
  if (points.value === null) return [doubt('points-missing', points.cell ?? name.cell, name.value)];
  if (points.value === 0) return [doubt('points-zero', points.cell, name.value)];
  const score = selfScore.value ?? 0;
  return score > points.value
    ? [doubt('self-over', selfScore.cell, name.value, score, points.value)]
    : [];
}

function checkLevel(level: ReadNode): Doubt[] {
  const { name, points, criteria, selfScore, selfReason } = level;
  const worth = worthOf(level);
  const found: Doubt[] = [];
  if (points.value !== null && points.value !== worth)
    found.push(doubt('sum-off', points.cell ?? name.cell, name.value, points.value, worth));
  // A level's own self-assessment is the sum of what is in it, and nothing that could be lost.
  const lost = [criteria, selfReason].find(({ value }) => value !== '');
  if (lost) found.push(doubt('level-text', lost.cell, name.value));
  else if (selfScore.value !== null && selfScore.value !== selfOf(level))
    found.push(doubt('level-text', selfScore.cell, name.value));
  return found;
}

const selfOf = (node: ReadNode): number =>
  readLeaves([node]).reduce((sum, leaf) => sum + (leaf.selfScore.value ?? 0), 0);

function checkTotals(leaves: readonly ReadNode[], sum: number, totals: Totals): Doubt[] {
  const says = ({ text }: RawAmount) => {
    const amount = readAmount(text);
    return amount === null ? null : pointsOf(amount);
  };
  const points = says(totals.points);
  const self = says(totals.self);
  const selfSum = leaves.reduce((all, { selfScore }) => all + (selfScore.value ?? 0), 0);
  return [
    ...(points !== null && points !== sum
      ? [doubt('total-row-off', totals.points.cell, points, sum)]
      : []),
    ...(self !== null && self !== selfSum
      ? [doubt('self-total-off', totals.self.cell, self, selfSum)]
      : []),
  ];
}
