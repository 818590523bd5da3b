import { describe, expect, test } from 'vitest';
import type { Anonymity } from '../../shared/panel/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const SEATS = ['e1', 'e2', 'secretary', 'projection'];
const see = (story: Story, seat: string) => viewFor(story.state, seat, '')!.movements;

/** e2 goes from 10 to 17 on b in round 2, and from 17 to 12 in round 3. */
function begun(anonymity: Anonymity): Story {
  const setup = smallSetup();
  return new Story(smallSetup({ rules: { ...setup.rules, anonymity } }))
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] });
}
const again = (story: Story, score: number): Story =>
  story
    .does('e1', { type: 'open-round', leaves: ['b'] })
    .allScore((seat) => (seat === 'e2' ? score : 10_00));
const revealed = (story: Story, score: number): Story =>
  again(story, score).does('e1', { type: 'reveal', without: [] });

describe('[VW7] how further rounds moved the scores', () => {
  test('every further round is in the view, each beside what stood before it', () => {
    const story = revealed(revealed(begun('named'), 17_00), 12_00);
    for (const seat of SEATS)
      expect(see(story, seat).map(({ round, shifts: [shift] }) => [round, shift])).toMatchObject([
        [2, { leaf: 'b', from: 1, n: 5, changed: 1, mean: 1_40 }],
        [3, { leaf: 'b', from: 2, n: 5, changed: 1, mean: -1_00 }],
      ]);
    expect(see(story, 'e1').map(({ shifts }) => shifts[0]!.who)).toEqual([
      [{ seat: 'e2', name: '专家二', before: 10_00, after: 17_00 }],
      [{ seat: 'e2', name: '专家二', before: 17_00, after: 12_00 }],
    ]);
  });

  test('who moved is said in no round to the wall, nor to the experts of an anonymous panel', () => {
    const story = revealed(revealed(begun('anonymous'), 17_00), 12_00);
    for (const seat of ['e2', 'projection'])
      expect(see(story, seat).flatMap(({ shifts }) => shifts.map(({ who }) => who))).toEqual([
        null,
        null,
      ]);
    expect(see(story, 'secretary').every(({ shifts }) => shifts[0]!.who?.length === 1)).toBe(true);
  });

  test('nothing is said while a round is scored', () => {
    const story = again(revealed(begun('named'), 17_00), 12_00);
    for (const seat of SEATS) expect(see(story, seat)).toEqual([]);
  });
});
