import { describe, expect, test } from 'vitest';
import { DeductionRows } from '../../client/scorecard/deduction-rows.svelte.ts';
import { isUnsound, linesOf } from '../../client/scorecard/lines.ts';
import { readEntry } from '../../client/scorecard/score-entry.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { ruledSetup } from '../kit/panel.ts';

const { framework, project } = ruledSetup();
const leaves = leavesOf(framework);
const rate = { input: { kind: 'rate', rate: 64_40 } } as const;
const listed = (...amounts: number[]) => ({
  deductions: amounts.map((amount) => ({ amount, reason: '无佐证' })),
});

describe('lines that rest on a fact', () => {
  const lineOf = (change: object) =>
    linesOf(leaves, { a: { reason: '', ...change } }, [], project)[0]!;

  test('[CL5] show what the criteria give, and who departs without a word', () => {
    const followed = lineOf({ mark: { score: 10_00 }, basis: rate });
    expect(followed).toMatchObject({ computed: 10_00, departs: false, lacksWords: false });
    const departed = lineOf({ mark: { score: 20_00 }, basis: rate });
    expect(departed).toMatchObject({ computed: 10_00, departs: true, lacksWords: true });
    expect(isUnsound(departed)).toBe(true);
    const explained = lineOf({ mark: { score: 20_00 }, basis: rate, reason: '季末到账' });
    expect(explained).toMatchObject({ departs: true, lacksWords: false, lacksReason: false });
  });

  test('[CL6] a listed deduction with a reason is a reason; the sum must fit', () => {
    const short = lineOf({ mark: { score: 49_00 }, basis: listed(50) });
    expect(short).toMatchObject({ unlisted: 50, lacksReason: false });
    expect(isUnsound(short)).toBe(true);
    expect(isUnsound(lineOf({ mark: { score: 49_50 }, basis: listed(50) }))).toBe(false);
    expect(lineOf({ mark: { score: 49_50 } })).toMatchObject({ unlisted: null, lacksReason: true });
  });

  test('[CL7] what the criteria give may be typed, though it is off the grid', () => {
    const [, ratio] = leaves;
    expect(readEntry('19.32', ratio!).kind).toBe('off-grid');
    expect(readEntry('19.32', ratio!, 19_32)).toEqual({ kind: 'score', score: 19_32 });
    expect(readEntry('19.33', ratio!, 19_32).kind).toBe('off-grid');
  });
});

describe('the lines of a deduction list', () => {
  const rowsOf = (...amounts: number[]) =>
    new DeductionRows(listed(...amounts).deductions, () => 500);
  const texts = (list: DeductionRows) => list.rows.map(({ amount, reason }) => [amount, reason]);

  test('[DR1] end with an empty one, which is not of the list', () => {
    const list = rowsOf(50, 100);
    expect(texts(list)).toEqual([
      ['0.5', '无佐证'],
      ['1', '无佐证'],
      ['', ''],
    ]);
    expect(list.deductions).toEqual(listed(50, 100).deductions);
    expect(texts(rowsOf())).toEqual([['', '']]);
  });

  test('[DR2] what is typed into the empty one is a line, and another empty one follows', () => {
    const list = rowsOf(50);
    list.type(list.rows[1]!.key, { reason: '未公示' });
    expect(list.rows).toHaveLength(3);
    expect(list.deductions?.[1]).toEqual({ amount: 0, reason: '未公示' });
    list.type(list.rows[1]!.key, { amount: '1.5' });
    expect(list.deductions?.[1]).toEqual({ amount: 150, reason: '未公示' });
  });

  test('[DR3] what is no amount, or too much together, is not handed on', () => {
    const list = rowsOf(50);
    list.type(list.rows[0]!.key, { amount: '半分' });
    expect(list.fault).toEqual({ kind: 'amount', text: '半分' });
    expect(list.deductions).toBeNull();
    list.type(list.rows[0]!.key, { amount: '5.5' });
    expect(list.fault).toEqual({ kind: 'sum', sum: 550 });
    list.type(list.rows[0]!.key, { amount: '5' });
    expect(list.deductions).toEqual([{ amount: 500, reason: '无佐证' }]);
  });

  test('[DR4] a change from elsewhere is shown; one that says the same leaves the fields alone', () => {
    const list = rowsOf(50);
    list.type(list.rows[0]!.key, { amount: '0.50' });
    list.show(listed(50).deductions);
    expect(list.rows[0]!.amount).toBe('0.50');
    list.show(listed(100, 50).deductions);
    expect(list.rows.map(({ amount }) => amount)).toEqual(['1', '0.5', '']);
    list.remove(list.rows[0]!.key);
    expect(list.deductions).toEqual(listed(50).deductions);
  });
});
