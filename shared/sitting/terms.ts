import type { SharedSection, Setup } from '../panel/terms.ts';

/**
 * A sitting is one meeting on several projects: the same people, one link a seat, one projection.
 * Its ids are recognised by their form, so that an address says which of the two it names.
 */
export type SittingId = string;

const SITTING_ID = /^sitting[a-z0-9]{16}$/;

export function isSittingId(id: string): boolean {
  return SITTING_ID.test(id);
}

/** What the sitting settles for all of its projects. */
export type SittingSetup = Pick<Setup, SharedSection>;

export const MAX_PROJECTS = 30;
/** Characters of the title. */
export const MAX_TITLE = 200;
