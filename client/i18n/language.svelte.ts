import { remember, remembered } from './remembered.ts';

/** One text in both languages of the product. `{name}` marks a value. */
export interface Text {
  zh: string;
  en: string;
}
export type Language = keyof Text;

const STORE = 'heyi.language';

function initial(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'zh' || asked === 'en') return asked;
  return remembered(STORE) === 'en' ? 'en' : 'zh';
}

let language = $state<Language>(initial());

export function currentLanguage(): Language {
  return language;
}

export function setLanguage(next: Language): void {
  language = next;
  remember(STORE, next);
  document.documentElement.lang = next === 'zh' ? 'zh-CN' : 'en';
}

/** The text in the reader's language; reactive wherever a component calls it. */
export function t(text: Text, values: Record<string, string | number> = {}): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    name in values ? String(values[name]) : whole,
  );
}
