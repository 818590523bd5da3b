import { describe, expect, test } from 'vitest';
import { changedSince, MAX_LIST, type PartId } from '../../shared/panel/analysis.ts';
import type { Command } from '../../shared/panel/commands.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Fact } from '../../shared/panel/facts.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import { MAX_REASON } from '../../shared/scorecard/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const revealed = (setup = smallSetup()) =>
  new Story(setup)
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] });

const write = (
  part: PartId,
  text: string | null,
  base = 0,
  answers = 1,
): Extract<Command, { type: 'write-analysis' }> => ({
  ...{ type: 'write-analysis', part, text, base, answers },
});
const decide = (leaf: string, score: number, reason = '见讨论'): Command => ({
  ...{ type: 'decide', decisions: [{ leaf, score, reason }] },
});
const decided = () => revealed().decidesAll();
const concluded = (story: Story) => story.does('e1', { type: 'conclude' });

describe('[AN4] who may write the analysis, and when', () => {
  test('chair and secretary, nobody else', () => {
    const story = decided();
    for (const seat of ['secretary', 'e1'])
      expect(story.asks(seat, write('problems', '台账不全'))).toBe('accepted');
    for (const seat of ['e2', 'projection'])
      expect(story.asks(seat, write('problems', '台账不全'))).toBe('not-your-role');
  });

  test('from the reveal to the conclusion, not while a round is scored', () => {
    const first = new Story().does('secretary', { type: 'open-round' });
    expect(first.asks('secretary', write('problems', 'x', 0, 0))).toBe('wrong-phase');
    expect(revealed().asks('secretary', write('problems', 'x', 0, 0))).toBe('accepted');
    const again = decided().does('e1', { type: 'open-round', leaves: ['a'] });
    expect(again.asks('secretary', write('problems', 'x'))).toBe('wrong-phase');
    const closed = concluded(decided());
    expect(closed.asks('secretary', write('problems', 'x'))).toBe('wrong-phase');
    closed.does('e1', { type: 'sign', dissent: '' });
    expect(closed.asks('secretary', write('problems', 'x'))).toBe('wrong-phase');
    closed.does('e1', { type: 'request-reopening', reason: '漏看材料' });
    closed.does('secretary', { type: 'approve-reopening' });
    expect(closed.asks('secretary', write('problems', 'x'))).toBe('accepted');
  });

  test('about an indicator that there is', () => {
    expect(decided().asks('e1', write('leaf:a', 'x'))).toBe('accepted');
    for (const part of ['leaf:x', 'leaf:g1'] as const)
      expect(decided().asks('e1', write(part, 'x'))).toBe('unknown-indicator');
  });

  test('the conclusion sees exactly the words that it concludes', () => {
    const fact: Fact = { type: 'analysis-written', part: 'problems', text: 'x', answers: 0 };
    expect(fenceOf(fact).bumps).toEqual(['analysis']);
    expect(fenceOf({ type: 'concluded', total: 0, grade: '优' }).expects).toContain('analysis');
  });

  test('[EV1] words after the conclusion move only the position', () => {
    const { state, entries } = concluded(decided());
    const fact: Fact = { type: 'analysis-written', part: 'problems', text: 'x', answers: 0 };
    const late = { ...entries.at(-1)!, position: state.position + 1, bumps: [], fact };
    expect(evolve(state, late)).toEqual({ ...state, position: state.position + 1 });
  });
});

describe('what is written', () => {
  test('[AN5] of two who write at once the later is told, and the first text stands', () => {
    const story = decided().does('secretary', write('problems', '台账不全'));
    expect(story.asks('e1', write('problems', '账目不清'))).toBe('text-moved');
    expect(story.asks('e1', write('suggestions', '补建台账'))).toBe('accepted');
    story.does('e1', write('problems', '账目不清', 1));
    const part = story.state.analysis.parts['problems'];
    expect(part).toMatchObject({ text: '账目不清', edition: 2, by: 'e1' });
  });

  test('[AN5] the draft again, also by a blank text; then the next one replaces that', () => {
    const story = decided().does('secretary', write('leaf:a', '论证充分。'));
    story.does('secretary', write('leaf:a', '  \n ', 1));
    expect(story.state.analysis.parts['leaf:a']).toMatchObject({ text: null, edition: 2 });
    const { length } = story.entries;
    story.does('secretary', write('leaf:a', null, 2));
    expect(story.entries).toHaveLength(length);
    expect(story.asks('secretary', write('leaf:a', '论证充分。', 1))).toBe('text-moved');
  });

  test('[AN6] within its length; line ends are kept, other control characters are not', () => {
    const story = decided();
    const long = (n: number) => '长'.repeat(n);
    expect(story.asks('e1', write('problems', long(MAX_LIST)))).toBe('accepted');
    expect(story.asks('e1', write('problems', long(MAX_LIST + 1)))).toBe('text-too-long');
    expect(story.asks('e1', write('leaf:a', long(MAX_REASON + 1)))).toBe('text-too-long');
    story.does('e1', write('problems', ' 一\r\n二\u0007三\n'));
    expect(story.state.analysis.parts['problems']?.text).toBe('一\n二 三');
  });

  test('who and when is in the log, and saying the same again adds nothing', () => {
    const story = decided().does('secretary', write('problems', '台账不全'));
    const { at, fact, actor } = story.entries.at(-1)!;
    expect({ fact, actor }).toEqual({
      fact: { type: 'analysis-written', part: 'problems', text: '台账不全', answers: 1 },
      actor: 'secretary',
    });
    expect(story.state.analysis.parts['problems']).toMatchObject({ by: 'secretary', at });
    const { length } = story.entries;
    story.does('secretary', write('problems', '台账不全 ', 1));
    expect(story.entries).toHaveLength(length);
  });
});

