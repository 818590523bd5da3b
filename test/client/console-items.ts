import type { Leaf } from '../../shared/framework/terms.ts';
import type { ConsoleSpread, NamedScore } from '../../shared/views/score-terms.ts';
import { rangeFlag, rangePercent } from '../../shared/consensus/spread.ts';
import { propose } from '../../shared/consensus/policies.ts';
import type { Item, Settled } from '../../client/chair/queue.ts';

export function leafOf(id: string, points = 500): Leaf {
  return {
    id,
    path: ['一级', id],
    points,
    step: 50,
    criteria: '',
    explanation: '',
    nature: 'subjective',
    rule: null,
  };
}

/** What the console is told of a leaf that these experts scored so. */
export function spreadFor(
  leaf: Leaf,
  scores: readonly number[],
  reasons: readonly string[] = [],
): ConsoleSpread {
  const values = scores.toSorted((a, b) => a - b);
  const range = rangePercent(values, leaf.points);
  const { value, rule } = propose(
    'mean',
    values.map((score) => ({ score })),
  );
  const named = scores.map((score, index): NamedScore => {
    const seat = `e${index + 1}`;
    return { seat, name: seat, score, reason: reasons[index] ?? '', basis: null };
  });
  return {
    leaf: leaf.id,
    round: 1,
    cards: values.length,
    n: values.length,
    abstained: 0,
    values,
    range,
    flag: rangeFlag(range),
    value,
    rule,
    named,
    draftDiffers: false,
    edition: 1,
  };
}

export function itemOf(
  id: string,
  scores: readonly number[],
  {
    reasons = [],
    decision = null,
    draftDiffers = false,
  }: { reasons?: string[]; decision?: Settled | null; draftDiffers?: boolean } = {},
): Item {
  const leaf = leafOf(id);
  return { leaf, spread: { ...spreadFor(leaf, scores, reasons), draftDiffers }, decision };
}
