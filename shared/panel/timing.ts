import type { Entry } from './facts.ts';
import type { PanelState } from './state.ts';
import type { Rules } from './terms.ts';

/** How the hours of a meeting are spent. Computed from the times of entries, for people to see. */
export interface Timing {
  /** ISO time at which the first round opened: the meeting's clock runs from here. */
  startedAt: string | null;
  /** ISO time of the conclusion; null as long as there is something to deliberate. */
  endedAt: string | null;
  /** The indicator whose clock runs: under discussion, and not decided since. */
  running: { leaf: string; since: string } | null;
  /** By leaf id: milliseconds of the discussions that are over. */
  spent: Record<string, number>;
}

export const NO_TIME: Timing = { startedAt: null, endedAt: null, running: null, spent: {} };

/** Minutes that the secretary allots; null for no limit. Absent in panels recorded before it. */
export interface Allotments {
  indicator: number | null;
  meeting: number | null;
}

/** An hour for one indicator, a long day for a meeting. */
export const MAX_MINUTES = { indicator: 60, meeting: 600 } as const;

export function allotmentsOf({ allotments }: Pick<Rules, 'allotments'>): Allotments {
  return allotments ?? { indicator: null, meeting: null };
}

/**
 * The timing after an entry. [TM1] The meeting runs from the first round to the conclusion; [TM2] an
 * indicator's clock runs while it is under discussion, stops when it is decided or the panel leaves
 * the deliberation, and adds up over its discussions.
 */
export function timingAfter(
  timing: Timing,
  { fact, at }: Entry,
  before: PanelState,
  after: PanelState,
): Timing {
  const deliberates = after.phase === 'revealed';
  const concluded = after.phase === 'concluded' || after.phase === 'sealed';
  const endedAt = concluded ? (timing.endedAt ?? at) : null;
  const startedAt = after.phase === 'setup' ? null : (timing.startedAt ?? at);
  const marked =
    endedAt === timing.endedAt && startedAt === timing.startedAt
      ? timing
      : { ...timing, startedAt, endedAt };
  if (!deliberates || before.phase !== 'revealed') return stopped(marked, at);
  if (fact.type === 'discussion-opened') {
    return { ...stopped(marked, at), running: { leaf: fact.leaf, since: at } };
  }
  const decided =
    fact.type === 'indicators-decided' &&
    fact.decisions.some(({ leaf }) => leaf === marked.running?.leaf);
  return decided ? stopped(marked, at) : marked;
}

function stopped(timing: Timing, at: string): Timing {
  const { running, spent } = timing;
  if (!running) return timing;
  const { leaf, since } = running;
  // Entries of two nodes whose clocks differ may go back in time: no discussion takes less than none.
  const took = Math.max(0, Date.parse(at) - Date.parse(since));
  return { ...timing, running: null, spent: { ...spent, [leaf]: (spent[leaf] ?? 0) + took } };
}

/** Milliseconds that an indicator has been discussed at the server's time `now`. */
export function discussedFor({ running, spent }: Timing, leaf: string, now: number): number {
  const since = running?.leaf === leaf ? Math.max(0, now - Date.parse(running.since)) : 0;
  return (Object.hasOwn(spent, leaf) ? spent[leaf]! : 0) + since;
}

/** Milliseconds that the meeting has lasted at the server's time `now`; 0 before its first round. */
export function meetingFor({ startedAt, endedAt }: Timing, now: number): number {
  if (startedAt === null) return 0;
  return Math.max(0, (endedAt === null ? now : Date.parse(endedAt)) - Date.parse(startedAt));
}
