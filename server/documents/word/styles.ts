import { AlignmentType, type IStylesOptions, LineRuleType } from 'docx';
import type { Language } from '../../../shared/documents/words.ts';
import { twips } from './units.ts';

const LATIN = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', cs: 'Times New Roman' };
const SONG = { ...LATIN, eastAsia: '宋体' };
const HEI = { ...LATIN, eastAsia: '黑体' };
const FANG_SONG = { ...LATIN, eastAsia: '仿宋' };

/** Sizes of fonts are in half points, line heights in twentieths of a point. */
const CELL_LINE = { line: 260, lineRule: LineRuleType.AT_LEAST };

/** Ids of the paragraph styles beside Word's own headings. */
export const STYLE = {
  ...{ cell: 'HeyiCell', head: 'HeyiCellHead', fact: 'HeyiFact', running: 'HeyiRunning' },
  ...{ body: 'HeyiBody', draft: 'HeyiDraft', small: 'HeyiSmall', gap: 'HeyiGap' },
} as const;

const headingOf = (bold: boolean) => (size: number, before: number, after: number) => ({
  run: { font: HEI, size, color: '000000', bold },
  paragraph: { spacing: { before: twips(before), after: twips(after) }, keepNext: true },
});

/**
 * 黑体 for headings, 仿宋 for running text, 宋体 in tables; Times for Latin and digits. 黑体 is heavy by
 * itself; Times has to be bold to be a heading.
 */
export function stylesOf(language: Language): IStylesOptions {
  const bold = language === 'en';
  const heading = headingOf(bold);
  const indent = language === 'zh' ? { firstLineChars: 200, firstLine: 480 } : {};
  const body = { run: { font: FANG_SONG, size: 24 }, paragraph: { ...BODY, indent } };
  return {
    default: {
      document: {
        run: {
          ...{ font: FANG_SONG, size: 24 },
          language: { value: 'en-US', eastAsia: 'zh-CN' },
        },
      },
      heading1: {
        ...heading(36, 1, 5),
        paragraph: { ...heading(36, 1, 5).paragraph, alignment: AlignmentType.CENTER },
      },
      heading2: heading(28, 5, 2),
      heading3: heading(24, 4.5, 2),
      heading4: heading(22, 4, 1.5),
      heading5: heading(22, 4, 1.5),
    },
    paragraphStyles: [
      { id: STYLE.cell, name: 'Heyi Cell', run: { font: SONG, size: 18 }, paragraph: CELL },
      {
        id: STYLE.head,
        name: 'Heyi Cell Head',
        run: { font: HEI, size: 18, bold },
        paragraph: CELL,
      },
      {
        ...{ id: STYLE.fact, name: 'Heyi Fact', run: { font: SONG, size: 21 } },
        paragraph: { spacing: { line: 320, lineRule: LineRuleType.AT_LEAST } },
      },
      { id: STYLE.running, name: 'Heyi Running', run: { font: SONG, size: 18 } },
      { id: STYLE.body, name: 'Heyi Body', ...body },
      {
        ...{ id: STYLE.draft, name: 'Heyi Draft', paragraph: body.paragraph },
        run: { ...body.run, underline: { type: 'dotted' } },
      },
      {
        ...{ id: STYLE.small, name: 'Heyi Small', run: { font: SONG, size: 18 } },
        paragraph: { spacing: { before: 60, line: 284, lineRule: LineRuleType.AT_LEAST } },
      },
      {
        ...{ id: STYLE.gap, name: 'Heyi Gap', run: { font: SONG, size: 2 } },
        paragraph: { spacing: { line: 20, lineRule: LineRuleType.EXACT } },
      },
    ],
  };
}

const CELL = { spacing: CELL_LINE };
const BODY = {
  alignment: AlignmentType.JUSTIFIED,
  spacing: { line: 440, lineRule: LineRuleType.AT_LEAST },
};
