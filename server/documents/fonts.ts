import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { create, type Font } from 'fontkit';

/** `text`: 宋体 with Times for Latin. `strong`: 黑体 with bold Times, for headings and heads of tables. */
export type Face = 'text' | 'strong';

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
};

const LATIN_FONTS: readonly FontName[] = ['latin', 'latinBold'];
/** Digits and letters only: quotation marks, dashes and signs in a Chinese line are full-width. */
const LATIN = /[\u0020-\u007e\u00a0\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u024f]/;
/** Says how to draw or order what stands beside it, and has no shape of its own. */
const SHAPELESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

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
const shaped: Record<Face, Map<string, Shaped | null>> = { text: new Map(), strong: new Map() };

/** Where the font's TTF lies. */
export function fontFile(name: FontName): string {
  return require.resolve(FILES[name]);
}

/** The text with each character that no font has as its code, '[U+1F44D]': never dropped silently. */
export function printable(text: string, face: Face): string {
  let result = '';
  // Not the whole text: NFC would replace compatibility ideographs, which stand in people's names.
  const composed = text.replace(/\p{Script=Latin}\p{M}+/gu, (letter) => letter.normalize('NFC'));
  for (const character of composed.replaceAll('\t', ' ')) {
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
    if (last?.font === font) last.text += character;
    else runs.push({ font, text: character });
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
  const code = character.codePointAt(0)!;
  if (SHAPELESS.test(character)) return null;
  for (const name of STACKS[face]) {
    if (LATIN_FONTS.includes(name) && !LATIN.test(character)) continue;
    const font = open(name);
    if (!font.hasGlyphForCodePoint(code)) continue;
    const { advanceWidth } = font.glyphForCodePoint(code);
    return { font: name, advance: advanceWidth / font.unitsPerEm };
  }
  return null;
}

function open(name: FontName): Font {
  const font = opened.get(name) ?? (create(readFileSync(fontFile(name))) as Font);
  opened.set(name, font);
  return font;
}

const codeOf = (character: string): string =>
  `[U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}]`;
