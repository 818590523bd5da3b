import { bandsOf } from '../../shared/consensus/grades.ts';
import type { GradePreset } from '../../shared/consensus/terms.ts';
import { formatPoints } from '../../shared/framework/points.ts';
import { t } from '../i18n/language.svelte.ts';
import { projection as words } from '../i18n/projection.ts';

/** The band of a grade in words: from which total on, and below which. */
export function bandWords(preset: GradePreset, grade: string): string {
  const bands = bandsOf(preset);
  const at = bands.findIndex(({ name }) => name === grade);
  const band = bands[at];
  if (!band) return '';
  const better = bands[at - 1];
  const min = formatPoints(band.min);
  if (!better) return t(words.bandTop, { min });
  const below = formatPoints(better.min);
  return at === bands.length - 1 ? t(words.bandBottom, { below }) : t(words.band, { min, below });
}
