import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';
import { ZipFile } from 'yazl';
import type { PlacedPicture } from './grid.ts';

const DRAWING = /^xl\/drawings\/drawing(\d+)\.xml$/;
const ANCHOR = /<xdr:twoCellAnchor>(.*?)<\/xdr:twoCellAnchor>/gs;
/** English Metric Units of a point. */
const EMU = 12_700;

/**
 * The workbook with its pictures in their own size, where they belong in their cells: the library can
 * only stretch a picture from one corner of a cell to another one's. `sheets`: the pictures of each in
 * the order in which they were given to it; a drawing has the number of its sheet.
 */
export async function anchored(
  workbook: Uint8Array,
  sheets: readonly (readonly PlacedPicture[])[],
): Promise<Uint8Array> {
  const zip = await yauzl.fromBufferPromise(Buffer.from(workbook));
  const result = new ZipFile();
  for await (const entry of zip.eachEntry()) {
    const content = await buffer(await zip.openReadStreamPromise(entry));
    const number = DRAWING.exec(entry.fileName)?.[1];
    const pictures = number === undefined ? undefined : sheets[Number(number) - 1]!;
    const part = pictures ? Buffer.from(inOwnSize(String(content), pictures)) : content;
    result.addBuffer(part, entry.fileName);
  }
  result.end();
  return buffer(result.outputStream);
}

function inOwnSize(drawing: string, pictures: readonly PlacedPicture[]): string {
  let at = 0;
  return drawing.replace(ANCHOR, (_, inside: string) => {
    const { x, y, width, height } = pictures[at++]!;
    const [cx, cy] = [width, height].map(emu);
    const placed = inside
      .replace('<xdr:colOff>0</xdr:colOff>', `<xdr:colOff>${emu(x)}</xdr:colOff>`)
      .replace('<xdr:rowOff>0</xdr:rowOff>', `<xdr:rowOff>${emu(y)}</xdr:rowOff>`)
      .replace(/<xdr:to>.*?<\/xdr:to>/s, `<xdr:ext cx="${cx}" cy="${cy}"/>`);
    return `<xdr:oneCellAnchor>${placed}</xdr:oneCellAnchor>`;
  });
}

const emu = (points: number): number => Math.round(points * EMU);
