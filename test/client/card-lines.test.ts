import { describe, expect, test } from 'vitest';
import { segmentsOf } from '../../client/scorecard/criteria.ts';
import { isOpen, linesOf, neighbour, nextOpen, valuesOf } from '../../client/scorecard/lines.ts';
import { phrasesFor, withPhrase } from '../../client/scorecard/phrases.ts';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { national2020 } from '../../shared/framework/presets/national-2020.ts';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';

const LEAVES = leavesOf(zhongshan2019.framework).slice(0, 5);
const FACTS = zhongshan2019.project;
const CONTENT = {
  i01: { mark: { score: 500 }, reason: '' },
  i02: { mark: { score: 300 }, reason: ' ' },
  i03: { mark: 'abstained', reason: '' },
  i04: { mark: { score: 0 }, reason: '无办法' },
} as const;

describe('the lines of a card', () => {
  const lines = linesOf(LEAVES, CONTENT, ['i04'], FACTS);

  test('[CL1] say how each indicator stands, and which deduction lacks its reason', () => {
    expect(lines.map(({ standing }) => standing)).toEqual([
      ...['full', 'below', 'abstained', 'wrong', 'open'],
    ]);
    expect(lines.map(({ lacksReason }) => lacksReason)).toEqual([
      ...[false, true, false, false, false],
    ]);
    expect(lines.filter(isOpen).map(({ place }) => place)).toEqual([4, 5]);
  });

  test('[CL2] count what is given; an abstention is not zero', () => {
    expect(valuesOf(lines)).toEqual({ i01: 500, i02: 300, i03: null, i04: 0, i05: null });
  });

  test('[CL3] the next open one goes round the end and is never the same', () => {
    expect(nextOpen(lines, 'i01')?.leaf.id).toBe('i04');
    expect(nextOpen(lines, 'i05')?.leaf.id).toBe('i04');
    expect(nextOpen(lines, null)?.leaf.id).toBe('i04');
    expect(nextOpen(linesOf(LEAVES.slice(3), {}, [], FACTS), 'i04')?.leaf.id).toBe('i05');
    expect(nextOpen(linesOf(LEAVES.slice(4), {}, [], FACTS), 'i05')).toBeNull();
  });

  test('[CL4] the neighbour of the last is the last', () => {
    expect(neighbour(lines, 'i01', -1)?.leaf.id).toBe('i01');
    expect(neighbour(lines, 'i04', 1)?.leaf.id).toBe('i05');
    expect(neighbour(lines, 'i05', 1)?.leaf.id).toBe('i05');
  });
});

describe('criteria to tap', () => {
  const shown = (criteria: string, points = 500) =>
    segmentsOf({ ...LEAVES[0]!, criteria, points }).map(({ text, score }) =>
      score === null ? text : `[${text}=${score / 100}]`,
    );

  test.each([
    [
      '目标明确(5分),基本明确(3分),不明确(0分)',
      '目标明确([5分=5]),基本明确([3分=3]),不明确([0分=0])',
    ],
    ['全部满足(5分),每满足一个(2.5分)', '全部满足([5分=5]),每满足一个([2.5分=2.5])'],
    ['据此核定分数。', '据此核定分数。'],
    ['', ''],
  ])('[CR1] %j', (criteria, marked) => expect(shown(criteria).join('')).toBe(marked));

  test('[CR2] what is off the scale is text', () => {
    expect(shown('优(5分),良(3.3分)').join('')).toBe('优([5分=5]),良(3.3分)');
  });

  test('[CR3] of every published indicator no character is lost', () => {
    for (const { framework } of [zhongshan2019, fengshun2023, national2020])
      for (const leaf of leavesOf(framework))
        expect(
          segmentsOf(leaf)
            .map(({ text }) => text)
            .join(''),
        ).toBe(leaf.criteria);
  });
});

describe('phrases', () => {
  test('[PH1] name what is deducted', () => {
    expect(phrasesFor(150)).toContain('酌情扣1.5分');
    expect(phrasesFor(0).join()).not.toContain('酌情');
  });

  test.each([
    ['', '无佐证'],
    ['资料不全', '资料不全；无佐证'],
    ['资料不全。 ', '资料不全。无佐证'],
    ['其一：', '其一：无佐证'],
  ])('[PH2] a phrase goes behind %j as %j', (reason, result) => {
    expect(withPhrase(reason, '无佐证')).toBe(result);
  });
});
