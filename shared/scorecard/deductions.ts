import { formatPoints, type Points } from '../framework/points.ts';
import type { Deduction, RuleInput } from '../rules/terms.ts';
import type { Basis } from './basis.ts';
import type { CardLine } from './terms.ts';

/** What an office sets between two reasons. */
const BREAK = '；';
const ENDING = /[，,、；;。.\s]+$/;

/** Every deduction that the basis names: those of the list, and those of a part of the criteria. */
function namedIn(basis: Basis | undefined): Deduction[] {
  return [...(basis?.deductions ?? []), ...within(basis?.input ?? null)];
}

function within(input: RuleInput | null): Deduction[] {
  switch (input?.kind) {
    case 'deductions':
      return input.deductions;
    case 'veto':
    case 'evidence':
      return within(input.of);
    case 'parts':
      return input.parts.flatMap(within);
    default:
      return [];
  }
}

/** The sum of the deductions listed, 0 where none is. */
export function deductedIn(basis: Basis | undefined): Points {
  return (basis?.deductions ?? []).reduce((sum, { amount }) => sum + amount, 0);
}

/**
 * What the listed deductions leave unexplained of the difference between maximum and score; negative
 * where they say too much. Null where nothing is listed, or there is no score to compare with.
 */
export function unlistedOf({ mark, basis }: CardLine, points: Points): Points | null {
  if (!basis?.deductions || mark === undefined || mark === 'abstained') return null;
  return points - mark.score - deductedIn(basis);
}

/** '证据不足，扣0.5分'. */
export function spokenDeduction({ amount, reason }: Deduction): string {
  const text = reason.trim().replace(ENDING, '');
  if (amount === 0) return text;
  const taken = `扣${formatPoints(amount)}分`;
  if (text === '') return taken;
  // 酌情扣0.5分 says it already.
  return text.endsWith(taken) ? text : `${text}，${taken}`;
}

/**
 * The reason of a line as it is shown, taken over and printed: the listed deductions, then the
 * words. Reasons are part of the record and stay in the language of the office.
 */
export function reasonOf({ reason, basis }: Pick<CardLine, 'reason' | 'basis'>): string {
  const listed = namedIn(basis)
    .map(spokenDeduction)
    .filter((text) => text !== '');
  if (listed.length === 0) return reason;
  const words = reason.trim();
  return [...listed, ...(words === '' ? [] : [words])].join(BREAK);
}

/** Does the line say why, in words of its author's? An amount alone does not. */
export function hasWords({ reason, basis }: Pick<CardLine, 'reason' | 'basis'>): boolean {
  return reason.trim() !== '' || namedIn(basis).some((one) => one.reason.trim() !== '');
}
