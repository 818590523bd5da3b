import { describe, expect, test } from 'vitest';
import { actBetween, slideOf } from '../../client/projection/slides.ts';
import type { Tally } from '../../shared/views/terms.ts';

type Seen = Parameters<typeof slideOf>[0];

const LEAVES = 3;

function revealed(discussing: string | null, decisions: Tally['decisions'] = {}): Seen {
  const decided = Object.keys(decisions).length;
  const tally: Tally = {
    decided,
    of: LEAVES,
    levels: {},
    total: 0,
    grade: decided === LEAVES ? '优' : null,
    decisions,
    unrounded: null,
  };
  return { phase: 'revealed', discussing, tally };
}
const full = { score: 500, reason: '' };

/** The slide after each view, as a screen would show it that has been on from the first. */
function slidesOf(views: Seen[]): string[] {
  let last: NonNullable<ReturnType<typeof actBetween>> = { act: 'none', settling: false };
  return views.map((view, index) => {
    last = actBetween(views[index - 1] ?? null, view) ?? last;
    return slideOf(view, last.act, last.settling);
  });
}

describe('the slide of the projection', () => {
  test('before the reveal and after the conclusion the phase alone decides', () => {
    const bare = { discussing: null, tally: null };
    expect(slideOf({ ...bare, phase: 'setup' }, 'none', false)).toBe('welcome');
    expect(slideOf({ ...bare, phase: 'scoring' }, 'none', false)).toBe('scoring');
    expect(slideOf({ ...revealed('a'), phase: 'concluded' }, 'discussion', true)).toBe(
      'signatures',
    );
    expect(slideOf({ ...revealed('a'), phase: 'sealed' }, 'decision', false)).toBe('sealed');
  });

  test('overview, then the indicator, where its decision falls into place', () => {
    const scoring: Seen = { phase: 'scoring', discussing: null, tally: null };
    expect(slidesOf([scoring, revealed(null), revealed('a'), revealed('a', { a: full })])).toEqual([
      'scoring',
      'overview',
      'discussion',
      'discussion',
    ]);
  });

  test('once a decision has settled the tree shows, and the next indicator takes over', () => {
    const decided = revealed('a', { a: full });
    expect(slideOf(decided, 'decision', false)).toBe('decisions');
    expect(slidesOf([decided, revealed('b', { a: full })])).toEqual(['decisions', 'discussion']);
  });

  test('an indicator opened and decided between two views is shown as decided, then the tree', () => {
    const [before, after] = [revealed('a', { a: full }), revealed('b', { a: full, b: full })];
    expect(actBetween(before, after)).toEqual({ act: 'decision', settling: true });
    expect(slideOf(after, 'decision', true)).toBe('discussion');
    expect(slideOf(after, 'decision', false)).toBe('decisions');
    const both = revealed('b', { a: full, b: full });
    expect(actBetween(revealed('a'), both)).toEqual({ act: 'decision', settling: true });
  });

  test('decisions elsewhere (accept all) show the tree at once', () => {
    expect(slidesOf([revealed('a'), revealed('a', { b: full, c: full })])).toEqual([
      'discussion',
      'decisions',
    ]);
  });

  test('with everything decided the grade shows, unless an indicator is taken up again', () => {
    const all = { a: full, b: full, c: full };
    expect(slidesOf([revealed(null, all)])).toEqual(['grade']);
    expect(slidesOf([revealed('a', all), revealed('b', all)])).toEqual(['grade', 'discussion']);
  });

  test('a view that changes nothing of this changes no slide', () => {
    expect(actBetween(revealed('a'), revealed('a'))).toBeNull();
  });

  test('a changed score is a decision again', () => {
    const before = revealed('a', { a: full });
    const after = revealed('a', { a: { score: 450, reason: '甲' } });
    expect(actBetween(before, after)).toEqual({ act: 'decision', settling: true });
  });
});
