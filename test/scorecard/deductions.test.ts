import { describe, expect, test } from 'vitest';
import type { RuleInput } from '../../shared/rules/terms.ts';
import {
  deductedIn,
  hasWords,
  reasonOf,
  spokenDeduction,
  unlistedOf,
} from '../../shared/scorecard/deductions.ts';
import type { CardLine } from '../../shared/scorecard/terms.ts';

const line = (score: number | null, ...listed: [number, string][]): CardLine => ({
  ...(score === null ? {} : { mark: { score } }),
  reason: '',
  ...(listed.length === 0
    ? {}
    : { basis: { deductions: listed.map(([amount, reason]) => ({ amount, reason })) } }),
});

describe('listed deductions', () => {
  test.each([
    [50, '证据不足', '证据不足，扣0.5分'],
    [50, '证据不足。', '证据不足，扣0.5分'],
    [250, ' 未见验收报告； ', '未见验收报告，扣2.5分'],
    [50, '佐证不全，酌情扣0.5分', '佐证不全，酌情扣0.5分'],
    [50, '佐证不全，酌情扣0.5分。', '佐证不全，酌情扣0.5分'],
    [100, '', '扣1分'],
    [0, '佐证不全', '佐证不全'],
  ])('[DE1] %i and “%s” read “%s”', (amount, reason, spoken) => {
    expect(spokenDeduction({ amount, reason })).toBe(spoken);
  });

  test('[DE2] the reason of a line is what is listed, then the words; the words alone stay as typed', () => {
    const listed = line(400, [50, '证据不足'], [50, '未公示']);
    expect(reasonOf(listed)).toBe('证据不足，扣0.5分；未公示，扣0.5分');
    expect(reasonOf({ ...listed, reason: ' 其余符合要求。' })).toBe(
      '证据不足，扣0.5分；未公示，扣0.5分；其余符合要求。',
    );
    expect(reasonOf({ reason: ' 无佐证 ' })).toBe(' 无佐证 ');
    expect(reasonOf({ reason: '见上', basis: { input: { kind: 'count', met: 3 } } })).toBe('见上');
    const part: RuleInput = { kind: 'deductions', deductions: [{ amount: 50, reason: '无台账' }] };
    const input: RuleInput = { kind: 'parts', parts: [null, { kind: 'veto', hits: [], of: part }] };
    expect(reasonOf({ reason: '', basis: { input } })).toBe('无台账，扣0.5分');
  });

  test('[DE3] what they leave unexplained: nothing, something, too much; null without a list or score', () => {
    expect(unlistedOf(line(400, [50, '甲'], [50, '乙']), 500)).toBe(0);
    expect(unlistedOf(line(400, [50, '甲']), 500)).toBe(50);
    expect(unlistedOf(line(500, [50, '甲']), 500)).toBe(-50);
    expect(unlistedOf(line(400), 500)).toBeNull();
    expect(unlistedOf(line(null, [50, '甲']), 500)).toBeNull();
    expect(unlistedOf({ ...line(400, [50, '甲']), mark: 'abstained' }, 500)).toBeNull();
    expect(deductedIn(undefined)).toBe(0);
  });

  test('[DE4] an amount alone is no word why', () => {
    expect(hasWords(line(400, [100, '']))).toBe(false);
    expect(hasWords(line(400, [100, '无佐证']))).toBe(true);
    expect(hasWords({ ...line(400, [100, '']), reason: '见附件' })).toBe(true);
    expect(hasWords({ reason: ' ' })).toBe(false);
  });
});
