import { tick } from 'svelte';
import type { Indicator } from '../../../shared/framework/terms.ts';
import { isLeaf, walk } from '../../../shared/framework/tree.ts';
import type { Setup } from '../../../shared/panel/terms.ts';
import { propose, type RuleProposal } from '../../../shared/rules/propose.ts';
import type { ProjectFacts } from '../../../shared/rules/terms.ts';
import { cellId } from '../columns.ts';

/** Texts whose reading is kept: more than a framework has while somebody types in one of them. */
const KEPT = 500;

/** Which leaf's rule lies open, what the texts propose, and which proposals were turned down here. */
export class RuleDesk {
  #setup: () => Setup;
  #open = $state<string | null>(null);
  /** Going through the proposals one by one: an answer leads to the next. */
  #reviewing = $state(false);
  #discarded = $state.raw<readonly string[]>([]);
  /** What was read last, by points and text. */
  #read: Record<string, RuleProposal | null> = {};

  constructor(setup: () => Setup) {
    this.#setup = setup;
  }

  get facts(): ProjectFacts {
    return this.#setup().project;
  }

  /** Leaves without a rule whose text states one that nobody has turned down, in printing order. */
  readonly pending = $derived.by(() =>
    walk(this.#setup().framework)
      .map(({ indicator }) => indicator)
      .filter((leaf) => isLeaf(leaf) && !leaf.rule && this.offered(leaf) !== null)
      .map(({ id }) => id),
  );

  /** What the text of a leaf proposes, or null; also where it was turned down. */
  proposalFor({ criteria, points }: Indicator): RuleProposal | null {
    const key = `${points} ${criteria}`;
    const known = this.#read[key];
    if (known !== undefined) return known;
    const proposal = propose(criteria, points ?? 0);
    this.#read = Object.keys(this.#read).length < KEPT ? this.#read : {};
    this.#read[key] = proposal;
    return proposal;
  }

  /** The proposal of a leaf unless it was turned down: another text is another proposal. */
  offered(leaf: Indicator): RuleProposal | null {
    return this.#discarded.includes(keyOf(leaf)) ? null : this.proposalFor(leaf);
  }

  isOpen(id: string): boolean {
    return this.#open === id;
  }

  toggle(id: string): void {
    this.#open = this.#open === id ? null : id;
    this.#reviewing = false;
  }

  /** Closes what is open; the keyboard goes back to its cell. */
  close(): void {
    const id = this.#open;
    this.#open = null;
    this.#reviewing = false;
    if (id !== null) void focusOn(cellId(id, 'rule'));
  }

  /** Opens the first proposal that waits for an answer. */
  review(): void {
    this.#reviewing = true;
    this.#goTo(this.pending[0] ?? null);
  }

  discard(leaf: Indicator): void {
    const next = this.pending.find((id) => id !== leaf.id) ?? null;
    this.#discarded = [...this.#discarded, keyOf(leaf)];
    this.answered(leaf.id, next);
  }

  /** Shows a proposal again that was turned down. */
  reread(leaf: Indicator): void {
    this.#discarded = this.#discarded.filter((key) => key !== keyOf(leaf));
  }

  /** A proposal was answered: on to the next one while going through them. */
  answered(id: string, next = this.pending.find((other) => other !== id) ?? null): void {
    if (!this.#reviewing) return;
    if (next === null) this.close();
    else this.#goTo(next);
  }

  #goTo(id: string | null): void {
    this.#open = id;
    if (id !== null) void focusOn(actId(id));
  }
}

const keyOf = ({ id, criteria, points }: Indicator): string => `${id} ${points} ${criteria}`;

/** The button that confirms a leaf's proposal. */
export const actId = (leaf: string): string => `${cellId(leaf, 'rule')}-adopt`;

async function focusOn(id: string): Promise<void> {
  await tick();
  const element = document.getElementById(id);
  element?.scrollIntoView({ block: 'center' });
  element?.focus({ preventScroll: true });
}
