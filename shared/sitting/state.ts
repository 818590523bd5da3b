import type { SeatId, SharedSection } from '../panel/terms.ts';
import type { SittingSetup } from './terms.ts';

/** A sitting as folded from its log. Never sent to anybody: views are built from it. */
export interface SittingState {
  /** Position of the last entry folded. */
  position: number;
  createdAt: string;
  title: string;
  setup: SittingSetup;
  /** Position at which a section of the setup last changed. */
  changed: Partial<Record<SharedSection, number>>;
  /** Every project ever added, with the position at which it came. */
  projects: { panel: string; since: number }[];
  /** Panels in the order of the agenda; projects that are not in it are set aside. */
  agenda: string[];
  /** The project last called, whether or not it is still on the agenda. */
  called: string | null;
  ranking: { wanted: boolean; shown: boolean };
  joined: SeatId[];
  /** How often a person was taken off a seat, as in a panel. */
  departures: Record<SeatId, number>;
  /** Voided links, in order: each project that was there takes them over into its own log. */
  voids: { seat: SeatId; position: number }[];
  /** The log's fence counters, as they stand at `position`. */
  fences: Record<string, number>;
  /** Positions of commands already carried out, by `seat:operation`. */
  operations: Record<string, number>;
}

/** The project that the room is at: the one called last, or the first. Null: an empty agenda. */
export function currentOf({ agenda, called }: SittingState): string | null {
  return called !== null && agenda.includes(called) ? called : (agenda[0] ?? null);
}
