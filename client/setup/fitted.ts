import type { Attachment } from 'svelte/attachments';

const BY_ITSELF = CSS.supports('field-sizing', 'content');

/** Makes a text area as tall as its text, where the browser can't do so by itself. */
export function fitted(text: () => string): Attachment<HTMLTextAreaElement> {
  return (area) => {
    if (BY_ITSELF) return;
    text();
    area.style.height = 'auto';
    area.style.height = `${area.scrollHeight}px`;
  };
}
