import type { Mark } from '../../shared/consensus/terms.ts';
import { sameBasis, type Basis } from '../../shared/scorecard/basis.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { basisOf, type CellChange, holds, markOf, sameMark, wordsOf } from './card-cells.ts';
import type { DeviceStore, DeviceStoreProblem } from './device-store.ts';
import { mergeText, nearestText } from './text-edit.ts';

interface Unsaved<Value> {
  leaf: string;
  /** What the server held before the first unsaved change. */
  base: Value;
  /** What the person last entered. */
  value: Value;
  /** Values between the two that were sent: the server may hold any of them. */
  sent: Value[];
  /** Milliseconds since 1970, of the last change. */
  at: number;
}

/** A cell of a card whose value the server has not acknowledged. null: no mark, no basis. */
export type JournalEntry =
  | ({ kind: 'mark' } & Unsaved<Mark | null>)
  | ({ kind: 'basis' } & Unsaved<Basis | null>)
  | ({ kind: 'reason' } & Unsaved<string>);

export type CellKind = JournalEntry['kind'];

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> : never;
export type JournalInput = WithoutTime<JournalEntry>;

/** Texts kept of what was sent; more than a connection ever has on the way. */
const MOST_SENT = 20;

/** Milliseconds without a beat after which a tab counts as dead and its journal is adopted. */
export const DEAD_AFTER = 10_000;

/** What the keys of all journals begin with: then panel, seat, card and tab. */
export const JOURNAL = 'heyi.journal/';

interface Page {
  /** Milliseconds since 1970, or 0: the tab has said goodbye. */
  beat: number;
  entries: JournalEntry[];
}

/**
 * What a person entered on one card in one tab and the server has not acknowledged, kept in the
 * browser at each change, so that neither a reload nor a crash loses it. Values, never structs of a
 * document: they are applied again by value to whatever the server holds then.
 */
export class Journal {
  #store: DeviceStore;
  #prefix: string;
  #key: string;
  #now: () => number;
  #entries = new Map<string, JournalEntry>();

