import { PanelIdInvalid } from './errors.ts';

const PANEL_ID = /^[a-z0-9]{8,32}$/;

export function isPanelId(text: string): boolean {
  return PANEL_ID.test(text);
}

/** @throws PanelIdInvalid before the id gets near a path or a key. */
export function checkPanelId(panel: string): void {
  if (!isPanelId(panel)) throw new PanelIdInvalid();
}
