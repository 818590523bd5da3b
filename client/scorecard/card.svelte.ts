import type { Mark } from '../../shared/consensus/terms.ts';
import { isCommonCard } from '../../shared/panel/seats.ts';
import type { CardId, SeatId } from '../../shared/panel/terms.ts';
import type { Basis } from '../../shared/scorecard/basis.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { CardDocument } from '../sync/card-document.ts';
import type { RefusalReason } from '../sync/card-refusal.ts';
import type { CardStatus } from '../sync/card-terms.ts';
import { DeviceStore, storageOf, type DeviceStoreProblem } from '../sync/device-store.ts';
import { Journal, keyOf, type CellKind } from '../sync/journal.ts';
import { RefusedValues, type RefusedValue } from '../sync/refused-values.ts';
import { thisTab } from '../sync/tab.ts';

/** How a cell stands. Times are milliseconds since 1970; null: saved before this page was opened. */
export type CellState =
  | { kind: 'empty' }
  | { kind: 'local' }
  | { kind: 'saved'; at: number | null }
  | { kind: 'refused'; value: RefusedValue };

/** How the card as a whole stands; `count` is the number of cells that are only on this device. */
export type SaveState =
  | { kind: 'loading' }
  | { kind: 'saved'; at: number | null }
  | { kind: 'local'; count: number }
  | { kind: 'offline'; count: number }
  | { kind: 'refused'; count: number }
  | { kind: 'closed'; reason: RefusalReason };

interface Snapshot {
  content: CardContent;
  status: CardStatus;
  saveState: SaveState;
  /** Keys of cells, see `keyOf`. */
  unsaved: readonly string[];
  refusals: readonly RefusedValue[];
  deviceProblem: DeviceStoreProblem | null;
}

const BEAT = 3000;

export interface CardStoreOptions {
  panel: string;
  /** The seat that edits; for the consensus sheet and the notes the chair's or the secretary's. */
  seat: SeatId;
  card: CardId;
  /** The framework's leaf ids in printing order. */
  leaves: readonly string[];
}

/**
 * One card on screen: an expert's scorecard, or the consensus sheet (card 'sheet'). Components read
 * its getters and call its methods; everything is optimistic, and its state says what is durable.
 * Whoever makes one calls `close()` when the card is no longer shown.
 */
export class CardStore {
  #document: CardDocument;
  #refused: RefusedValues;
  #journal: Journal;
  #snapshot = $state.raw<Snapshot>()!;
  /** The browser's own word that there is a network at all. */
  #heard = true;
  #beat: ReturnType<typeof setInterval>;
  #closed = new AbortController();

  constructor({ panel, seat, card, leaves }: CardStoreOptions) {
    const device = new DeviceStore(storageOf(() => localStorage));
    const now = () => Date.now();
    const place = `${panel}/${seat}/${card}`;
    this.#journal = new Journal(device, place, thisTab(storageOf(() => sessionStorage)), now);
    this.#refused = new RefusedValues(device, place, now);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#document = new CardDocument(
      {
        endpoint: `${scheme}://${location.host}/sync/${panel}`,
        card,
        // A scorecard names its seat itself.
        params: isCommonCard(card) ? { seat } : {},
        leaves,
        socket: WebSocket,
      },
      { journal: this.#journal, refused: this.#refused, now, onChange: () => this.#read() },
    );
    this.#read();
    this.#beat = setInterval(() => this.#document.beat(), BEAT);
    this.#listen();
  }

  /** What the card says, with what is not sent or not acknowledged yet. */
  get content(): CardContent {
    return this.#snapshot.content;
  }
  /** The server's content has arrived: the card can be edited from here on, online or not. */
  get ready(): boolean {
    return this.#snapshot.status.ready;
  }
  get saveState(): SaveState {
    return this.#snapshot.saveState;
  }
  /** What the server did not accept, until its author puts it away or enters it again. */
  get refusals(): readonly RefusedValue[] {
    return this.#snapshot.refusals;
  }
  get canUndo(): boolean {
    return this.#snapshot.status.undo;
  }
  get canRedo(): boolean {
    return this.#snapshot.status.redo;
  }
  /** Set while this browser can't keep unsaved values: a reload would lose them. */
  get deviceProblem(): DeviceStoreProblem | null {
    return this.#snapshot.deviceProblem;
  }

