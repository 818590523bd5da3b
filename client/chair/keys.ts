/** What a key asks of the desk. */
export type DeskKey =
  | { act: 'move'; step: 1 | -1 }
  | { act: 'accept' }
  /** Take over the reason of this expert, counted from 0. */
  | { act: 'take'; expert: number }
  | { act: 'score' }
  | { act: 'reason' }
  | { act: 'note' }
  | { act: 'leave' }
  | { act: 'help' };

/** Where the focus is: typing keeps its keys, and a button keeps its Enter. */
export type Focus = 'page' | 'row' | 'control' | 'score' | 'text';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'keyCode' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented'
>;

/** Safari reports the key that ends an input method's composition with this code only. */
const COMPOSING = 229;

/**
 * The meaning of a key press, or null where it is not ours. Nothing fires while somebody types or an
 * input method composes; `single` switches the one-character keys off.
 */
export function deskKeyOf(pressed: Pressed, focus: Focus, single: boolean): DeskKey | null {
  const { key, ctrlKey, metaKey, altKey } = pressed;
  if (pressed.defaultPrevented || pressed.isComposing || pressed.keyCode === COMPOSING) return null;
  if (key === 'Enter' && (ctrlKey || metaKey) && !altKey) return { act: 'accept' };
  if (ctrlKey || metaKey || altKey) return null;
  if (focus === 'score' || focus === 'text') {
    if (key === 'Escape') return { act: 'leave' };
    return key === 'Enter' && focus === 'score' ? { act: 'accept' } : null;
  }
  if (key === 'ArrowDown') return { act: 'move', step: 1 };
  if (key === 'ArrowUp') return { act: 'move', step: -1 };
  if (key === 'Enter') return focus === 'control' ? null : { act: 'accept' };
  if (!single) return null;
  if (/^[1-9]$/.test(key)) return { act: 'take', expert: Number(key) - 1 };
  if (key === '?' || key === '？') return { act: 'help' };
  const letter = key.toLowerCase();
  if (letter === 'r') return { act: 'reason' };
  if (letter === 'n') return { act: 'note' };
  return letter === 's' ? { act: 'score' } : null;
}

const TYPED = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]';

/** Where the target of a key press is. The score field and the selected row say so themselves. */
export function focusOf(target: EventTarget | null): Focus {
  if (!(target instanceof Element)) return 'page';
  if (target.matches('[data-desk=score]')) return 'score';
  if (target.matches('[data-desk=row][aria-current=true]')) return 'row';
  if (target.matches(TYPED)) return 'text';
  return target.closest('button, a, summary, input, [role=tab]') ? 'control' : 'page';
}
