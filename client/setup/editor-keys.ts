export type EditorAct =
  'next-row' | 'add-beside' | 'remove' | 'up' | 'down' | 'indent' | 'outdent' | 'undo' | 'redo';

type Pressed = Pick<
  KeyboardEvent,
  'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'isComposing'
>;

const WITH_ALT: Record<string, EditorAct> = {
  Enter: 'add-beside',
  Delete: 'remove',
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'indent',
  ArrowLeft: 'outdent',
};

/**
 * What a key does in a cell of the framework editor; null: what it does in any text field. While an
 * input method composes, Enter chooses a word and belongs to it.
 */
export function editorAct(event: Pressed): EditorAct | null {
  if (event.isComposing) return null;
  const command = event.ctrlKey || event.metaKey;
  if (event.altKey && !command && !event.shiftKey) return WITH_ALT[event.key] ?? null;
  if (command && !event.altKey) {
    const key = event.key.toLowerCase();
    if (key === 'z') return event.shiftKey ? 'redo' : 'undo';
    return key === 'y' && !event.shiftKey ? 'redo' : null;
  }
  return event.key === 'Enter' && !event.shiftKey && !command ? 'next-row' : null;
}
