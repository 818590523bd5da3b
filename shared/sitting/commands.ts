import type { SeatId, SharedSection } from '../panel/terms.ts';
import type { SittingSetup } from './terms.ts';

/** What a person asks of a sitting. Who asks comes from the socket, never from the command. */
export type SittingCommand =
  | { type: 'edit-title'; title: string }
  /** `base` is the setup counter that the writer saw, as with a panel's setup. */
  | {
      [S in SharedSection]: {
        type: 'edit-setup';
        section: S;
        value: SittingSetup[S];
        base: number;
      };
    }[SharedSection]
  | { type: 'want-ranking'; wanted: boolean }
  /** `base` is the agenda counter that the writer saw. */
  | { type: 'arrange-agenda'; agenda: string[]; base: number }
  /** `from` is the project that the caller saw as the current one: two callers never skip one. */
  | { type: 'call-project'; panel: string; from: string | null }
  | { type: 'show-ranking'; shown: boolean }
  | { type: 'void-link'; seat: SeatId }
  | { type: 'join' };
