import { describe, expect, test } from 'vitest';
import { leafTimer, meetingTimer } from '../../client/projection/timers.ts';
import { NO_TIME, type Timing } from '../../shared/panel/timing.ts';

const START = Date.UTC(2026, 0, 1, 9);
const at = (minutes: number) => START + minutes * 60_000;
const timing: Timing = {
  startedAt: new Date(START).toISOString(),
  endedAt: null,
  running: { leaf: 'a', since: new Date(at(30)).toISOString() },
  spent: { a: 60_000, b: 240_000 },
};
const rules = { allotments: { indicator: 5, meeting: 90 } };

describe('clocks on the wall', () => {
  test('an indicator’s clock runs while it is discussed, and says when its time is over', () => {
    expect(leafTimer(timing, rules, 'a', at(32))).toEqual({
      ...{ of: 'indicator', took: 3 * 60_000, minutes: 5, over: false },
    });
    expect(leafTimer(timing, rules, 'a', at(35))).toMatchObject({ took: 6 * 60_000, over: true });
    expect(leafTimer(timing, rules, 'b', at(32))).toBeNull();
  });

  test('the meeting’s clock runs from the first round to the conclusion', () => {
    expect(meetingTimer(timing, rules, at(32))).toMatchObject({ took: 32 * 60_000, minutes: 90 });
    expect(meetingTimer(timing, rules, at(95))).toMatchObject({ over: true });
    expect(meetingTimer(NO_TIME, rules, at(1))).toBeNull();
    expect(meetingTimer({ ...timing, endedAt: timing.startedAt }, rules, at(1))).toBeNull();
  });

  test('nobody is hurried where no time was allotted', () => {
    expect(leafTimer(timing, {}, 'a', at(32))).toBeNull();
    expect(meetingTimer(timing, {}, at(32))).toBeNull();
  });
});
