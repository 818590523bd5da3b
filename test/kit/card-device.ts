import { WebSocket } from 'ws';
import { CardDocument } from '../../client/sync/card-document.ts';
import { DeviceStore } from '../../client/sync/device-store.ts';
import { Journal } from '../../client/sync/journal.ts';
import { RefusedValues } from '../../client/sync/refused-values.ts';
import type { CardContent } from '../../shared/scorecard/terms.ts';
import { MemoryStorage } from './memory-storage.ts';

export interface DeviceOptions {
  /** 'ws://host:port' of the server, or of a wire to it. */
  server: string;
  panel: string;
  card: string;
  token: string;
  leaves: readonly string[];
  /** What the browser keeps; the same for two tabs, and before and after a reload. */
  storage?: MemoryStorage;
  tab?: string;
  now?: () => number;
}

/** The product's own card, as a page holds it, on a device of its own. */
export class CardDevice {
  readonly card: CardDocument;
  readonly journal: Journal;
  readonly refused: RefusedValues;
  readonly storage: MemoryStorage;
  #waiting: (() => void)[] = [];

  constructor(options: DeviceOptions) {
    const { server, panel, card, token, leaves } = options;
    const { storage = new MemoryStorage(), tab = 'tab', now = Date.now } = options;
    const store = new DeviceStore(storage);
    this.storage = storage;
    this.journal = new Journal(store, `${panel}/${card}`, tab, now);
    this.refused = new RefusedValues(store, `${panel}/${card}`, now);
    this.card = new CardDocument(
      {
        endpoint: `${server}/sync/${panel}`,
        card,
        params: { token },
        leaves,
        socket: WebSocket as never,
      },
      {
        journal: this.journal,
        refused: this.refused,
        now,
        onChange: () => {
          for (const wake of this.#waiting.splice(0)) wake();
        },
      },
    );
  }

  get content(): CardContent {
    return this.card.content;
  }

  /** Resolves when the condition holds; asked again at every change of the card. */
  async until(condition: () => boolean): Promise<void> {
    while (!condition()) await new Promise<void>((wake) => this.#waiting.push(wake));
  }

  async ready(): Promise<this> {
    await this.until(() => this.card.status.ready);
    return this;
  }

  /** The page ends without a goodbye, as in a crash: nothing is flushed, nothing released. */
  crash(): void {
    const kept = new Map(
      Array.from({ length: this.storage.length }, (_, index) => {
        const key = this.storage.key(index)!;
        return [key, this.storage.getItem(key)!];
      }),
    );
    this.card.close();
    this.storage.clear();
    for (const [key, value] of kept) this.storage.setItem(key, value);
  }
}
