import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  applyEdit,
  editBetween,
  mergeText,
  moveCaret,
  nearestText,
} from '../../client/sync/text-edit.ts';

const text = fc.string({ unit: fc.constantFrom('a', 'b', '无', '。', '𠮷', '😀'), maxLength: 12 });

describe('editBetween', () => {
  test.each([
    ['', '无佐证', { index: 0, remove: 0, insert: '无佐证' }],
    ['无佐证', '', { index: 0, remove: 3, insert: '' }],
    ['资料完整', '资料不完整', { index: 2, remove: 0, insert: '不' }],
    ['aaa', 'aa', { index: 2, remove: 1, insert: '' }],
  ])('[TX1] %j → %j is one small replacement', (from, to, edit) => {
    expect(editBetween(from, to)).toEqual(edit);
  });

  test('[TX1] agreeing texts need none', () => expect(editBetween('同', '同')).toBeNull());

  test('[TX2] applied, it gives the other text, and never cuts a character in two', () => {
    fc.assert(
      fc.property(text, text, (from, to) => {
        const edit = editBetween(from, to);
        expect(edit ? applyEdit(from, edit) : from).toBe(to);
        if (!edit) return;
        expect(wellFormed(edit.insert)).toBe(true);
        expect(wellFormed(from.slice(0, edit.index))).toBe(true);
        expect(wellFormed(from.slice(edit.index + edit.remove))).toBe(true);
      }),
    );
  });
});

/** A lone surrogate does not survive being written as UTF-8. */
function wellFormed(given: string): boolean {
  return Buffer.from(given, 'utf8').toString('utf8') === given;
}

describe('mergeText', () => {
  test.each([
    ['server unchanged', '', '无佐证', '', '无佐证'],
    ['server has it already', '', '无佐证', '无佐证', '无佐证'],
    ['nothing entered', '旧', '旧', '新', '新'],
    ['both at different places', '扣分', '扣2分', '扣分。', '扣2分。'],
    ['both at one place: both kept', '', '甲', '乙', '乙甲'],
    ['mine deletes what theirs extends', '未见制度', '', '未见相关制度', '相关'],
    ['both delete the same', '未见制度', '制度', '制度', '制度'],
  ])('[TX3] %s', (_why, base, value, current, merged) => {
    expect(mergeText(base, value, current)).toBe(merged);
  });

  test('[TX3] keeps what either side inserted', () => {
    fc.assert(
      fc.property(text, fc.nat(12), fc.nat(12), (base, i, j) => {
        const at = (n: number) => [...base].slice(0, n).join('').length;
        const mine = base.slice(0, at(i)) + 'M' + base.slice(at(i));
        const theirs = base.slice(0, at(j)) + 'T' + base.slice(at(j));
        const merged = mergeText(base, mine, theirs);
        expect(merged.replace('M', '').replace('T', '')).toBe(base);
        expect(merged).toContain('M');
        expect(merged).toContain('T');
      }),
    );
  });

  test('[TX3] entering the same twice changes nothing more', () => {
    fc.assert(
      fc.property(text, text, (base, value) => {
        const once = mergeText(base, value, base);
        expect(mergeText(base, value, once)).toBe(once);
      }),
    );
  });
});

describe('nearestText', () => {
  test('[TX4] of what was sent, takes what the server seems to hold', () => {
    expect(nearestText(['', '无', '无佐证'], '无')).toBe('无');
    expect(nearestText(['', '无', '无佐证'], '无佐证。')).toBe('无佐证');
    expect(nearestText(['旧'], '完全不同')).toBe('旧');
  });
});

describe('moveCaret', () => {
  test.each([
    ['before the edit it stays', 1, 1],
    ['at the edit it stays', 2, 2],
    ['inside what was replaced it goes to its start', 3, 2],
    ['behind it moves along', 6, 7],
  ])('[TX5] %s', (_why, from, to) => {
    expect(moveCaret(from, { index: 2, remove: 2, insert: 'abc' })).toBe(to);
  });
});
