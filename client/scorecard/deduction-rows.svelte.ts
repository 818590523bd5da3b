import { formatPoints, parsePoints, type Points } from '../../shared/framework/points.ts';
import { MAX_DEDUCTION_REASON, MAX_DEDUCTIONS, type Deduction } from '../../shared/rules/terms.ts';

/** A line as it stands in its two fields. */
export interface Row {
  key: number;
  amount: string;
  reason: string;
}

/** Why the lines can't be kept as they stand. */
export type RowsFault = { kind: 'amount'; text: string } | { kind: 'sum'; sum: Points };

/**
 * The lines of a list while they are typed: what is no amount yet stays in its field, and nothing of
 * the list is handed on before it is one. The last line is always an empty one, to go on with.
 */
export class DeductionRows {
  #rows = $state<Row[]>([]);
  #next = 1;
  #max: () => Points;

  constructor(given: readonly Deduction[], max: () => Points) {
    this.#max = max;
    this.show(given);
  }

  get rows(): readonly Row[] {
    return this.#rows;
  }

  get fault(): RowsFault | null {
    const wrong = this.#rows.find(({ amount }) => amountOf(amount) === null);
    if (wrong) return { kind: 'amount', text: wrong.amount };
    const sum = this.#rows.reduce((total, { amount }) => total + amountOf(amount)!, 0);
    return sum > this.#max() ? { kind: 'sum', sum } : null;
  }

  /** The lines as they can be kept; null while one of them can't. */
  get deductions(): Deduction[] | null {
    if (this.fault) return null;
    return this.#rows
      .map(({ amount, reason }) => ({ amount: amountOf(amount)!, reason }))
      .filter(({ amount, reason }) => amount > 0 || reason !== '');
  }

  /** Shows what was changed elsewhere (another device, undo); what says the same stays as typed. */
  show(given: readonly Deduction[]): void {
    const own = this.deductions;
    if (own && JSON.stringify(own) === JSON.stringify(given)) return this.#end();
    this.#rows = given.map(({ amount, reason }) => ({
      key: this.#next++,
      amount: amount === 0 ? '' : formatPoints(amount),
      reason,
    }));
    this.#end();
  }

  type(key: number, change: Partial<Pick<Row, 'amount' | 'reason'>>): void {
    const row = this.#rows.find((one) => one.key === key);
    if (!row) return;
    if (change.amount !== undefined) row.amount = change.amount;
    if (change.reason !== undefined) row.reason = writable(change.reason);
    this.#end();
  }

  remove(key: number): void {
    this.#rows = this.#rows.filter((row) => row.key !== key);
    this.#end();
  }

  #end(): void {
    const last = this.#rows.at(-1);
    const full = this.#rows.length >= MAX_DEDUCTIONS;
    if (!full && (!last || last.amount !== '' || last.reason !== ''))
      this.#rows.push({ key: this.#next++, amount: '', reason: '' });
  }
}

/** An empty field is an amount that is not stated yet. */
function amountOf(text: string): Points | null {
  return text.trim() === '' ? 0 : parsePoints(text);
}

/** One line of text, without halves of characters. */
const writable = (text: string): string =>
  text.replace(/[\p{Surrogate}\p{Cc}]/gu, '').slice(0, MAX_DEDUCTION_REASON);
