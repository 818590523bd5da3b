import type { SittingCommand } from '../../shared/sitting/commands.ts';
import type { SittingView } from '../../shared/views/sitting.ts';
import type { Answer, FarewellCode } from '../../shared/wire/events.ts';
import { connectSitting } from '../sync/sitting-socket.ts';

/** What one seat knows of its sitting: the newest view, replaced whole, and whether it is live. */
export class Sitting {
  readonly sitting: string;
  readonly seat: string;
  #view = $state.raw<SittingView | null>(null);
  #live = $state(false);
  #farewell = $state<FarewellCode | null>(null);
  #socket: ReturnType<typeof connectSitting>;

  constructor(sitting: string, seat: string) {
    this.sitting = sitting;
    this.seat = seat;
    this.#socket = connectSitting(sitting, seat, {
      view: (view) => {
        if (!this.#view || view.version >= this.#view.version) this.#view = view;
      },
      live: (live) => (this.#live = live),
      farewell: (code) => (this.#farewell = code),
    });
  }

  get view(): SittingView | null {
    return this.#view;
  }
  get live(): boolean {
    return this.#live;
  }
  /** Set once the server has shown this device out. */
  get farewell(): FarewellCode | null {
    return this.#farewell;
  }

  command(command: SittingCommand): Promise<Answer> {
    return this.#socket.command(command);
  }

  close(): void {
    this.#socket.close();
  }
}
