import { describe, expect, test } from 'vitest';
import { editorAct } from '../../client/setup/editor-keys.ts';

/** "Alt+ArrowUp" as a pressed key. */
function pressed(combination: string, isComposing = false) {
  const parts = combination.split('+');
  const held = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: parts.at(-1)!,
    altKey: held('Alt'),
    ctrlKey: held('Ctrl'),
    metaKey: held('Meta'),
    shiftKey: held('Shift'),
    isComposing,
  };
}

describe('keys of the framework editor', () => {
  test.each([
    ['Enter', 'next-row'],
    ['Alt+Enter', 'add-beside'],
    ['Alt+Delete', 'remove'],
    ['Alt+ArrowUp', 'up'],
    ['Alt+ArrowDown', 'down'],
    ['Alt+ArrowRight', 'indent'],
    ['Alt+ArrowLeft', 'outdent'],
    ['Ctrl+z', 'undo'],
    ['Meta+z', 'undo'],
    ['Ctrl+Shift+Z', 'redo'],
    ['Ctrl+y', 'redo'],
  ])('[EK1] %s: %s', (combination, act) => {
    expect(editorAct(pressed(combination))).toBe(act);
  });

  test.each(['Shift+Enter', 'ArrowUp', 'Tab', 'a', 'Ctrl+c', 'Ctrl+Alt+z', 'Alt+Shift+ArrowUp'])(
    '[EK2] %s is left to the text field',
    (combination) => {
      expect(editorAct(pressed(combination))).toBeNull();
    },
  );

  test('[EK3] while an input method composes, Enter chooses a word', () => {
    expect(editorAct(pressed('Enter', true))).toBeNull();
  });
});
