import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/panel/commands.ts';
import type { Slide } from '../../shared/panel/stage.ts';
import { stageOf } from '../../shared/views/stage.ts';
import { Story } from '../kit/panel.ts';

const lead = (slide: Slide, leaf: string | null = null, step = 0): Command => ({
  type: 'set-stage',
  led: { slide, leaf, step },
  blank: false,
});
const follow: Command = { type: 'set-stage', led: null, blank: false };
const blank: Command = { type: 'set-stage', led: null, blank: true };

const scoring = (): Story => new Story().does('secretary', { type: 'open-round' });
const revealed = (): Story => scoring().allScore().does('e1', { type: 'reveal', without: [] });
const decideOne = (leaf: string): Command => ({
  type: 'decide',
  decisions: [{ leaf, score: 10_00, reason: '见讨论' }],
});
const concluded = (): Story => revealed().decidesAll().does('e1', { type: 'conclude' });

describe('the stage', () => {
  test('[ST1] chair and secretary lead, nobody else', () => {
    for (const seat of ['e1', 'secretary'])
      expect(revealed().asks(seat, lead('overview'))).toBe('accepted');
    for (const seat of ['e2', 'projection'])
      expect(revealed().asks(seat, lead('overview'))).toBe('not-your-role');
  });

  test('[ST5] the screen itself may go dark and light again, no more', () => {
    const story = revealed().does('e1', lead('overview'));
    const led = { slide: 'overview', leaf: null, step: 0 } as const;
    const dark: Command = { type: 'set-stage', led, blank: true };
    expect(story.asks('projection', dark)).toBe('accepted');
    expect(story.asks('projection', blank)).toBe('not-your-role');
    expect(story.asks('e2', dark)).toBe('not-your-role');
    expect(stageOf(story.does('projection', dark).state)).toMatchObject({
      ...{ mode: 'led', slide: 'overview', blank: true },
    });
  });

  test('[ST1] asking for what is there adds no entry', () => {
    const story = revealed().does('e1', lead('reveal', 'b', 1));
    const length = story.entries.length;
    expect(story.does('secretary', lead('reveal', 'b', 1)).entries).toHaveLength(length);
    expect(story.does('secretary', lead('reveal', 'b', 2)).entries).toHaveLength(length + 1);
  });

  test('[ST2] only a slide that has something to show can be put up', () => {
    const allowed = (story: Story, slides: Slide[]): string[] =>
      slides.filter((slide) => story.asks('e1', lead(slide)) === 'accepted');
    const slides: Slide[] = [
      ...(['welcome', 'scoring', 'overview', 'decisions', 'grade'] as const),
      ...(['signatures', 'sealed', 'thanks'] as const),
    ];
    expect(allowed(new Story(), slides)).toEqual(['welcome']);
    expect(allowed(scoring(), slides)).toEqual(['welcome', 'scoring']);
    expect(allowed(revealed(), slides)).toEqual(['welcome', 'overview', 'decisions']);
    expect(allowed(revealed().decidesAll(), slides)).toContain('grade');
    expect(allowed(concluded(), slides)).toEqual([
      ...['welcome', 'overview', 'decisions', 'grade', 'signatures', 'thanks'],
    ]);
    expect(scoring().asks('e1', lead('reveal', 'a'))).toBe('wrong-phase');
  });

  test('[ST3] a slide about an indicator names one that there is, the others name none', () => {
    expect(revealed().asks('e1', lead('reveal', 'x'))).toBe('unknown-indicator');
    expect(revealed().asks('e1', lead('discussion'))).toBe('unknown-indicator');
    expect(revealed().asks('e1', lead('overview', 'a'))).toBe('unknown-indicator');
    expect(revealed().asks('e1', lead('discussion', 'a'))).toBe('accepted');
  });

  test('[ST4] leading ends where the panel goes on; a blank screen stays blank', () => {
    const story = scoring()
      .does('e1', {
        type: 'set-stage',
        led: { slide: 'welcome', leaf: null, step: 0 },
        blank: true,
      })
      .allScore();
    expect(stageOf(story.state)).toMatchObject({ mode: 'led', slide: 'welcome', blank: true });
    story.does('e1', { type: 'reveal', without: [] });
    expect(stageOf(story.state)).toMatchObject({ mode: 'follow', slide: 'overview', blank: true });
    story.does('e1', follow);
    expect(stageOf(story.state).blank).toBe(false);
  });

  test('[PH1] after the seal nothing is led any more', () => {
    const story = concluded();
    story.does('e1', { type: 'seal', without: ['e1', 'e2', 'e3', 'e4', 'e5'] });
    expect(story.asks('e1', blank)).toBe('panel-sealed');
    expect(stageOf(story.state)).toMatchObject({ mode: 'follow', slide: 'sealed' });
  });

  test('what happens meanwhile does not take a led slide down', () => {
    const story = revealed().does('e1', lead('overview')).does('e1', decideOne('a'));
    expect(stageOf(story.state)).toMatchObject({ mode: 'led', slide: 'overview' });
    story.does('e1', follow);
    expect(stageOf(story.state)).toMatchObject({ mode: 'follow', slide: 'decisions', leaf: 'a' });
  });
});

describe('a stage that follows', () => {
  test('[VW4] the slide is where the phase and the last act leave the room', () => {
    const story = new Story();
    const slides: [string, string | null][] = [];
    const note = (): void => {
      const { slide, leaf } = stageOf(story.state);
      slides.push([slide, leaf]);
    };
    note();
    story.does('secretary', { type: 'open-round' });
    note();
    story.allScore().does('e1', { type: 'reveal', without: [] });
    note();
    story.does('e1', { type: 'discuss', leaf: 'b' });
    note();
    story.does('e1', decideOne('b'));
    note();
    story.does('e1', { type: 'discuss', leaf: 'a' });
    note();
    story.decidesAll();
    note();
    story.does('e1', { type: 'discuss', leaf: 'c' });
    note();
    story.does('e1', decideOne('c'));
    note();
    story.does('e1', { type: 'conclude' });
    note();
    expect(slides).toEqual([
      ['welcome', null],
      ['scoring', null],
      ['overview', null],
      ['discussion', 'b'],
      ['decisions', 'b'],
      ['discussion', 'a'],
      ['grade', null],
      ['discussion', 'c'],
      ['grade', 'c'],
      ['signatures', null],
    ]);
  });
});
