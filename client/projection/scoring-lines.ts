import type { ProjectionView } from '../../shared/views/terms.ts';
import type { Leaf } from '../../shared/framework/terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { projection as words } from '../i18n/projection.ts';
import { duration } from '../ui/time.ts';

interface ScoringLines {
  title: string;
  /** How long it has taken. */
  lead: string;
  /** What a further round scores again; '' in the first. */
  again: string;
  note: string;
}

/** What stands beside the ring while the experts score: which round, how long, how blind. */
export function scoringLines(
  view: Pick<ProjectionView, 'round' | 'roundOpenedAt' | 'roundLeaves'>,
  leaves: readonly Leaf[],
  blind: boolean,
  now: number,
): ScoringLines {
  const { round, roundOpenedAt } = view;
  const time = roundOpenedAt === null ? null : duration(now - Date.parse(roundOpenedAt));
  return {
    title: round > 1 ? t(words.scoringRound, { n: round }) : t(words.scoring),
    lead: time === null ? '' : t(words.elapsed, { time }),
    again: round > 1 ? againWords(leaves.filter(({ id }) => view.roundLeaves.includes(id))) : '',
    note: t(blind ? words.blind : words.openScoring),
  };
}

/** As many names as the back row reads at a glance. */
const MOST_NAMES = 3;

function againWords(leaves: readonly Leaf[]): string {
  const names = leaves.slice(0, MOST_NAMES).map(({ path }) => path.at(-1) ?? '');
  const listed = names.join(t({ zh: '、', en: ', ' }));
  const more = leaves.length > MOST_NAMES;
  return t(words.againOf, {
    n: leaves.length,
    names: more ? t(words.againMore, { names: listed }) : listed,
  });
}
