/** What a key does on the screen itself: presenters' remotes send B or a full stop to go dark. */
export type WallKey = { act: 'blank' } | { act: 'turn'; step: 1 | -1 };

type Pressed = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'repeat'>;

const FORWARD = ['ArrowRight', 'ArrowDown', 'PageDown', ' '];
const BACK = ['ArrowLeft', 'ArrowUp', 'PageUp'];

/** The meaning of a key press on the wall, or null. */
export function wallKeyOf({ key, ctrlKey, metaKey, altKey, repeat }: Pressed): WallKey | null {
  if (ctrlKey || metaKey || altKey || repeat) return null;
  if (isBlankKey(key)) return { act: 'blank' };
  if (FORWARD.includes(key)) return { act: 'turn', step: 1 };
  return BACK.includes(key) ? { act: 'turn', step: -1 } : null;
}

/** B, or the full stop of a Latin or a Chinese keyboard. */
export function isBlankKey(key: string): boolean {
  return key === '.' || key === '。' || key.toLowerCase() === 'b';
}
