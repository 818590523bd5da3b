import type { Points } from '../framework/points.ts';
import type { SeatId, SharedSection } from '../panel/terms.ts';
import type { SittingSetup } from './terms.ts';

/** What an entry of a sitting's log says happened. What happens in a project is in its own log. */
export type SittingFact =
  | { type: 'sitting-opened'; title: string; setup: SittingSetup; ranking: boolean }
  | { type: 'title-changed'; title: string }
  | {
      [S in SharedSection]: { type: 'setup-changed'; section: S; value: SittingSetup[S] };
    }[SharedSection]
  | { type: 'ranking-wanted'; wanted: boolean }
  | { type: 'project-added'; panel: string; name: string }
  /** The whole order; a project that is not in it is set aside and can be put back. */
  | { type: 'agenda-arranged'; agenda: string[] }
  | { type: 'project-called'; panel: string; name: string }
  /** With the table as the room was shown it: the sitting's record stands alone. */
  | { type: 'ranking-shown'; rows: RankingRow[] }
  | { type: 'ranking-hidden' }
  | { type: 'link-voided'; seat: SeatId }
  | { type: 'seat-joined'; seat: SeatId };

/** A concluded project in the ranking. Equal totals share a rank: 1, 2, 2, 4. */
export interface RankingRow {
  panel: string;
  rank: number;
  name: string;
  total: Points;
  grade: string;
}

/** One entry as the fold of the sitting sees it. */
export interface SittingEntry {
  position: number;
  at: string;
  actor: SeatId;
  operation?: string;
  bumps: string[];
  fact: SittingFact;
}
