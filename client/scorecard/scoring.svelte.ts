import type { Mark } from '../../shared/consensus/terms.ts';
import { subtotalsOf, type Subtotals } from '../../shared/consensus/subtotals.ts';
import { formatPoints, type Points } from '../../shared/framework/points.ts';
import type { Framework, Leaf } from '../../shared/framework/terms.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { isScoreAllowed } from '../../shared/rules/allowed.ts';
import type { Deduction, ProjectFacts, RuleInput } from '../../shared/rules/terms.ts';
import { tidyBasis } from '../../shared/scorecard/basis.ts';
import { computedOf } from '../../shared/scorecard/computed.ts';
import { deductedIn } from '../../shared/scorecard/deductions.ts';
import type { CardStore } from './card.svelte.ts';
import type { Mode } from './keys.ts';
import { isOpen, linesOf, neighbour, nextOpen, valuesOf, type Line } from './lines.ts';
import { withPhrase } from './phrases.ts';
import { readEntry, stepScore, type Entry } from './score-entry.ts';

const isScore = (mark: Mark | null): mark is Exclude<Mark, 'abstained'> =>
  mark !== null && mark !== 'abstained';

/** What is being typed into a score field; `before` comes back when it turns out to be no score. */
interface Draft {
  text: string;
  before: Mark | null;
}

type Fault = Exclude<Entry, { kind: 'score' | 'empty' }>;

/** What is on screen of one card, and what its author's acts do to it. */
export class Scoring {
  readonly card: CardStore;
  readonly facts: ProjectFacts;
  mode = $state<Mode>('single');
  #framework: () => Framework;
  #editable: () => boolean;
  #drafts = $state.raw<Record<string, Draft>>({});
  #selected = $state<string | null>(null);

  #leaves = $derived.by(() => leavesOf(this.framework));
  #wrong = $derived.by(() => this.#leaves.filter((leaf) => this.faultOf(leaf)).map(({ id }) => id));
  #lines = $derived.by(() => linesOf(this.#leaves, this.card.content, this.#wrong, this.facts));
  #subtotals = $derived.by(() => subtotalsOf(this.framework, valuesOf(this.#lines)));

  /** `framework`: with the card's leaves only. */
  constructor(
    card: CardStore,
    framework: () => Framework,
    facts: ProjectFacts,
    editable: () => boolean,
  ) {
    this.card = card;
    this.#framework = framework;
    this.facts = facts;
    this.#editable = editable;
  }

  get framework(): Framework {
    return this.#framework();
  }
  /** The card takes edits: the round is open, it is not handed in, its content has arrived. */
  get editable(): boolean {
    return this.#editable() && this.card.ready && this.card.saveState.kind !== 'closed';
  }
  get lines(): Line[] {
    return this.#lines;
  }
  get open(): Line[] {
    return this.#lines.filter(isOpen);
  }
  get subtotals(): Subtotals {
    return this.#subtotals;
  }
  /** The indicator in the centre. */
  get line(): Line | undefined {
    return this.#lines.find(({ leaf }) => leaf.id === this.#selected) ?? this.#lines[0];
  }

