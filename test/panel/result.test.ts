import { describe, expect, test } from 'vitest';
import { resultOf } from '../../shared/panel/result.ts';
import { isRevealed, type RevealedState } from '../../shared/panel/state.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { concludedReference } from '../kit/reference-panel.ts';

function revealed(story: Story): RevealedState {
  if (!isRevealed(story.state)) throw new Error('not revealed');
  return story.state;
}

const opened = () => new Story().does('secretary', { type: 'open-round' });

describe('the result', () => {
  test('[RS1] Fengshun: 93.5 优 of 13, 23.5, 28.5 and 28.5', () => {
    const story = concludedReference('fengshun-2023');
    const { total, grade, levels, decided, of, unrounded } = resultOf(revealed(story));
    expect({ total, grade, decided, of, unrounded }).toEqual({
      ...{ total: 93_50, grade: '优', decided: 20, of: 20, unrounded: null },
    });
    const dimensions = story.state.setup.framework.indicators.map(({ id }) => levels[id]!.score);
    expect(dimensions).toEqual([13_00, 23_50, 28_50, 28_50]);
    expect(Object.keys(levels)).toHaveLength(4 + 8 + 16 + 20);
  });

  test('[RS1] Zhongshan: 71 中 of 8, 28 and 35', () => {
    const story = concludedReference('zhongshan-2019');
    const { total, grade, levels } = resultOf(revealed(story));
    expect([total, grade]).toEqual([71_00, '中']);
    const dimensions = story.state.setup.framework.indicators.map(({ id }) => levels[id]!.score);
    expect(dimensions).toEqual([8_00, 28_00, 35_00]);
  });

  test('[RS1] undecided leaves count nothing, are counted, and leave no grade', () => {
    const story = opened().allScore().does('e1', { type: 'reveal', without: [] });
    story.does('e1', {
      type: 'decide',
      decisions: [{ leaf: 'a', score: 45_00, reason: '见讨论' }],
    });
    const { levels, ...rest } = resultOf(revealed(story));
    expect(rest).toEqual({ decided: 1, of: 3, total: 45_00, grade: null, unrounded: null });
    expect(levels).toEqual({
      g1: { score: 45_00, points: 80_00, open: 1 },
      g2: { score: 0, points: 20_00, open: 1 },
      a: { score: 45_00, points: 50_00, open: 0 },
      b: { score: 0, points: 30_00, open: 1 },
      c: { score: 0, points: 20_00, open: 1 },
    });
  });

  test('[RS1] the unrounded total is told where the parts lose it: 13/3 + 7/3 + 22/3', () => {
    const sums: Record<string, number[]> = {
      ...{ a: [4_00, 4_00, 5_00], b: [2_00, 2_00, 3_00], c: [7_00, 7_00, 8_00] },
    };
    const setup = smallSetup();
    const three = new Story({ ...setup, experts: setup.experts.slice(0, 3) })
      .does('secretary', { type: 'open-round' })
      .allScore((seat, leaf) => sums[leaf]![Number(seat.slice(1)) - 1]!)
      .does('e1', { type: 'reveal', without: [] });
    const rounded: Record<string, number> = { a: 4_33, b: 2_33, c: 7_33 };
    three.decidesAll((leaf) => rounded[leaf]!);
    expect(resultOf(revealed(three))).toMatchObject({
      total: 13_99,
      unrounded: 14_00,
      grade: '差',
    });
  });

  test('[RS1] cards that were not revealed are not in the unrounded total', () => {
    // Counted in, three thirds of a hundredth would make it 30.01.
    const on = (score: number) => ['a', 'b', 'c'].map((leaf) => ({ leaf, mark: { score } }));
    const one = opened()
      .scores('e1', () => 10_00)
      .edits('e2', on(10_00))
      .edits('e3', on(10_01))
      .does('e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] })
      .decidesAll(() => 10_00);
    expect(resultOf(revealed(one))).toMatchObject({ total: 30_00, unrounded: null });
  });
});
