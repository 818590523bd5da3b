import type { ProjectionView } from '../../shared/views/terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { projection as words } from '../i18n/projection.ts';
import { duration } from '../ui/time.ts';

/** What stands beside the ring while the experts score: which round, how long, how blind. */
export function scoringLines(
  view: Pick<ProjectionView, 'round' | 'roundOpenedAt'>,
  blind: boolean,
  now: number,
): { title: string; lead: string; note: string } {
  const { round, roundOpenedAt } = view;
  const time = roundOpenedAt === null ? null : duration(now - Date.parse(roundOpenedAt));
  return {
    title: round > 1 ? t(words.scoringRound, { n: round }) : t(words.scoring),
    lead: time === null ? '' : t(words.elapsed, { time }),
    note: t(blind ? words.blind : words.openScoring),
  };
}