  /** Starts at the first open indicator; called once the card's content is known. */
  begin(): void {
    this.#selected ??= (this.#lines.find(isOpen) ?? this.#lines[0])?.leaf.id ?? null;
  }
  select(leaf: string): void {
    // A field that vanishes is left without an event that could be relied on.
    if (this.#selected !== null && this.#selected !== leaf) this.leave(this.#selected);
    this.#selected = leaf;
  }
  move(by: 1 | -1): void {
    const next = this.line && neighbour(this.#lines, this.line.leaf.id, by);
    if (next) this.select(next.leaf.id);
  }
  /** Goes to the next open indicator; false where there is none. */
  next(): boolean {
    const next = nextOpen(this.#lines, this.line?.leaf.id ?? null);
    if (next) this.select(next.leaf.id);
    return next !== null;
  }

  /** The text of a score field: what is being typed, else the score. */
  textOf({ leaf, mark }: Line): string {
    const draft = this.editable ? this.#drafts[leaf.id] : undefined;
    if (draft) return draft.text;
    return mark === null || mark === 'abstained' ? '' : formatPoints(mark.score);
  }

  /** What is wrong with the text of a score field, or null. */
  faultOf(leaf: Leaf): Fault | null {
    const draft = this.editable ? this.#drafts[leaf.id] : undefined;
    const entry = readEntry(draft?.text ?? '', leaf, this.#computed(leaf));
    return entry.kind === 'score' || entry.kind === 'empty' ? null : entry;
  }

  /** Each keystroke that makes a score is kept; one that makes none brings back what was before. */
  type({ leaf, mark, computed }: Line, text: string): void {
    if (!this.editable) return;
    const { before } = this.#drafts[leaf.id] ?? { before: mark };
    const entry = readEntry(text, leaf, computed);
    this.#drafts = { ...this.#drafts, [leaf.id]: { text, before } };
    if (entry.kind === 'score') this.card.setMark(leaf.id, { score: entry.score });
    else if (entry.kind !== 'empty') this.card.setMark(leaf.id, before);
  }

  /** A field is left: an empty one clears the score, a wrong text stays to be seen. */
  leave(id: string): void {
    const draft = this.#drafts[id];
    const leaf = this.#leaves.find((candidate) => candidate.id === id);
    if (!draft || !leaf) return;
    const { kind } = readEntry(draft.text, leaf, this.#computed(leaf));
    if (kind === 'empty') this.card.setMark(id, null);
    if (kind === 'empty' || kind === 'score') this.#drop(id);
  }

  /** Takes a fact, or takes it back: the score follows, where the criteria give one. */
  enter({ leaf, basis, mark, computed }: Line, input: RuleInput | null): void {
    if (!this.editable) return;
    this.#drop(leaf.id);
    const next = tidyBasis({ ...basis, input });
    const score = computedOf(leaf, next ?? undefined, this.facts);
    const followed = isScore(mark) && mark.score === computed;
    if (score !== null) this.card.setBasis(leaf.id, next, { score });
    else this.card.setBasis(leaf.id, next, followed ? null : undefined);
  }

  /**
   * Takes the listed deductions; false where they are too long to be kept. The score follows, unless
   * a fact gives it, or its expert has given another one.
   */
  list({ leaf, basis, mark, computed }: Line, deductions: Deduction[], typing: boolean): boolean {
    if (!this.editable) return true;
    this.#drop(leaf.id);
    const next = tidyBasis({ ...basis, deductions }) ?? undefined;
    const score = leaf.points - deductedIn(next);
    const before = leaf.points - deductedIn(basis);
    const free = basis?.input === undefined || computed === null;
    const follows = free && (mark === null || (isScore(mark) && mark.score === before));
    const allowed = isScoreAllowed(leaf, score, computedOf(leaf, next, this.facts));
    const changed = follows && allowed && score !== before;
    return this.card.setBasis(leaf.id, next ?? null, changed ? { score } : undefined, typing);
  }

  /** A score that the criteria text names: where it is a level, the level is the fact. */
  tap(line: Line, score: Points): void {
    const { rule } = line.leaf;
    const levels = rule?.kind === 'levels' ? rule.options : [];
    const choice = levels.findIndex(({ points }) => points === score);
    if (choice < 0 || levels.filter(({ points }) => points === score).length > 1)
      this.give(line, score);
    else this.enter(line, { kind: 'choice', choice });
  }

  give({ leaf }: Line, score: Points): void {
    if (!this.editable) return;
    this.#drop(leaf.id);
    this.card.setMark(leaf.id, { score });
  }
  step(line: Line, by: 1 | -1): void {
    this.give(line, stepScore(line.mark, line.leaf, by));
  }
  /** Abstains, or takes the abstention back. */
  abstain({ leaf, mark }: Line): void {
    if (!this.editable) return;
    this.#drop(leaf.id);
    this.card.setMark(leaf.id, mark === 'abstained' ? null : 'abstained');
  }
  addPhrase({ leaf, reason }: Line, phrase: string): void {
    if (!this.editable) return;
    this.card.setReason(leaf.id, withPhrase(reason, phrase));
    this.card.flush(leaf.id);
  }

  undo(): void {
    const leaf = this.line?.leaf;
    // A wrong text was never in the card, so taking it back is a step of its own.
    if (leaf && this.faultOf(leaf)) this.#drop(leaf.id);
    else this.#step(this.card.undo());
  }
  redo(): void {
    this.#step(this.card.redo());
  }

  /** What was undone is brought into sight; the field shows it, not what was being typed. */
  #step(leaves: readonly string[]): void {
    for (const leaf of leaves) this.#drop(leaf);
    const [first] = leaves;
    if (first !== undefined) this.select(first);
  }

  #computed(leaf: Leaf): Points | null {
    return computedOf(leaf, this.card.content[leaf.id]?.basis, this.facts);
  }

  #drop(leaf: string): void {
    if (!(leaf in this.#drafts)) return;
    this.#drafts = Object.fromEntries(Object.entries(this.#drafts).filter(([id]) => id !== leaf));
  }
}
