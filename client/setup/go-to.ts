import { tick } from 'svelte';

/** Brings the keyboard and the eye to an element, as a link inside the page does. */
export async function goTo(id: string): Promise<void> {
  await tick();
  const element = document.getElementById(id);
  element?.focus({ preventScroll: true });
  element?.scrollIntoView({ block: element.matches('section') ? 'start' : 'center' });
}
