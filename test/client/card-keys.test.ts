import { describe, expect, test } from 'vitest';
import { cardKeyOf, type Focus, type Mode } from '../../client/scorecard/keys.ts';

type Pressed = Parameters<typeof cardKeyOf>[0];
const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, keyCode: 0, isComposing: false, defaultPrevented: false },
  ...{ ctrlKey: false, metaKey: false, altKey: false, shiftKey: false },
  ...more,
});
const meaning = (pressed: Pressed, focus: Focus = 'page', mode: Mode = 'single', single = true) =>
  cardKeyOf(pressed, focus, mode, single);

describe('keys of the card', () => {
  test.each([
    ['ArrowDown', { act: 'move', by: 1 }],
    ['ArrowUp', { act: 'move', by: -1 }],
    ['Enter', { act: 'next' }],
    ['7', { act: 'type', character: '7' }],
    ['.', { act: 'type', character: '.' }],
    ['。', { act: 'type', character: '。' }],
    ['r', { act: 'reason' }],
    ['e', { act: 'fact' }],
    ['d', { act: 'list' }],
    ['R', { act: 'reason' }],
    ['v', { act: 'view' }],
    ['f', { act: 'full' }],
    ['a', { act: 'abstain' }],
    ['+', { act: 'step', by: 1 }],
    ['?', { act: 'help' }],
    ['？', { act: 'help' }],
    ['x', null],
    ['Tab', null],
    [' ', null],
  ])('[CK1] on the page %j means %j', (key, act) => expect(meaning(press(key))).toEqual(act));

  test.each(['r', 'v', 'f', 'a', '?', '7', '.', 'Enter', 'ArrowDown', '+'])(
    '[CK2] while a reason is typed %j is text',
    (key) => expect(meaning(press(key), 'text')).toBeNull(),
  );

  test.each(['r', 'v', '?', '7', '.', '+', '-'])('[CK2] in a score field %j is text', (key) => {
    expect(meaning(press(key), 'score')).toBeNull();
  });

  test.each(['r', '7', 'Enter', 'ArrowDown', 'z'])('[CK3] composing, %j is not ours', (key) => {
    for (const focus of ['page', 'control', 'score', 'text'] as const) {
      expect(meaning(press(key, { isComposing: true, ctrlKey: key === 'z' }), focus)).toBeNull();
      expect(meaning(press(key, { keyCode: 229 }), focus)).toBeNull();
    }
  });

  test('[CK4] in a score field the arrows step along the scale, in the table along the rows', () => {
    expect(meaning(press('ArrowUp'), 'score')).toEqual({ act: 'step', by: 1 });
    expect(meaning(press('ArrowUp'), 'score', 'table')).toEqual({ act: 'move', by: -1 });
    expect(meaning(press('Enter'), 'score')).toEqual({ act: 'next' });
    expect(meaning(press('PageDown'), 'score')).toEqual({ act: 'move', by: 1 });
  });

  test('[CK8] from the field of a fact Enter goes on; its characters are its own', () => {
    expect(meaning(press('Enter'), 'fact')).toEqual({ act: 'next' });
    expect(meaning(press('Escape'), 'fact')).toEqual({ act: 'leave' });
    for (const key of ['r', 'e', '7', '.', 'ArrowDown', '+'])
      expect(meaning(press(key), 'fact')).toBeNull();
  });

  test('[CK5] undo and redo act everywhere, also while typing', () => {
    for (const focus of ['page', 'control', 'score', 'text'] as const) {
      expect(meaning(press('z', { ctrlKey: true }), focus)).toEqual({ act: 'undo' });
      expect(meaning(press('z', { metaKey: true }), focus)).toEqual({ act: 'undo' });
      expect(meaning(press('Z', { ctrlKey: true, shiftKey: true }), focus)).toEqual({
        act: 'redo',
      });
      expect(meaning(press('y', { ctrlKey: true }), focus)).toEqual({ act: 'redo' });
      expect(meaning(press('Enter', { ctrlKey: true }), focus)).toEqual({ act: 'next' });
    }
  });

  test('[CK6] the browser keeps its own keys', () => {
    for (const key of ['r', 'v', 'a', '5', 'f'])
      expect(meaning(press(key, { ctrlKey: true }))).toBeNull();
    expect(meaning(press('ArrowDown', { altKey: true }))).toBeNull();
    expect(meaning(press('Enter', { defaultPrevented: true }))).toBeNull();
    expect(meaning(press('Enter'), 'control')).toBeNull();
  });

  test('[CK7] one-character keys can be switched off; arrows and Enter stay', () => {
    for (const key of ['r', 'v', 'f', 'a', '?', '+', '7', '.'])
      expect(meaning(press(key), 'page', 'single', false)).toBeNull();
    expect(meaning(press('Enter'), 'page', 'single', false)).toEqual({ act: 'next' });
    expect(meaning(press('ArrowDown'), 'page', 'single', false)).toEqual({ act: 'move', by: 1 });
  });
});
