import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  executionRate,
  formatWan,
  formatYuan,
  MAX_MONEY,
  parseMoney,
} from '../../shared/framework/money.ts';

const fen = fc.integer({ min: 0, max: MAX_MONEY });

describe('amounts of money', () => {
  test.each([
    ['1200000', 1_200_000_00],
    ['1,200,000.50 元', 1_200_000_50],
    ['１２０万元', 1_200_000_00],
    ['１，２００，０００．５', 1_200_000_50],
    ['120.5万', 1_205_000_00],
    ['1.005 万元', 10_050_00],
    ['0.000001万', 1],
    ['3亿', 300_000_000_00],
    ['¥ 100', 100_00],
    ['￥100元整', 100_00],
    ['.5', 50],
    ['12。5', 12_50],
    ['0', 0],
    ['100.500', 100_50],
  ])('[MO1] %s is read to the fen', (text, amount) => {
    expect(parseMoney(text)).toBe(amount);
  });

  test.each([
    '',
    '元',
    '-5',
    '+5',
    '1e3',
    '1.005',
    '0.0000001万',
    '12 万 3',
    'NaN',
    '9'.repeat(41),
  ])('[MO1] "%s" is no amount', (text) => {
    expect(parseMoney(text)).toBeNull();
  });

  test('[MO1] the largest amount is read, the next one is not', () => {
    expect(parseMoney(formatYuan(MAX_MONEY))).toBe(MAX_MONEY);
    expect(parseMoney('10000000000001')).toBeNull();
  });

  test('[MO2] what is written is read again, in yuan and in 万', () => {
    fc.assert(
      fc.property(fen, (amount) => {
        expect(parseMoney(formatYuan(amount))).toBe(amount);
        expect(parseMoney(`${formatWan(amount)}万元`)).toBe(amount);
      }),
    );
    expect([formatYuan(1_200_000_00), formatYuan(1_234_05), formatYuan(-7)]).toEqual([
      '1,200,000',
      '1,234.05',
      '-0.07',
    ]);
    expect([formatWan(1_200_000_00), formatWan(12_345_678_00)]).toEqual(['120', '1,234.5678']);
  });

  test('[MO3] the execution rate is exact, half up, and unknown without a budget', () => {
    expect(executionRate(644_00, 1000_00)).toBe(64_40);
    expect(executionRate(1, 3)).toBe(33_33);
    expect(executionRate(2, 3)).toBe(66_67);
    expect(executionRate(1, 8_0000)).toBe(0);
    expect(executionRate(1, 2_0000)).toBe(1);
    expect(executionRate(MAX_MONEY, MAX_MONEY)).toBe(100_00);
    expect([executionRate(1, 0), executionRate(null, 5), executionRate(5, null)]).toEqual([
      null,
      null,
      null,
    ]);
  });
});
