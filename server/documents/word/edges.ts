import {
  AlignmentType,
  BorderStyle,
  Footer,
  Header,
  PageNumber,
  Paragraph,
  TabStopType,
  TextRun,
} from 'docx';
import { TextWatermark } from 'docx/watermarks';
import type { Running } from '../../../shared/documents/document.ts';
import { type Orientation, PAPER_WIDTH } from '../../../shared/documents/table.ts';
import { type Language, words } from '../../../shared/documents/words.ts';
import { isChinese } from '../fonts.ts';
import { runsOf } from './runs.ts';
import { STYLE } from './styles.ts';
import { twips } from './units.ts';

const HAIRLINE = { style: BorderStyle.SINGLE, size: 4, color: '000000', space: 1 };

/** At the head of each page what the reader must not overlook, across it that it is a draft. */
export function wordHeader({ draft, caution }: Running): Header {
  if (!draft && !caution)
    return new Header({ children: [new Paragraph({ style: STYLE.running })] });
  const watermark = draft
    ? [new TextWatermark({ text: draft, font: '黑体', color: 'C8C8C8', opacity: 0.4, width: 400 })]
    : [];
  const between = draft && caution ? [new TextRun({ text: '\u3000\u3000' })] : [];
  return new Header({
    children: [
      new Paragraph({
        style: STYLE.running,
        alignment: AlignmentType.CENTER,
        border: { top: HAIRLINE, bottom: HAIRLINE },
        children: [
          ...watermark,
          ...(draft ? runsOf(draft, { size: 24, bold: !isChinese(draft) }, '黑体') : []),
          ...between,
          ...(caution ? runsOf(caution) : []),
        ],
      }),
    ],
  });
}

/** At the foot the code on the left, the page of how many on the right: as fields. */
export function wordFooter(code: string, paper: Orientation, language: Language): Footer {
  const page = words.page[language].split(/\{(n|of)\}/).flatMap((part) => {
    if (part === 'n') return [new TextRun({ children: [PageNumber.CURRENT] })];
    if (part === 'of') return [new TextRun({ children: [PageNumber.TOTAL_PAGES] })];
    return runsOf(part);
  });
  return new Footer({
    children: [
      new Paragraph({
        style: STYLE.running,
        tabStops: [{ type: TabStopType.RIGHT, position: twips(PAPER_WIDTH[paper]) }],
        children: [...runsOf(code), new TextRun({ children: ['\t'] }), ...page],
      }),
    ],
  });
}
