import type { Command } from '../../shared/panel/commands.ts';
import type { Paper, View } from '../../shared/views/terms.ts';
import type { Answer, FarewellCode } from '../../shared/wire/events.ts';
import { connectPanel, type PanelSocket } from '../sync/panel-socket.ts';

/**
 * What one seat knows of its panel: the newest paper and view, replaced whole, and whether they are
 * live. Components read it and send commands; they never see the socket.
 */
export class Panel {
  readonly panel: string;
  readonly seat: string;
  #view = $state.raw<View | null>(null);
  #paper = $state.raw<Paper | null>(null);
  #live = $state(false);
  #farewell = $state<FarewellCode | null>(null);
  #ahead = $state(0);
  #socket: PanelSocket;

  constructor(panel: string, seat: string) {
    this.panel = panel;
    this.seat = seat;
    this.#socket = connectPanel(panel, seat, {
      view: (view) => {
        // After a reconnect or from another node an older view may arrive late: the newer stays.
        if (!this.#view || view.version >= this.#view.version) this.#view = view;
      },
      paper: (paper) => {
        if (!this.#paper || paper.revision >= this.#paper.revision) this.#paper = paper;
      },
      live: (live) => (this.#live = live),
      ahead: (milliseconds) => (this.#ahead = milliseconds),
      farewell: (code) => (this.#farewell = code),
    });
  }

  get view(): View | null {
    return this.#view;
  }
  get paper(): Paper | null {
    return this.#paper;
  }
  /** The socket is up and the view is the server's latest. */
  get live(): boolean {
    return this.#live;
  }
  /** How far the server's clock is ahead of this device's, in milliseconds. See `ServerClock`. */
  get ahead(): number {
    return this.#ahead;
  }
  /** Set once the server has shown this device out. */
  get farewell(): FarewellCode | null {
    return this.#farewell;
  }

  /** Sends a command; repeats it with the same operation id until the server has answered. */
  command(command: Command): Promise<Answer> {
    return this.#socket.command(command);
  }

  close(): void {
    this.#socket.close();
  }
}
