import { remember, remembered } from '../i18n/remembered.ts';

const root = document.documentElement;
const STORE = 'heyi.preferences';

interface Preferences {
  theme?: string | undefined;
  text?: string | undefined;
}

function save(): void {
  const { theme, text } = root.dataset;
  remember(STORE, JSON.stringify({ theme, text } satisfies Preferences));
}

/** Applies what this reader chose last time; called once at start. */
export function restorePreferences(): void {
  const { theme, text }: Preferences = JSON.parse(remembered(STORE) ?? '{}');
  if (theme) root.dataset['theme'] = theme;
  if (text) root.dataset['text'] = text;
}

export function toggleTheme(): void {
  const dark = root.dataset['theme']
    ? root.dataset['theme'] === 'dark'
    : matchMedia('(prefers-color-scheme: dark)').matches;
  root.dataset['theme'] = dark ? 'light' : 'dark';
  save();
}

export function toggleLargeText(): void {
  if (root.dataset['text'] === 'large') delete root.dataset['text'];
  else root.dataset['text'] = 'large';
  save();
}
