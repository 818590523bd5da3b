import { bases } from './hostile-bases.ts';
import { shapes, values } from './hostile-content.ts';
import { broken, gaps, identities } from './hostile-structs.ts';
import type { Hostile } from './hostile-terms.ts';

/**
 * The Yjs part of the hostile list, for a card with leaves a, b, c (50, 30, 20 points, grid 0.5) on
 * which `victim`, another client, has written `clock` units.
 */
export function hostileUpdates(victim: number, clock: number): Hostile[] {
  return [
    ...broken(),
    ...identities(victim, clock),
    ...gaps(victim, clock),
    ...values(),
    ...bases(),
    ...shapes(),
  ];
}
