import { bandsOf, nextBoundary, type Boundary } from '../../shared/consensus/grades.ts';
import type { GradePreset } from '../../shared/consensus/terms.ts';
import { formatPoints, type Points } from '../../shared/framework/points.ts';
import { chair as words } from '../i18n/chair.ts';
import { t } from '../i18n/language.svelte.ts';

/** A boundary so near that the room should look twice. */
export function boundaryWords({ above, min, gap }: Boundary): string {
  return t(gap < 0 ? words.nearBelow : words.nearAbove, {
    above,
    min: formatPoints(min),
    gap: formatPoints(Math.abs(gap)),
  });
}

/** How far a total is from the next better grade. */
export function distanceWords(total: Points, grades: GradePreset): string {
  const next = nextBoundary(total, bandsOf(grades));
  return next
    ? t(words.toNext, { above: next.above, gap: formatPoints(-next.gap) })
    : t(words.inBest);
}
