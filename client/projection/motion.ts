import { prefersReducedMotion } from 'svelte/motion';

/** Milliseconds of a movement: none at all for those who asked for none. */
export function calm(milliseconds: number): number {
  return prefersReducedMotion.current ? 0 : milliseconds;
}

/** How long one slide takes to give way to the next. */
export const CROSSFADE = 400;
