/** What a key asks of the card. */
export type CardKey =
  | { act: 'move'; by: 1 | -1 }
  | { act: 'step'; by: 1 | -1 }
  /** Start a score afresh with this character. */
  | { act: 'type'; character: string }
  | { act: 'fact' | 'list' }
  | { act: 'next' | 'reason' | 'view' | 'undo' | 'redo' | 'full' | 'abstain' | 'leave' | 'help' };

/** Where the focus is: typing keeps its keys, and a button keeps its Enter. */
export type Focus = 'page' | 'control' | 'score' | 'fact' | 'text';

export type Mode = 'single' | 'table';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'
> & { defaultPrevented: boolean };

/** Some browsers report the key that ends an input method's composition with this code only. */
const COMPOSING = 229;

const LETTERS: Readonly<Record<string, CardKey>> = {
  r: { act: 'reason' },
  e: { act: 'fact' },
  d: { act: 'list' },
  v: { act: 'view' },
  f: { act: 'full' },
  a: { act: 'abstain' },
  '?': { act: 'help' },
  '？': { act: 'help' },
  '+': { act: 'step', by: 1 },
  '-': { act: 'step', by: -1 },
};

/**
 * The meaning of a key press, or null where it is not ours. Nothing fires while an input method
 * composes; in a text field only undo, and leaving it. `single` switches the one-character keys
 * off, digits too, for those who speak to their computer.
 */
export function cardKeyOf(
  pressed: Pressed,
  focus: Focus,
  mode: Mode,
  single: boolean,
): CardKey | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey } = pressed;
  if (pressed.defaultPrevented || pressed.isComposing || pressed.keyCode === COMPOSING) return null;
  if (altKey) return null;
  if (ctrlKey || metaKey) return withControl(key.toLowerCase(), shiftKey);
  if (focus === 'text') return key === 'Escape' ? { act: 'leave' } : null;
  if (focus === 'score') return inScore(key, mode);
  if (focus === 'fact')
    return key === 'Enter' ? { act: 'next' } : key === 'Escape' ? { act: 'leave' } : null;
  if (key === 'ArrowDown') return { act: 'move', by: 1 };
  if (key === 'ArrowUp') return { act: 'move', by: -1 };
  if (key === 'Enter') return focus === 'page' ? { act: 'next' } : null;
  if (!single) return null;
  if (/^[0-9０-９.。]$/.test(key)) return { act: 'type', character: key };
  return LETTERS[key.toLowerCase()] ?? null;
}

function withControl(key: string, shift: boolean): CardKey | null {
  if (key === 'z') return { act: shift ? 'redo' : 'undo' };
  if (key === 'y') return { act: 'redo' };
  return key === 'enter' ? { act: 'next' } : null;
}

/** In the table the arrows go from row to row, as in a spreadsheet; else along the scale. */
function inScore(key: string, mode: Mode): CardKey | null {
  if (key === 'Enter') return { act: 'next' };
  if (key === 'Escape') return { act: 'leave' };
  if (key === 'PageDown') return { act: 'move', by: 1 };
  if (key === 'PageUp') return { act: 'move', by: -1 };
  if (key !== 'ArrowUp' && key !== 'ArrowDown') return null;
  if (mode === 'table') return { act: 'move', by: key === 'ArrowDown' ? 1 : -1 };
  return { act: 'step', by: key === 'ArrowUp' ? 1 : -1 };
}

const TYPED = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Where the target of a key press is. Score fields say so themselves. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.matches('[data-card=score]')) return 'score';
  // A fact's field gives the score, so Enter goes on from it just as well.
  if (target.matches('input[data-card=fact]') && target.matches(TYPED)) return 'fact';
  if (target.matches(TYPED)) return 'text';
  return target.closest('button, a, summary, input, [role=tab]') ? 'control' : 'page';
}
