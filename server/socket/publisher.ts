import type { Entry } from '../../shared/panel/facts.ts';
import { isCommonCard } from '../../shared/panel/seats.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import type { SeatId } from '../../shared/panel/terms.ts';
import { paperFor } from '../../shared/views/paper.ts';
import type { Paper, View } from '../../shared/views/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { Room } from '../panel/room.ts';
import { Pace } from './pace.ts';

export interface Reader {
  seat: SeatId;
  paper: (paper: Paper) => void;
  view: (view: View) => void;
}

/**
 * Turns the folds of one panel into views: the first change at once, then at most one per window,
 * the latest wins; a change of phase goes out at once, whatever the window says. [PB1]
 * A reader is sent a view only when it differs from the last one it got: a view that came without
 * news would tell a blind room that somebody is typing. [PB2]
 */
export class Publisher {
  readonly #room: Room;
  #readers = new Set<Reader>();
  #sent = new WeakMap<Reader, { view: string; revision: number }>();
  #pace = new Pace(() => this.#publish());
  #phase: PanelState['phase'];
  #unobserve: () => void;

  constructor(room: Room) {
    this.#room = room;
    this.#phase = room.state.phase;
    this.#unobserve = room.observe((entries) => this.#folded(entries));
  }

  get readers(): ReadonlySet<Reader> {
    return this.#readers;
  }

  add(reader: Reader): void {
    this.#readers.add(reader);
    this.#send(reader);
  }

  remove(reader: Reader): void {
    this.#readers.delete(reader);
  }

  close(): void {
    this.#unobserve();
    this.#pace.close();
  }

  #folded(entries: readonly Entry[]): void {
    if (entries.every((entry) => this.#isConcealed(entry))) return;
    const { phase } = this.#room.state;
    this.#pace.changed(phase !== this.#phase);
    this.#phase = phase;
  }

  /** In a blind round nobody's view depends on a card edit, so there is nothing to compute. */
  #isConcealed({ fact }: Entry): boolean {
    const { state } = this.#room;
    const isScoring = fact.type === 'scores-changed' && !isCommonCard(fact.card);
    return isScoring && state.phase === 'scoring' && state.setup.rules.blind;
  }

  #publish(): void {
    for (const reader of this.#readers) this.#send(reader);
  }

  #send(reader: Reader): void {
    const { panel, state, head } = this.#room;
    const last = this.#sent.get(reader);
    const paper = paperFor(panel, state, reader.seat);
    const view = viewFor(state, reader.seat, head);
    if (!paper || !view) return;
    // The version alone may move without anything that this reader can see: not worth a frame.
    const seen = JSON.stringify({ ...view, version: 0 });
    if (last?.revision !== paper.revision) reader.paper(paper);
    if (last?.view !== seen) reader.view(view);
    this.#sent.set(reader, { view: seen, revision: paper.revision });
  }
}