describe('[AN7] decisions that change beneath a text', () => {
  const on = (story: Story, part: string) => changedSince(story.state.analysis, part);

  test('a part that nobody wrote follows; a written one knows what changed since', () => {
    const story = decided().does('secretary', write('leaf:a', '论证充分。'));
    story.does('secretary', write('problems', '台账不全'));
    expect([on(story, 'leaf:a'), on(story, 'problems')]).toEqual([[], []]);
    story.does('e1', decide('b', 12_00)).does('e1', decide('a', 11_00));
    expect(on(story, 'leaf:a')).toEqual(['a']);
    expect(on(story, 'problems')).toEqual(['a', 'b']);
    expect(on(story, 'suggestions')).toEqual([]);
  });

  test('only what the writer saw is answered: typing on does not hide a later decision', () => {
    const story = decided().does('secretary', write('leaf:a', '论证'));
    story.does('e1', decide('a', 11_00)).does('secretary', write('leaf:a', '论证充分', 1, 1));
    expect(on(story, 'leaf:a')).toEqual(['a']);
    story.does('secretary', write('leaf:a', '论证充分', 2, 2));
    expect(on(story, 'leaf:a')).toEqual([]);
  });

  test('nobody answers decisions that are still to come', () => {
    const story = decided().does('secretary', write('leaf:a', '论证充分', 0, 99));
    story.does('e1', decide('a', 11_00));
    expect(on(story, 'leaf:a')).toEqual(['a']);
  });

  test('deciding the same again changes nothing, also after it fell open', () => {
    const story = decided().does('secretary', write('leaf:a', '论证充分。'));
    story.does('e1', decide('a', 10_00));
    story.does('e1', { type: 'open-round', leaves: ['a'] }).allScore();
    story.does('e1', { type: 'reveal', without: [] }).does('e1', decide('a', 10_00));
    expect(on(story, 'leaf:a')).toEqual([]);
    story.does('e1', decide('a', 10_00, '另有理由'));
    expect(on(story, 'leaf:a')).toEqual(['a']);
  });
});

describe('[VW8] who is sent the words', () => {
  const written = () => decided().does('secretary', write('problems', '机密草稿'));
  const text = (story: Story, seat: string) => JSON.stringify(viewFor(story.state, seat, ''));

  test('chair and secretary as they are written, with what they send back', () => {
    const story = written().does('e1', decide('c', 11_00));
    for (const seat of ['secretary', 'e1'])
      expect(viewFor(story.state, seat, '')).toMatchObject({
        analysis: {
          edition: 2,
          parts: { problems: { text: '机密草稿', edition: 1, answers: 1, changed: ['c'] } },
        },
      });
  });

  test('until the conclusion nothing in an expert’s or the wall’s view depends on them', () => {
    const without = (story: Story, seat: string) => ({
      ...viewFor(story.state, seat, '')!,
      version: 0,
    });
    for (const seat of ['e2', 'projection'])
      expect(without(written(), seat)).toEqual(without(decided(), seat));
  });

  test('experts read them with the conclusion, the wall never does', () => {
    const { rules } = smallSetup();
    for (const anonymity of ['named', 'anonymous'] as const) {
      const setup = smallSetup({ rules: { ...rules, anonymity } });
      const story = revealed(setup).decidesAll().does('e1', write('problems', '机密草稿'));
      concluded(story);
      expect(text(story, 'e2')).toContain('机密草稿');
      expect(text(story, 'projection')).not.toContain('机密草稿');
    }
  });
});

test('[EV3] a log of before there were such words opens, and its decisions make the first edition', () => {
  const { state, entries } = concluded(decided());
  expect(entries.reduce<PanelState | null>(evolve, null)).toEqual(state);
  expect(state.analysis).toMatchObject({ parts: {}, edition: 1 });
});
