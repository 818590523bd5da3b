import { isBlankKey } from '../projection/keys.ts';
import type { Focus } from './keys.ts';

/** What a key asks of the projection. */
export type StageKey = { act: 'turn'; by: 1 | -1 } | { act: 'blank' } | { act: 'follow' };

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'isComposing' | 'ctrlKey' | 'metaKey' | 'altKey' | 'defaultPrevented' | 'repeat'
>;

/**
 * The meaning of a key press for the projection, or null. The keys of the desk are others (keys.ts);
 * tabs and buttons keep their arrows, and whoever types keeps everything. Presenters' remotes send
 * PageUp and PageDown; as long as nobody leads (`leading`) these scroll the page as ever.
 */
export function stageKeyOf(
  pressed: Pressed,
  focus: Focus,
  leading: boolean,
  single: boolean,
): StageKey | null {
  const { key, ctrlKey, metaKey, altKey, isComposing, defaultPrevented, repeat } = pressed;
  if (ctrlKey || metaKey || altKey || isComposing || defaultPrevented || repeat) return null;
  if (focus === 'text' || focus === 'score') return null;
  if (leading && key === 'PageDown') return { act: 'turn', by: 1 };
  if (leading && key === 'PageUp') return { act: 'turn', by: -1 };
  if (focus !== 'control' && key === 'ArrowRight') return { act: 'turn', by: 1 };
  if (focus !== 'control' && key === 'ArrowLeft') return { act: 'turn', by: -1 };
  if (!single) return null;
  if (isBlankKey(key)) return { act: 'blank' };
  return key.toLowerCase() === 'f' ? { act: 'follow' } : null;
}
