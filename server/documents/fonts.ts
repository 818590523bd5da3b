import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/**
 * `text`: 宋体 with Times for Latin. `strong`: 黑体 with bold Times, for headings and heads of tables.
 * `office`: only measured: 宋体 or 黑体 as an office machine has them, whose Latin is half an em wide.
 */
export type Face = 'text' | 'strong' | 'office';

const FILES = {
  latin: '@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf',
  latinBold: '@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf',
  serif: '@expo-google-fonts/noto-serif-sc/400Regular/NotoSerifSC_400Regular.ttf',
  sans: '@expo-google-fonts/noto-sans-sc/500Medium/NotoSansSC_500Medium.ttf',
  // Rare characters of names: 𠮷 is in the Japanese one, 㛃 and 1,700 of Extension B in Hong Kong's.
  japanese: '@expo-google-fonts/noto-serif-jp/400Regular/NotoSerifJP_400Regular.ttf',
  hongKong: '@expo-google-fonts/noto-serif-hk/400Regular/NotoSerifHK_400Regular.ttf',
} as const;

export type FontName = keyof typeof FILES;

/** In the order in which they are asked for a character. */
const STACKS: Record<Face, readonly FontName[]> = {
  text: ['latin', 'serif', 'japanese', 'hongKong'],
  strong: ['latinBold', 'sans', 'japanese', 'hongKong'],
  office: ['latin', 'serif', 'japanese', 'hongKong'],
};

const LATIN_FONTS: readonly FontName[] = ['latin', 'latinBold'];
/** Digits and letters only: quotation marks, dashes and signs in a Chinese line are full-width. */
const LATIN = /[\u0020-\u007e\u00a0\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
/** Marks that stand in both alphabets. */
const SHARED = '‘’“”–—…';
const SHARED_MARKS = new RegExp(`[${SHARED}]`, 'g');
const APOSTROPHES = /(?<=[A-Za-z])’(?=[A-Za-z])/g;
/**
 * Stand for these where they are Latin ones, from `printable` until they are drawn: code points that
 * Unicode keeps free for a program's own use and that no text holds.
 */
const FIRST_STAND_IN = 0xfdd0;
const CHINESE = /[\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
/** Says how to draw or order what stands beside it, and has no shape of its own. */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/** The advance of a Latin letter or digit of 宋体. */
const OFFICE_LATIN = 0.5;

/** A character with the font that has it; the advance as a fraction of the font's size. */
interface Shaped {
  font: FontName;
  advance: number;
}

/** A stretch of text that one font can set. */
export interface Run {
  font: FontName;
  text: string;
}

const require = createRequire(import.meta.url);
const opened = new Map<FontName, Font>();
const shaped: Record<Face, Map<string, Shaped | null>> = {
  ...{ text: new Map(), strong: new Map(), office: new Map() },
};

/** Where the font's TTF lies. */
export function fontFile(name: FontName): string {
  return require.resolve(FILES[name]);
}

/** Are there Chinese characters or punctuation in it? */
export const isChinese = (text: string): boolean => CHINESE.test(text);

/**
 * The text with each character that no font has as its code, '[U+1F44D]': never dropped silently.
 * Quotation marks and dashes are Latin ones in a text without Chinese, apostrophes within a Latin word.
 */
export function printable(text: string, face: Face): string {
  let result = '';
  // Not the whole text: NFC would replace compatibility ideographs, which stand in people's names.
  const composed = text.replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.normalize('NFC'));
  const western = composed.replace(isChinese(composed) ? APOSTROPHES : SHARED_MARKS, standInFor);
  for (const character of western.replaceAll('\t', ' ')) {
    if (character === '\n' || shape(character, face)) result += character;
    else if (!SHAPELESS.test(character)) result += codeOf(character);
  }
  return result;
}

/** The text in runs of one font each. What is not `printable` has no run. */
export function runsOf(text: string, face: Face): Run[] {
  const runs: Run[] = [];
  for (const character of text) {
    const font = shape(character, face)?.font;
    if (!font) continue;
    const last = runs.at(-1);
    const shown = markOf(character) ?? character;
    if (last?.font === font) last.text += shown;
    else runs.push({ font, text: shown });
  }
  return runs;
}

/** The width of a line in the unit of `size`. */
export function widthOf(text: string, face: Face, size: number): number {
  let width = 0;
  for (const character of text) width += shape(character, face)?.advance ?? 0;
  return width * size;
}

function shape(character: string, face: Face): Shaped | null {
  const known = shaped[face].get(character);
  if (known !== undefined) return known;
  const found = findShape(character, face);
  shaped[face].set(character, found);
  return found;
}

function findShape(character: string, face: Face): Shaped | null {
  const mark = markOf(character);
  const code = (mark ?? character).codePointAt(0)!;
  if (mark === null && SHAPELESS.test(character)) return null;
  for (const name of STACKS[face]) {
    const latin = mark !== null || LATIN.test(character);
    if (LATIN_FONTS.includes(name) && !latin) continue;
    const font = open(name);
    if (!font.hasGlyphForCodePoint(code)) continue;
    const { advanceWidth } = font.glyphForCodePoint(code);
    const advance = latin && face === 'office' ? OFFICE_LATIN : advanceWidth / font.unitsPerEm;
    return { font: name, advance };
  }
  return null;
}

const standInFor = (mark: string): string =>
  String.fromCharCode(FIRST_STAND_IN + SHARED.indexOf(mark));

/** The mark that a stand-in stands for; null for any other character. */
const markOf = (character: string): string | null =>
  SHARED[character.charCodeAt(0) - FIRST_STAND_IN] ?? null;

function open(name: FontName): Font {
  const font = opened.get(name) ?? (create(readFileSync(fontFile(name))) as Font);
  opened.set(name, font);
  return font;
}

const codeOf = (character: string): string =>
  `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
