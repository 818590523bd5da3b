import { allotmentsOf, discussedFor, meetingFor, type Timing } from '../../shared/panel/timing.ts';
import type { Rules } from '../../shared/panel/terms.ts';

/** A clock on the wall: only where the office allots time. */
export interface Timer {
  of: 'indicator' | 'meeting';
  /** Milliseconds. */
  took: number;
  minutes: number;
  over: boolean;
}

type Allotted = Pick<Rules, 'allotments'>;

/** The clock of an indicator, while it is discussed. */
export function leafTimer(
  timing: Timing,
  rules: Allotted,
  leaf: string,
  now: number,
): Timer | null {
  if (timing.running?.leaf !== leaf) return null;
  return timerOf('indicator', discussedFor(timing, leaf, now), allotmentsOf(rules).indicator);
}

/** The clock of the meeting, from the first round to the conclusion. */
export function meetingTimer(timing: Timing, rules: Allotted, now: number): Timer | null {
  if (timing.startedAt === null || timing.endedAt !== null) return null;
  return timerOf('meeting', meetingFor(timing, now), allotmentsOf(rules).meeting);
}

function timerOf(of: Timer['of'], took: number, minutes: number | null): Timer | null {
  return minutes === null ? null : { of, took, minutes, over: took > minutes * 60_000 };
}
