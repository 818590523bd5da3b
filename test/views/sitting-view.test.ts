import { describe, expect, test } from 'vitest';
import { sittingViewFor, type SittingView } from '../../shared/views/sitting.ts';
import { SittingStory } from '../kit/sitting.ts';

const SEATS = ['secretary', 'projection', 'e1', 'e2', 'e3'];
const see = (sitting: SittingStory, seat: string): SittingView =>
  sittingViewFor('sitting0123456789abcdef', sitting.state, sitting.panels, seat)!;

describe('[VW4] what a seat sees of its sitting', () => {
  test('is nothing for a seat that it does not have', () => {
    const sitting = new SittingStory().adds('a');
    for (const seat of ['e6', 'chair', '', '__proto__', 'constructor'])
      expect(
        sittingViewFor('sitting0123456789abcdef', sitting.state, sitting.panels, seat),
      ).toBeNull();
  });

  test('does not depend on what anybody has written, before the reveal', () => {
    const session = (score: number, edits: number): SittingStory => {
      const sitting = new SittingStory().adds('a').adds('b').opens('a');
      for (let edit = 0; edit < edits; edit++)
        sitting.story('a').edits('e2', [{ leaf: 'a', mark: { score }, reason: `理由${edit}` }]);
      sitting.story('a').scores('e3', () => 10_00);
      return sitting;
    };
    const [one, two] = [session(5_00, 1), session(20_00, 30)];
    for (const seat of SEATS) expect(see(two, seat)).toEqual(see(one, seat));
    expect(see(two, 'e2').agenda[0]).toMatchObject({ phase: 'scoring', handedIn: 1, experts: 5 });
    expect(JSON.stringify(SEATS.map((seat) => see(two, seat)))).not.toContain('理由');
  });

  test('has totals from the conclusion on, the table for those who lead, or when it is shown', () => {
    const sitting = new SittingStory().adds('a').adds('b').opens('b').concludes('a', 20_00);
    const story = sitting.story('b');
    story
      .allScore()
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll(() => 15_00);
    for (const seat of SEATS) {
      const { agenda, table } = see(sitting, seat);
      expect(agenda.map(({ outcome }) => outcome)).toEqual([{ total: 60_00, grade: '低' }, null]);
      expect(table === null).toBe(!['e1', 'secretary'].includes(seat));
    }
    sitting.does('e1', { type: 'show-ranking', shown: true });
    for (const seat of ['e1', 'secretary', 'projection'])
      expect(see(sitting, seat).table?.rows).toHaveLength(1);
    expect(see(sitting, 'e2').table).toBeNull();
    sitting.does('secretary', { type: 'want-ranking', wanted: false });
    for (const seat of SEATS) expect(see(sitting, seat).table).toBeNull();
  });

  test('people, rules and what was set aside go to the secretary alone', () => {
    const sitting = new SittingStory().adds('a').adds('b');
    sitting.does('secretary', { type: 'arrange-agenda', agenda: ['a'], base: 2 });
    expect(see(sitting, 'secretary').desk!.aside).toEqual([{ panel: 'b', name: '项目b' }]);
    for (const seat of SEATS.slice(1)) {
      expect(see(sitting, seat).desk).toBeNull();
      expect(JSON.stringify(see(sitting, seat))).not.toMatch(/专家|项目b/);
    }
  });

  test('has a version that rises with each act, projects set aside included', () => {
    const sitting = new SittingStory().adds('a').adds('b');
    const versions = [see(sitting, 'e2').version];
    const then = (act: () => unknown): void => {
      act();
      versions.push(see(sitting, 'e2').version);
    };
    then(() => sitting.does('secretary', { type: 'call-project', panel: 'b', from: 'a' }));
    then(() => sitting.opens('b'));
    then(() => sitting.does('secretary', { type: 'arrange-agenda', agenda: ['b'], base: 2 }));
    then(() => sitting.story('b').scores('e2', () => 0));
    expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
  });
});
