import type { CardId, SeatId } from '../../shared/panel/terms.ts';
import type { DeviceStore } from './device-store.ts';
import { JOURNAL, type JournalEntry } from './journal.ts';

/** A card of which this browser holds something that no server has acknowledged. */
export interface UnsentCard {
  panel: string;
  card: CardId;
  /** The leaves that it is on. */
  leaves: string[];
}

/** What this browser still owes the server for this seat in these panels. */
export function unsentCards(
  store: DeviceStore,
  panels: readonly string[],
  seat: SeatId,
): UnsentCard[] {
  const found = new Map<string, UnsentCard>();
  for (const panel of panels)
    for (const key of store.keys(`${JOURNAL}${panel}/${seat}/`)) {
      const card = key.split('/')[3];
      const page = store.read(key) as { entries?: JournalEntry[] } | undefined;
      const leaves = page?.entries?.map(({ leaf }) => leaf) ?? [];
      if (card === undefined || leaves.length === 0) continue;
      const known = found.get(`${panel}/${card}`)?.leaves ?? [];
      found.set(`${panel}/${card}`, { panel, card, leaves: [...new Set([...known, ...leaves])] });
    }
  return [...found.values()];
}