  /** One leaf, all of its cells together, or only the `kind` asked for. */
  stateOf(leaf: string, kind?: CellKind): CellState {
    const { content, unsaved, refusals } = this.#snapshot;
    const kinds: CellKind[] = kind ? [kind] : ['mark', 'basis', 'reason'];
    const value = refusals.find((one) => one.leaf === leaf && kinds.includes(one.kind));
    if (value) return { kind: 'refused', value };
    if (kinds.some((one) => unsaved.includes(keyOf(leaf, one)))) return { kind: 'local' };
    const line = content[leaf];
    const filled = {
      mark: line?.mark !== undefined,
      basis: line?.basis !== undefined,
      reason: !!line?.reason,
    };
    const times = kinds.map((one) => this.#document.savedAt(leaf, one) ?? 0);
    const at = Math.max(...times);
    if (at === 0 && !kinds.some((one) => filled[one])) return { kind: 'empty' };
    return { kind: 'saved', at: at || null };
  }

  /** null takes the mark away. The caller has checked it against the indicator's grid. */
  setMark(leaf: string, mark: Mark | null): void {
    this.#document.setMark(leaf, mark);
  }

  /** A basis, and the score that follows from it, in one step; see CardDocument.setBasis. */
  setBasis(leaf: string, basis: Basis | null, mark?: Mark | null, typing?: boolean): boolean {
    return this.#document.setBasis(leaf, basis, mark, typing);
  }

  /** See CardDocument.setReason: `shown` and `composing` matter to text fields only. */
  setReason(leaf: string, text: string, shown?: string, composing?: boolean): void {
    this.#document.setReason(leaf, text, shown, composing);
  }

  /** Sends what is being typed without waiting for its window: at blur, Enter, hand-in. */
  flush(leaf?: string): void {
    this.#document.flush(leaf);
  }

  /** Takes this person's last change back; answers the leaves that it was on. */
  undo(): string[] {
    return this.#document.step('undo');
  }
  redo(): string[] {
    return this.#document.step('redo');
  }

  /** Resolves once all is durable (or among `refusals`); rejects when the card is closed. */
  flushed(): Promise<void> {
    return this.#document.flushed();
  }

  /** Enters a refused value again, or puts it away. */
  retry({ leaf, kind, value }: RefusedValue): void {
    this.dismiss(leaf, kind);
    if (kind === 'mark') this.setMark(leaf, value as Mark | null);
    else if (kind === 'basis') this.setBasis(leaf, value as Basis | null);
    else this.setReason(leaf, value as string);
    this.flush(leaf);
  }
  dismiss(leaf: string, kind: CellKind): void {
    this.#refused.dismiss(leaf, kind);
    this.#read();
  }

  close(): void {
    clearInterval(this.#beat);
    this.#closed.abort();
    this.#document.close();
  }

  /** The browser says goodbye in several ways, and sometimes is never heard of again. */
  #listen(): void {
    const { signal } = this.#closed;
    const flush = () => this.#document.flush();
    addEventListener('pagehide', () => this.#document.leave(), { signal });
    document.addEventListener('visibilitychange', flush, { signal });
    addEventListener('offline', () => this.#hear(false), { signal });
    addEventListener('online', () => this.#hear(true), { signal });
  }

  #hear(heard: boolean): void {
    this.#heard = heard;
    this.#read();
  }

  #read(): void {
    if (this.#closed.signal.aborted || !this.#document) return;
    const { status } = this.#document;
    const { entries, problem } = this.#journal;
    this.#snapshot = {
      content: this.#document.content,
      status,
      saveState: this.#saveState(status, entries.length),
      unsaved: entries.map(({ leaf, kind }) => keyOf(leaf, kind)),
      refusals: this.#refused.list,
      deviceProblem: problem,
    };
  }

  #saveState(status: CardStatus, count: number): SaveState {
    if (status.closed) return { kind: 'closed', reason: status.closed };
    if (!status.ready) return { kind: 'loading' };
    if (!status.online || !this.#heard) return { kind: 'offline', count };
    if (count > 0) return { kind: 'local', count };
    const refused = this.#refused.list.length;
    return refused > 0
      ? { kind: 'refused', count: refused }
      : { kind: 'saved', at: status.lastSaved };
  }
}
