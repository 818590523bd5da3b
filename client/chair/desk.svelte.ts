import type { Values } from '../../shared/consensus/totals.ts';
import { formatPoints, parsePoints, type Points } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { MAX_REASON } from '../../shared/scorecard/terms.ts';
import type { Paper } from '../../shared/views/terms.ts';
import { planOf } from './accept-all.ts';
import { Act } from '../state/act.svelte.ts';
import { differingOn } from './differing.ts';
import { isSettled, lackingIn, proposalOf, textOf, type Proposal } from './proposal.ts';
import { neighbour, queueOf, type Item } from './queue.ts';
import { appendReason } from './reasons.ts';
import type { Ask, ConsoleView, Drafts, May } from './terms.ts';

/** Milliseconds that a selection must last before the room follows: arrow keys pass many by. */
const ROOM_FOLLOWS = 250;

interface Place {
  view: () => ConsoleView;
  paper: () => Paper;
  sheet: Drafts;
  ask: Ask;
  may: May;
}

/**
 * The desk of the deliberation: which indicator lies on it, what its fields say, and the acts. The
 * sheet's drafts are what both people type; a decision is what the chair settled; the fields show
 * the draft, or the decision where nobody has typed since.
 */
export class Desk {
  readonly may: May;
  readonly sheet: Drafts;
  readonly deciding: Act;
  #place: Place;
  #chosen = $state<string | null>(null);
  /** The view has shown our choice under discussion: from then on another device may move it. */
  #arrived = false;
  #discussing: ReturnType<typeof setTimeout> | undefined;
  /** Chosen a moment ago, and not announced yet. */
  #unsaid: string | null = null;
  /** By leaf: the decision (as text) over which this device typed. */
  #typedOver = $state<Record<string, string>>({});
  #scoreText = $state<string | null>(null);

  constructor(place: Place) {
    this.#place = place;
    this.may = place.may;
    this.sheet = place.sheet;
    this.deciding = new Act(place.ask);
  }

