import { describe, expect, test } from 'vitest';
import { deskKeyOf, type Focus } from '../../client/chair/keys.ts';

function pressed(key: string, more: Partial<KeyboardEvent> = {}) {
  const plain = { ctrlKey: false, metaKey: false, altKey: false };
  return { key, keyCode: 0, isComposing: false, defaultPrevented: false, ...plain, ...more };
}
const meaning = (key: string, focus: Focus, more?: Partial<KeyboardEvent>) =>
  deskKeyOf(pressed(key, more), focus, true);

describe('keys of the desk', () => {
  test('arrows move, Enter accepts, digits take a reason, letters lead to the fields', () => {
    expect(meaning('ArrowDown', 'row')).toEqual({ act: 'move', step: 1 });
    expect(meaning('ArrowUp', 'control')).toEqual({ act: 'move', step: -1 });
    expect(meaning('Enter', 'page')).toEqual({ act: 'accept' });
    expect(meaning('Enter', 'row')).toEqual({ act: 'accept' });
    expect(meaning('3', 'page')).toEqual({ act: 'take', expert: 2 });
    expect(meaning('R', 'page')).toEqual({ act: 'reason' });
    expect(meaning('s', 'row')).toEqual({ act: 'score' });
    expect(meaning('？', 'page')).toEqual({ act: 'help' });
    expect(meaning('0', 'page')).toBeNull();
  });

  test('a button keeps its own Enter', () => {
    expect(meaning('Enter', 'control')).toBeNull();
  });

  test('typing keeps its keys: only Escape leaves, Enter decides from the score', () => {
    for (const key of ['3', 'r', 's', '?', 'ArrowDown']) {
      expect(meaning(key, 'score')).toBeNull();
      expect(meaning(key, 'text')).toBeNull();
    }
    expect(meaning('Enter', 'score')).toEqual({ act: 'accept' });
    expect(meaning('Enter', 'text')).toBeNull();
    expect(meaning('Enter', 'text', { ctrlKey: true })).toEqual({ act: 'accept' });
    expect(meaning('Escape', 'text')).toEqual({ act: 'leave' });
  });

  test('nothing fires while an input method composes, nor with a modifier', () => {
    expect(meaning('Enter', 'score', { isComposing: true })).toBeNull();
    expect(meaning('Enter', 'page', { keyCode: 229 })).toBeNull();
    expect(meaning('r', 'page', { ctrlKey: true })).toBeNull();
    expect(meaning('1', 'page', { altKey: true })).toBeNull();
    expect(meaning('ArrowDown', 'row', { defaultPrevented: true })).toBeNull();
  });

  test('one-character keys can be switched off; the others stay', () => {
    expect(deskKeyOf(pressed('r'), 'page', false)).toBeNull();
    expect(deskKeyOf(pressed('1'), 'page', false)).toBeNull();
    expect(deskKeyOf(pressed('Enter'), 'page', false)).toEqual({ act: 'accept' });
  });
});
