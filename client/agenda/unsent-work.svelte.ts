import type { SeatId } from '../../shared/panel/terms.ts';
import { CardStore } from '../scorecard/card.svelte.ts';
import { DeviceStore, storageOf } from '../sync/device-store.ts';
import { unsentCards } from '../sync/unsent.ts';

interface Owed {
  panel: string;
  card: string;
  store: CardStore;
}

/**
 * What was entered in a project that this page no longer shows, and is not on the server yet: the
 * room moved on while this device was offline. It is sent from here, and the page says so.
 */
export class UnsentWork {
  #owed = $state.raw<Owed[]>([]);
  #seat: SeatId;

  constructor(seat: SeatId) {
    this.#seat = seat;
  }

  /** Projects with something that is only on this device or was refused. */
  get panels(): { panel: string; refused: boolean }[] {
    const left = this.#owed.filter(({ store }) => !isSettled(store));
    return left.map(({ panel, store }) => ({
      panel,
      refused: ['refused', 'closed'].includes(store.saveState.kind),
    }));
  }

  /** Sees what these projects are owed; the one that is shown sends its own. */
  look(panels: readonly string[], shown: string | null): void {
    this.#drop(({ panel }) => panel === shown || !panels.includes(panel));
    const device = new DeviceStore(storageOf(() => localStorage));
    const elsewhere = panels.filter((panel) => panel !== shown);
    for (const { panel, card, leaves } of unsentCards(device, elsewhere, this.#seat)) {
      if (this.#owed.some((each) => each.panel === panel && each.card === card)) continue;
      const store = new CardStore({ panel, seat: this.#seat, card, leaves });
      this.#owed = [...this.#owed, { panel, card, store }];
    }
  }

  /** Lets go of what has arrived. */
  settle(): void {
    this.#drop(({ store }) => isSettled(store));
  }

  close(): void {
    this.#drop(() => true);
  }

  #drop(which: (owed: Owed) => boolean): void {
    const gone = this.#owed.filter(which);
    if (gone.length === 0) return;
    this.#owed = this.#owed.filter((each) => !gone.includes(each));
    for (const { store } of gone) store.close();
  }
}

function isSettled({ saveState }: CardStore): boolean {
  return saveState.kind === 'saved';
}
