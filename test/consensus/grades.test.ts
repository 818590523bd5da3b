import { describe, expect, test } from 'vitest';
import { bandsOf, gradeOf, nearBoundary, nextBoundary } from '../../shared/consensus/grades.ts';

const guangdong = bandsOf('guangdong');
const national = bandsOf('national');

describe('grades', () => {
  test.each([
    [100_00, '优', '优'],
    [90_00, '优', '优'],
    [89_99, '良', '良'],
    [80_00, '良', '良'],
    [79_99, '中', '中'],
    [70_00, '中', '中'],
    [69_99, '低', '中'],
    [60_00, '低', '中'],
    [59_99, '差', '差'],
    [0, '差', '差'],
  ])('[GR1] %i hundredths: %s with five bands, %s with four', (total, five, four) => {
    expect(gradeOf(total, guangdong).name).toBe(five);
    expect(gradeOf(total, national).name).toBe(four);
  });

  test('[GR2] within half a point of a boundary, on either side, is pointed out', () => {
    const boundary = { min: 90_00, above: '优', below: '良' };
    expect(nearBoundary(89_50, guangdong)).toEqual({ ...boundary, gap: -50 });
    expect(nearBoundary(89_99, guangdong)).toEqual({ ...boundary, gap: -1 });
    expect(nearBoundary(90_00, guangdong)).toEqual({ ...boundary, gap: 0 });
    expect(nearBoundary(90_50, guangdong)).toEqual({ ...boundary, gap: 50 });
  });

  test('[GR2] further away is not, and neither is a boundary that the preset lacks', () => {
    expect(nearBoundary(89_49, guangdong)).toBeNull();
    expect(nearBoundary(90_51, guangdong)).toBeNull();
    expect(nearBoundary(0, guangdong)).toBeNull();
    expect(nearBoundary(70_00, guangdong)).toMatchObject({ above: '中', below: '低' });
    expect(nearBoundary(70_00, national)).toBeNull();
  });

  test('[GR3] the next better grade and what is missing to it', () => {
    expect(nextBoundary(71_00, guangdong)).toMatchObject({ above: '良', gap: -9_00 });
    expect(nextBoundary(50_00, national)).toMatchObject({ above: '中', gap: -10_00 });
    expect(nextBoundary(93_50, guangdong)).toBeNull();
  });
});