  readonly queue = $derived.by(() => {
    const { view, paper } = this.#place;
    const leaves = leavesOf(paper().setup.framework);
    return queueOf(leaves, view().spreads ?? [], view().tally?.decisions ?? {});
  });
  /** By leaf: decided, or the policy's value where nothing is decided yet. */
  readonly values = $derived.by((): Values => {
    const items = [...this.queue.open, ...this.queue.decided];
    return Object.fromEntries(
      items.map(({ leaf, spread, decision }) => [leaf.id, decision?.score ?? spread.value]),
    );
  });
  readonly discussing = $derived.by(() => this.#find(this.#place.view().discussing));
  readonly item = $derived.by(() => this.#find(this.#chosen) ?? this.discussing);
  readonly proposal = $derived.by(() => {
    const { item } = this;
    if (!item) return null;
    return proposalOf(item, this.sheet.content[item.leaf.id], this.#isTypedOver(item));
  });
  /** The decision stands as the fields show it. */
  readonly settled = $derived.by(() => isSettled(this.item?.decision ?? null, this.proposal));
  /** Who differs on the selected indicator, where a fact decides it; null: it may be decided. */
  readonly differing = $derived.by(() => this.item && differingOn(this.item));
  /** What keeps the fields from being decided; `sheet`: what others drafted has not arrived yet. */
  readonly lacking = $derived.by(() => {
    if (!this.sheet.ready) return 'sheet';
    if (this.differing) return 'agreement';
    if (this.#scoreText !== null && this.#parsed(this.#scoreText) === null) return 'score';
    return lackingIn(this.proposal, this.item?.leaf.points ?? 0);
  });
  readonly plan = $derived.by(() => planOf(this.queue.open, this.sheet.content));
  /** The score field: as typed while somebody types, else as proposed. */
  readonly scoreText = $derived.by(() => {
    const score = this.proposal?.score ?? null;
    return this.#scoreText ?? (score === null ? '' : formatPoints(score));
  });

  select(leaf: string): void {
    this.#chosen = leaf;
    this.#arrived = false;
    this.#scoreText = null;
    this.deciding.forget();
    if (this.may === 'draft') return;
    clearTimeout(this.#discussing);
    this.#unsaid = leaf;
    this.#discussing = setTimeout(() => this.#announce(), ROOM_FOLLOWS);
  }

  /** Tells the room which indicator is on the desk, if it has not been told yet. */
  #announce(): void {
    clearTimeout(this.#discussing);
    const leaf = this.#unsaid;
    this.#unsaid = null;
    if (leaf !== null) void this.deciding.send({ type: 'discuss', leaf });
  }

  /** Back to whatever the room discusses. */
  follow(): void {
    this.#chosen = null;
    this.#scoreText = null;
  }

  /** Told of every change of what the room discusses: the chair's other device may have moved it. */
  observe(discussing: string | null): void {
    if (this.may === 'draft' || this.#chosen === null) return;
    if (discussing === this.#chosen) this.#arrived = true;
    else if (this.#arrived) this.follow();
  }

  /** Selects the item `step` away among `visible`. */
  move(step: 1 | -1, visible: readonly Item[]): void {
    const next = neighbour(visible, this.item?.leaf.id ?? null, step);
    if (next && next.leaf.id !== this.item?.leaf.id) this.select(next.leaf.id);
  }

  /** Selects the widest divergence that is still open, if any. */
  next(): void {
    const next = this.queue.open.find(({ leaf }) => leaf.id !== this.item?.leaf.id);
    if (next) this.select(next.leaf.id);
  }

  /** Takes what was typed into the score field; an empty field goes back to the policy's value. */
  typeScore(text: string): void {
    this.#scoreText = text;
    const score = this.#parsed(text);
    if (score !== null) this.#edit({ score });
    else if (text.trim() === '') this.#edit({ score: null });
  }

  /** The score field is left: what is not a score stays to be corrected, an empty field does not. */
  leaveScore(): void {
    const text = this.#scoreText;
    if (text !== null && (text.trim() === '' || this.#parsed(text) !== null))
      this.#scoreText = null;
  }

  /** Takes what stands in the reason field; `shown` and `composing` as the sheet wants them. */
  typeReason(reason: string, shown: string, composing: boolean): void {
    this.#edit({ reason }, shown, composing);
  }

  /** Takes over the reason of the n-th expert, from 0. Answers whether there was room for it. */
  takeReason(index: number): boolean {
    const theirs = this.item?.spread.named[index]?.reason;
    if (!theirs || !this.proposal) return true;
    const reason = appendReason(this.proposal.reason, theirs);
    if (reason.length > MAX_REASON) return false;
    if (reason !== this.proposal.reason) this.#edit({ reason });
    return true;
  }

  /** Settles the selected indicator as the fields show it. */
  async decide(): Promise<boolean> {
    const { item, proposal } = this;
    if (this.may !== 'decide' || !item || !proposal || this.lacking) return false;
    const { score, reason } = proposal;
    if (score === null) return false;
    this.sheet.flush(item.leaf.id);
    // A quick chair decides before the room was told: the room must not be led back to it afterwards.
    this.#announce();
    return this.deciding.run({
      type: 'decide',
      decisions: [{ leaf: item.leaf.id, score, reason: reason.trim(), base: item.spread.edition }],
    });
  }

  async acceptAll(): Promise<boolean> {
    const decisions = this.plan.decisions.map(({ leaf, score, reason, item }) => ({
      ...{ leaf, score, reason, base: item.spread.edition },
    }));
    return this.deciding.run({ type: 'decide', decisions });
  }

  close(): void {
    this.#unsaid = null;
    clearTimeout(this.#discussing);
  }

  #find(leaf: string | null): Item | null {
    const { open, decided } = this.queue;
    return [...open, ...decided].find((item) => item.leaf.id === leaf) ?? null;
  }

  /** A score from 0 to the maximum, or null. */
  #parsed(text: string): Points | null {
    const score = parsePoints(text);
    return score !== null && this.item && score <= this.item.leaf.points ? score : null;
  }

  #isTypedOver({ leaf, decision }: Item): boolean {
    return this.#typedOver[leaf.id] === textOf(decision);
  }

  #edit(change: Partial<Proposal>, shown?: string, composing?: boolean): void {
    const { item, proposal } = this;
    if (!item || !proposal) return;
    const { leaf, decision } = item;
    // The first edit over a decision starts from what the decision says, not from an older draft.
    const whole = decision && !this.#isTypedOver(item);
    const { score, reason } = whole ? { ...proposal, ...change } : change;
    this.#typedOver[leaf.id] = textOf(decision);
    // Typing holds the secretary's desk still while the chair moves on.
    this.#chosen = leaf.id;
    if (score !== undefined) this.sheet.setMark(leaf.id, score === null ? null : { score });
    if (reason !== undefined)
      this.sheet.setReason(leaf.id, reason, whole ? undefined : shown, composing);
  }
}
