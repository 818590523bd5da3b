import type { Points } from '../framework/points.ts';
import type { GradeBand, GradePreset } from './terms.ts';

/** Bands from best to worst; the last one starts at 0, so every total has a grade. */
export type GradeBands = readonly [GradeBand, ...GradeBand[]];

/** Guangdong: both reference reports. National: 财预〔2020〕10号. */
const BANDS: Record<GradePreset, GradeBands> = {
  guangdong: [
    { name: '优', min: 90_00 },
    { name: '良', min: 80_00 },
    { name: '中', min: 70_00 },
    { name: '低', min: 60_00 },
    { name: '差', min: 0 },
  ],
  national: [
    { name: '优', min: 90_00 },
    { name: '良', min: 80_00 },
    { name: '中', min: 60_00 },
    { name: '差', min: 0 },
  ],
};

/** A total this near to a boundary is pointed out before it is concluded. */
export const BOUNDARY_MARGIN: Points = 50;

export function bandsOf(preset: GradePreset): GradeBands {
  return BANDS[preset];
}

/** The band that a total falls in: `min` included, the next better band's `min` excluded. */
export function gradeOf(total: Points, bands: GradeBands): GradeBand {
  return bands.reduce((found, band) => (total >= found.min ? found : band));
}

/** A boundary between two grades and how far a total is from it. */
export interface Boundary {
  min: Points;
  above: string;
  below: string;
  /** total − min: from 0 on inside the better grade, negative below it. */
  gap: Points;
}

/** The nearest boundary within `BOUNDARY_MARGIN` (0.5 points, included), or null. */
export function nearBoundary(total: Points, bands: GradeBands): Boundary | null {
  const near = boundaries(total, bands).filter(({ gap }) => Math.abs(gap) <= BOUNDARY_MARGIN);
  return near.sort((a, b) => Math.abs(a.gap) - Math.abs(b.gap))[0] ?? null;
}

/** The boundary to the next better grade, or null in the best one. */
export function nextBoundary(total: Points, bands: GradeBands): Boundary | null {
  return boundaries(total, bands).findLast(({ gap }) => gap < 0) ?? null;
}

function boundaries(total: Points, bands: GradeBands): Boundary[] {
  return bands.slice(0, -1).map(({ name, min }, index) => ({
    min,
    above: name,
    below: bands[index + 1]?.name ?? name,
    gap: total - min,
  }));
}
