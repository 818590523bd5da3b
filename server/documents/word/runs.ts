import { type IRunOptions, TextRun } from 'docx';
import { isChinese } from '../fonts.ts';
import { plain } from '../plain.ts';

/** Beyond the first plane of Unicode; 宋体 has its half of these in a font of its own. */
const BEYOND = /([\u{20000}-\u{3ffff}]+)/u;

/**
 * A text as runs; `\n` becomes a line break. The hint makes quotation marks, dashes and dots that
 * stand in both alphabets Chinese ones, in a text that has Chinese in it;
 * `eastAsia` names another Chinese font than the style's.
 */
export function runsOf(
  text: string,
  look: Omit<IRunOptions, 'text' | 'children' | 'font'> = {},
  eastAsia?: string,
): TextRun[] {
  const hint = isChinese(text) ? { hint: 'eastAsia' } : {};
  return plain(text)
    .split('\n')
    .flatMap((line, index) =>
      line
        .split(BEYOND)
        .filter((part, at) => part !== '' || (at === 0 && index > 0))
        .map((part, at) => {
          const rare = BEYOND.test(part);
          const named = rare ? 'SimSun-ExtB' : eastAsia;
          const font = { ...hint, ...(named ? { eastAsia: named } : {}) };
          return new TextRun({
            ...look,
            ...(Object.keys(font).length > 0 ? { font } : {}),
            text: part,
            ...(index > 0 && at === 0 ? { break: 1 } : {}),
          });
        }),
    );
}
