import { inflateSync } from 'node:zlib';
import { create, type Font } from 'fontkit';

/** A font as it lies in a PDF. */
export interface EmbeddedFont {
  name: string;
  font: Font;
  /** Code of a character in the text → what it stands for, as the PDF itself says. */
  unicode: Map<number, string>;
}

interface PdfObject {
  dictionary: string;
  stream: Buffer | null;
}

/** The fonts embedded in a PDF as pdfkit writes it: objects one after the other, streams deflated. */
export function embeddedFonts(bytes: Uint8Array): EmbeddedFont[] {
  const objects = objectsOf(Buffer.from(bytes));
  const linked = ({ dictionary }: PdfObject, key: string): PdfObject => {
    const found = new RegExp(`/${key} \\[?(\\d+) 0 R`).exec(dictionary);
    return objects.get(Number(found?.[1]))!;
  };
  return [...objects.values()]
    .filter(({ dictionary }) => dictionary.includes('/Subtype /Type0'))
    .map((font) => {
      const file = linked(linked(linked(font, 'DescendantFonts'), 'FontDescriptor'), 'FontFile2');
      return {
        name: /\/BaseFont \/(\S+)/.exec(font.dictionary)![1]!,
        font: create(file.stream!) as Font,
        unicode: mapOf(linked(font, 'ToUnicode').stream!.toString('latin1')),
      };
    });
}

function objectsOf(pdf: Buffer): Map<number, PdfObject> {
  const text = pdf.toString('latin1');
  const objects = new Map<number, PdfObject>();
  for (const found of text.matchAll(/(\d+) 0 obj\n/g)) {
    const start = found.index + found[0].length;
    const end = text.indexOf('endobj', start);
    const marker = text.indexOf('stream\n', start);
    const dictionary = text.slice(start, marker > 0 && marker < end ? marker : end);
    const length = Number(/\/Length (\d+)/.exec(dictionary)?.[1] ?? 0);
    const from = marker + 'stream\n'.length;
    const raw = marker > 0 && marker < end ? pdf.subarray(from, from + length) : null;
    const stream = raw && dictionary.includes('/FlateDecode') ? inflateSync(raw) : raw;
    objects.set(Number(found[1]), { dictionary, stream });
  }
  return objects;
}

/** The ranges of a ToUnicode map: `<from> <to> [<text> <text> …]`. */
function mapOf(cmap: string): Map<number, string> {
  const map = new Map<number, string>();
  for (const [, from, list] of cmap.matchAll(/<([\da-f]+)> <[\da-f]+> \[([^\]]*)\]/gi)) {
    const texts = [...list!.matchAll(/<([\da-f ]*)>/gi)].map(([, hex]) =>
      Buffer.from(hex!.replaceAll(' ', ''), 'hex').swap16().toString('utf16le'),
    );
    texts.forEach((text, index) => map.set(parseInt(from!, 16) + index, text));
  }
  return map;
}
