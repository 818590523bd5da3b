import { scaleLinear } from 'd3-scale';
import type { GradeBand } from '../../shared/consensus/terms.ts';
import type { Points } from '../../shared/framework/points.ts';

/** One grade as a part of the line from 0 to 100 points, in percent of it. */
export interface BandPart {
  name: string;
  min: Points;
  from: number;
  width: number;
  /** The total fell in it. */
  here: boolean;
}

const FULL: Points = 100_00;

/** The grades along the line of totals, from the worst to the best, and the place of the total. */
export function bandScale(
  bands: readonly GradeBand[],
  total: Points,
): { parts: BandPart[]; at: number } {
  const at = scaleLinear([0, FULL], [0, 100]).clamp(true);
  const parts = bands.map(({ name, min }, index): BandPart => {
    const below = bands[index - 1]?.min ?? FULL;
    const here = total >= min && (index === 0 || total < below);
    return { name, min, from: at(min), width: at(below) - at(min), here };
  });
  return { parts: parts.reverse(), at: at(total) };
}