  constructor(store: DeviceStore, card: string, tab: string, now: () => number) {
    this.#store = store;
    this.#prefix = `${JOURNAL}${card}/`;
    this.#key = this.#prefix + tab;
    this.#now = now;
    for (const entry of this.#page(this.#key)?.entries ?? [])
      this.#entries.set(keyOf(entry.leaf, entry.kind), entry);
  }

  get problem(): DeviceStoreProblem | null {
    return this.#store.problem;
  }

  /** Oldest change first. */
  get entries(): JournalEntry[] {
    return [...this.#entries.values()].sort((a, b) => a.at - b.at);
  }

  get size(): number {
    return this.#entries.size;
  }

  find<K extends CellKind>(leaf: string, kind: K): Extract<JournalEntry, { kind: K }> | undefined {
    const entry = this.#entries.get(keyOf(leaf, kind));
    return entry as Extract<JournalEntry, { kind: K }> | undefined;
  }

  put(entry: JournalInput): void {
    const sent = entry.sent.slice(-MOST_SENT);
    const kept = { ...entry, sent, at: this.#now() } as JournalEntry;
    this.#entries.set(keyOf(entry.leaf, entry.kind), kept);
    this.#keep();
  }

  remove(leaf: string, kind: CellKind): void {
    if (this.#entries.delete(keyOf(leaf, kind))) this.#keep();
  }

  /** A cell of the document changed, by this person (`local`) or from elsewhere. */
  follow(cell: CellChange, local: boolean): void {
    const entry = this.#entries.get(keyOf(cell.leaf, cell.kind));
    if (local) {
      const { leaf, kind, before, after } = cell;
      const sent = [...(entry?.sent ?? []), after];
      this.put({
        leaf,
        kind,
        base: entry ? entry.base : before,
        value: after,
        sent,
      } as JournalInput);
    } else if (entry?.kind === 'mark' && cell.kind === 'mark') {
      // Once written, the document decides between two devices; until then it hasn't heard of ours.
      if (sameMark(entry.value, cell.before)) this.put({ ...entry, value: cell.after });
    } else if (entry?.kind === 'basis' && cell.kind === 'basis') {
      if (sameBasis(entry.value, cell.before)) this.put({ ...entry, value: cell.after });
    } else if (entry?.kind === 'reason' && cell.kind === 'reason') {
      const carry = (text: string) => mergeText(cell.before, cell.after, text);
      const { base, value, sent } = entry;
      this.put({ ...entry, base: carry(base), value: carry(value), sent: sent.map(carry) });
    }
  }

  /** All that the document says of this cell is durable; what was typed since is not. */
  saved(cell: string, content: CardContent): void {
    const entry = this.#entries.get(cell);
    if (!entry) return;
    const { leaf } = entry;
    if (holds(content, entry)) this.remove(leaf, entry.kind);
    else if (entry.kind === 'mark') this.put({ ...entry, base: markOf(content, leaf), sent: [] });
    else if (entry.kind === 'basis') this.put({ ...entry, base: basisOf(content, leaf), sent: [] });
    else this.put({ ...entry, base: wordsOf(content, leaf), sent: [] });
  }

  /** Says that this tab lives; owed every few seconds. */
  beat(): void {
    if (this.#entries.size > 0) this.#keep();
  }

  /** The page is going: whoever opens the card next may take over at once. */
  release(): void {
    if (this.#entries.size > 0) this.#write(0);
  }

  /** Takes over what dead tabs left on this card; answers whether there was anything. */
  adopt(): boolean {
    const dead = this.#store.keys(this.#prefix).filter((key) => {
      const page = key === this.#key ? undefined : this.#page(key);
      return page && this.#now() - page.beat > DEAD_AFTER;
    });
    const found = dead.flatMap((key) => this.#page(key)?.entries ?? []);
    for (const entry of found.sort((a, b) => a.at - b.at)) {
      const own = this.#entries.get(keyOf(entry.leaf, entry.kind));
      this.#entries.set(keyOf(entry.leaf, entry.kind), own ? combine(own, entry) : entry);
    }
    if (found.length > 0) this.#keep();
    for (const key of dead) this.#store.remove(key);
    return found.length > 0;
  }

  #page(key: string): Page | undefined {
    const page = this.#store.read(key);
    const known = typeof page === 'object' && page !== null && 'beat' in page && 'entries' in page;
    return known ? (page as Page) : undefined;
  }

  #keep(): void {
    if (this.#entries.size === 0) this.#store.remove(this.#key);
    else this.#write(this.#now());
  }

  #write(beat: number): void {
    this.#store.write(this.#key, { beat, entries: [...this.#entries.values()] } satisfies Page);
  }
}

export function keyOf(leaf: string, kind: CellKind): string {
  return `${kind}/${leaf}`;
}

/** What is written in one transaction with the cell: score and basis of a leaf go together. */
export function actOf(cell: string): string[] {
  const [kind, leaf] = cell.split('/') as [CellKind, string];
  return kind === 'reason' ? [cell] : [keyOf(leaf, 'mark'), keyOf(leaf, 'basis')];
}

/** The text after what was entered is entered into `current`, whichever sent text that rests on. */
export function reenter(
  { base, sent, value }: Extract<JournalEntry, { kind: 'reason' }>,
  current: string,
): string {
  return mergeText(nearestText([base, ...sent], current), value, current);
}

/** Two tabs left the same cell: the later score or basis counts; of texts, both changes. */
function combine(own: JournalEntry, other: JournalEntry): JournalEntry {
  if (own.kind === 'reason' && other.kind === 'reason')
    return { ...own, value: mergeText(other.base, other.value, own.value) };
  return own.at >= other.at ? own : other;
}
