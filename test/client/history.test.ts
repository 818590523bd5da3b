import { describe, expect, test } from 'vitest';
import { NO_HISTORY, redo, remember, undo, type History } from '../../client/setup/history.ts';

const none: History<string> = NO_HISTORY;

describe('taking edits back', () => {
  test('[HI1] goes back step by step and forward again', () => {
    const two = remember(remember(none, 'a', null), 'b', null);
    const back = undo(two, 'c')!;
    expect(back.value).toBe('b');
    const first = undo(back.history, 'b')!;
    expect([first.value, undo(first.history, 'a')]).toEqual(['a', null]);
    const forward = redo(first.history, 'a')!;
    expect([forward.value, redo(forward.history, 'b')!.value]).toEqual(['b', 'c']);
  });

  test('[HI2] typing in one cell is one step; another cell is another', () => {
    const typed = remember(remember(remember(none, '', 'x'), '立', 'x'), '立项', 'y');
    expect(typed.past).toEqual(['', '立项']);
    expect(remember(remember(none, 'a', null), 'b', null).past).toEqual(['a', 'b']);
  });

  test('[HI2] after going back, the same cell starts a new step', () => {
    const back = undo(remember(remember(none, 'a', 'x'), 'b', 'y'), 'c')!;
    expect(remember(back.history, 'b', 'x').past).toEqual(['a', 'b']);
  });

  test('[HI3] a new edit ends the way forward', () => {
    const back = undo(remember(none, 'a', null), 'b')!;
    expect(redo(remember(back.history, 'a', null), 'c')).toBeNull();
    expect([undo(none, 'a'), redo(none, 'a')]).toEqual([null, null]);
  });

  test('[HI4] keeps the last two hundred steps', () => {
    let history = none;
    for (let step = 0; step < 250; step += 1) history = remember(history, String(step), null);
    expect([history.past.length, history.past[0], history.past.at(-1)]).toEqual([200, '50', '249']);
  });
});
