import { describe, expect, test } from 'vitest';
import { settledBetween, shownOf } from '../../client/projection/slides.ts';
import type { Tally } from '../../shared/views/outcome-terms.ts';
import type { StageView } from '../../shared/views/terms.ts';

type Seen = Parameters<typeof settledBetween>[1];

const full = { score: 500, reason: '' };

function seen(stage: Partial<StageView>, decisions: Tally['decisions'] | null = {}): Seen {
  const whole = { mode: 'follow', slide: 'overview', leaf: null, step: 0, blank: false } as const;
  const tally = decisions && {
    ...{ decided: Object.keys(decisions).length, of: 3, levels: {}, total: 0, grade: null },
    ...{ decisions, unrounded: null },
  };
  return { stage: { ...whole, ...stage }, tally };
}
const decisions = (leaf: string | null): Partial<StageView> => ({ slide: 'decisions', leaf });

describe('the slide of a screen', () => {
  test('is the one of the stage', () => {
    const view = seen({ mode: 'led', slide: 'reveal', leaf: 'b', step: 2 });
    expect(shownOf(view, null)).toEqual({ slide: 'reveal', leaf: 'b', step: 2 });
  });

  test('a decision falls into place on its indicator before the tree comes', () => {
    const [before, after] = [
      seen({ slide: 'discussion', leaf: 'a' }),
      seen(decisions('a'), { a: full }),
    ];
    expect(settledBetween(before, after)).toBe('a');
    expect(shownOf(after, 'a')).toEqual({ slide: 'discussion', leaf: 'a', step: 0 });
    expect(shownOf(after, null).slide).toBe('decisions');
  });

  test('an indicator opened and decided between two views is shown as decided, too', () => {
    const before = seen({ slide: 'discussion', leaf: 'a' }, { a: full });
    expect(settledBetween(before, seen(decisions('b'), { a: full, b: full }))).toBe('b');
    expect(settledBetween(before, seen({ slide: 'grade', leaf: 'b' }, { b: full }))).toBe('b');
  });

  test('a changed score is a decision again', () => {
    const before = seen({ slide: 'discussion', leaf: 'a' }, { a: full });
    const after = seen(decisions('a'), { a: { score: 450, reason: '甲' } });
    expect(settledBetween(before, after)).toBe('a');
  });

  test('many accepted at once show the tree at once', () => {
    const before = seen({ slide: 'discussion', leaf: 'a' });
    expect(settledBetween(before, seen(decisions(null), { b: full, c: full }))).toBeNull();
  });

  test('a screen that has just been switched on, or is led, shows where things stand', () => {
    const after = seen(decisions('a'), { a: full });
    expect(settledBetween(null, after)).toBeNull();
    expect(settledBetween(seen({}, null), after)).toBeNull();
    const led = seen({ ...decisions('a'), mode: 'led' }, { a: full });
    expect(settledBetween(seen({}), led)).toBeNull();
  });

  test('a view that changes nothing of this settles nothing', () => {
    const after = seen(decisions('a'), { a: full });
    expect(settledBetween(after, after)).toBeNull();
  });
});
