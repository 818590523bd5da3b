import type { Prepared } from './chain.ts';
import type { Outcome } from './port.ts';

export type Refusal = Outcome & { accepted: false };

/** The first fence that stops a draft, or undefined; `count` gives 0 for a counter never bumped. */
export function judge(
  expects: Prepared['expects'],
  count: (token: string) => number,
): Refusal | undefined {
  for (const [token, expected] of expects) {
    const actual = count(token);
    if (actual !== expected) return { accepted: false, token, expected, actual };
  }
  return undefined;
}

/** Counters as judged within one group commit: bumps show at once, and can still be taken back. */
export class StagedFences {
  #staged = new Map<string, number>();
  readonly #kept: Map<string, number>;

  constructor(kept: Map<string, number>) {
    this.#kept = kept;
  }

  count = (token: string): number => this.#staged.get(token) ?? this.#kept.get(token) ?? 0;

  bump(tokens: string[]): void {
    for (const token of tokens) this.#staged.set(token, this.count(token) + 1);
  }

  keep(): void {
    for (const [token, count] of this.#staged) this.#kept.set(token, count);
  }
}
