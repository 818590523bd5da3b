import { describe, expect, test } from 'vitest';
import { stageKeyOf } from '../../client/chair/stage-keys.ts';
import { asProjection } from '../../client/projection/as-projection.ts';
import { deckOf, slidesOf, turned } from '../../client/projection/deck.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import type { Tally } from '../../shared/views/outcome-terms.ts';
import type { ChairView, ProjectionView } from '../../shared/views/terms.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const tally = (grade: string | null): Tally => ({
  ...{ decided: 0, of: 2, levels: {}, total: 0, grade, decisions: {}, unrounded: null },
});
const view = (phase: ProjectionView['phase'], grade: string | null = null) => ({
  ...{ phase, tally: phase === 'setup' || phase === 'scoring' ? null : tally(grade) },
});
const at = (slide: string, leaf: string | null = null, step = 0) =>
  ({ slide, leaf, step }) as never;

describe('the deck of a phase', () => {
  test('holds what there is to show, in the order of the meeting', () => {
    expect(slidesOf(view('setup'))).toEqual(['welcome']);
    expect(slidesOf(view('scoring'))).toEqual(['welcome', 'scoring']);
    expect(slidesOf(view('revealed'))).toEqual(['overview', 'reveal', 'discussion', 'decisions']);
    expect(slidesOf(view('revealed', '优'))).toContain('grade');
    expect(slidesOf(view('concluded', '优')).at(-1)).toBe('thanks');
    expect(slidesOf(view('sealed', '优'))).toEqual([]);
  });

  const deck = deckOf(view('revealed'), ['a', 'b'], 2);

  test('every slide of it may be put up, as the panel sees it', () => {
    const story = new Story()
      .does('secretary', { type: 'open-round' })
      .allScore()
      .does('e1', { type: 'reveal', without: [] });
    for (const led of deckOf(view('revealed'), ['a', 'b', 'c'], 1))
      expect(story.asks('e1', { type: 'set-stage', led, blank: false })).toBe('accepted');
  });

  test('next goes through the pages, then through each indicator step by step', () => {
    const walked = [];
    for (let now = deck[0] ?? null; now; now = turned(deck, now, 1))
      walked.push(`${now.slide} ${now.leaf} ${now.step}`);
    expect(walked).toEqual([
      ...['overview null 0', 'overview null 1', 'reveal a 0', 'reveal a 1', 'reveal a 2'],
      ...['reveal b 0', 'reveal b 1', 'reveal b 2', 'decisions null 0'],
    ]);
    expect(turned(deck, at('overview'), -1)).toBeNull();
    expect(turned(deck, at('decisions'), -1)).toEqual({ slide: 'reveal', leaf: 'b', step: 2 });
  });

  test('from the discussion of an indicator it goes on to the next one', () => {
    expect(turned(deck, at('discussion', 'a'), 1)).toEqual({ slide: 'reveal', leaf: 'b', step: 0 });
  });

  test('a screen that follows a decision goes on from the tree', () => {
    expect(turned(deck, at('decisions', 'a'), -1)).toMatchObject({ slide: 'reveal', leaf: 'b' });
  });
});

describe('keys for the projection at the console', () => {
  const pressed = (
    key: string,
    focus: Parameters<typeof stageKeyOf>[1] = 'page',
    leading = false,
  ) =>
    stageKeyOf(
      {
        ...{ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false },
        ...{ isComposing: false, defaultPrevented: false },
      },
      focus,
      leading,
      true,
    );

  test('arrows turn, B and the full stop darken, F follows', () => {
    expect(pressed('ArrowRight')).toEqual({ act: 'turn', by: 1 });
    expect(pressed('ArrowLeft', 'row')).toEqual({ act: 'turn', by: -1 });
    for (const key of ['b', '.', '。']) expect(pressed(key)).toEqual({ act: 'blank' });
    expect(pressed('F')).toEqual({ act: 'follow' });
  });

  test('tabs keep their arrows, fields keep everything', () => {
    expect(pressed('ArrowRight', 'control')).toBeNull();
    for (const key of ['ArrowRight', 'b', '.', 'f', 'PageDown'])
      for (const focus of ['text', 'score'] as const) expect(pressed(key, focus, true)).toBeNull();
  });

  test('a presenter’s remote turns while somebody leads; else the page scrolls', () => {
    expect(pressed('PageDown', 'page', true)).toEqual({ act: 'turn', by: 1 });
    expect(pressed('PageDown', 'page', false)).toBeNull();
  });
});

describe('the preview', () => {
  const told = (reasons: boolean): Story => {
    const { rules } = smallSetup();
    return new Story(smallSetup({ rules: { ...rules, projection: { reasons, nextSteps: '' } } }))
      .does('secretary', { type: 'open-round' })
      .allScore()
      .does('e1', { type: 'reveal', without: [] });
  };

  test('draws from exactly what the wall is sent: no name, no reason more', () => {
    for (const reasons of [true, false]) {
      const { state } = told(reasons);
      const console = viewFor(state, 'e1', '') as ChairView;
      expect(asProjection(console, state.setup.rules)).toEqual(viewFor(state, 'projection', ''));
    }
  });
});
