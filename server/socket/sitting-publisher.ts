import type { SeatId } from '../../shared/panel/terms.ts';
import { sittingViewFor, type SittingView } from '../../shared/views/sitting.ts';
import type { SittingRoom } from '../sitting/sitting-room.ts';
import { Pace } from './pace.ts';

export interface SittingReader {
  seat: SeatId;
  view: (view: SittingView) => void;
}

/** Turns the folds of a sitting and of its projects into views, as the panel's publisher does. */
export class SittingPublisher {
  readonly #sitting: SittingRoom;
  #readers = new Set<SittingReader>();
  #sent = new WeakMap<SittingReader, string>();
  #pace = new Pace(() => this.#publish());
  #unwatch: () => void;
  #current: string;

  constructor(sitting: SittingRoom) {
    this.#sitting = sitting;
    this.#current = this.#situation();
    this.#unwatch = sitting.watch(() => {
      // The room follows its chair at once, whatever the window says.
      const situation = this.#situation();
      this.#pace.changed(situation !== this.#current);
      this.#current = situation;
    });
  }

  add(reader: SittingReader): void {
    this.#readers.add(reader);
    this.#send(reader);
  }

  remove(reader: SittingReader): void {
    this.#readers.delete(reader);
  }

  close(): void {
    this.#unwatch();
    this.#pace.close();
  }

  #situation(): string {
    const { called, ranking } = this.#sitting.state;
    return `${called} ${ranking.shown}`;
  }

  #publish(): void {
    for (const reader of this.#readers) this.#send(reader);
  }

  /** Only what is news to this reader, as with a panel. [PB2] */
  #send(reader: SittingReader): void {
    const { id, state, panels } = this.#sitting;
    const view = sittingViewFor(id, state, panels, reader.seat);
    if (!view) return;
    const seen = JSON.stringify({ ...view, version: 0 });
    if (seen !== this.#sent.get(reader)) reader.view(view);
    this.#sent.set(reader, seen);
  }
}
