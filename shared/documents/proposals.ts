import type { Points } from '../framework/points.ts';
import type { Leaf } from '../framework/terms.ts';
import { leavesOf } from '../framework/tree.ts';
import type { Fact } from '../panel/facts.ts';
import { lifting } from '../panel/recusal.ts';
import { standingsOf } from '../panel/standing.ts';
import type { Recusal, RevealedRound } from '../panel/state.ts';
import type { Setup } from '../panel/terms.ts';

/** What may change which scores stand. */
const MOVES: readonly Fact['type'][] = ['revealed', 'expert-recused', 'recusal-lifted'];

/**
 * What the policy proposes for each leaf as the record is read from its beginning: a decision is told
 * beside the value that it started from, which a further round may have changed.
 */
export class Proposals {
  readonly #setup: Setup;
  readonly #all: Leaf[];
  readonly #rounds: RevealedRound[] = [];
  #recusals: Recusal[] = [];
  #leaves: Leaf[] = [];
  values: Readonly<Record<string, Points | null>> = {};

  constructor(setup: Setup) {
    this.#setup = setup;
    this.#all = leavesOf(setup.framework);
  }

  read(fact: Fact): void {
    if (fact.type === 'round-opened')
      this.#leaves = this.#all.filter(({ id }) => !fact.leaves || fact.leaves.includes(id));
    if (fact.type === 'expert-recused')
      this.#recusals.push({ ...fact, at: '', by: '', lifted: null });
    if (fact.type === 'recusal-lifted') {
      const lift = { reason: fact.reason, at: '', by: '' };
      this.#recusals = lifting(this.#recusals, fact.recusal, lift);
    }
    if (fact.type === 'revealed') {
      const { round: number, cards, without } = fact;
      const unused = { openedAt: '', revealedAt: '', keyedIn: {} };
      this.#rounds.push({ number, ...unused, leaves: this.#leaves, cards, without });
    }
    if (!MOVES.includes(fact.type)) return;
    const standings = standingsOf({
      ...{ setup: this.#setup, leaves: this.#all },
      ...{ rounds: this.#rounds, recusals: this.#recusals },
    });
    this.values = Object.fromEntries(
      Object.entries(standings).map(([id, { proposal }]) => [id, proposal.value]),
    );
  }
}
