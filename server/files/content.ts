import type { FileHandle } from 'node:fs/promises';
import type { FileKind } from '../../shared/panel/evidence.ts';
import { entryNames } from './zip-names.ts';

/** So many first bytes tell every kind. */
export const HEAD_BYTES = 12;

const ascii = (text: string): Buffer => Buffer.from(text, 'latin1');
const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex');
const ZIP = Buffer.from('504b0304', 'hex');

/** What a file of a kind begins with, by offset; '????' of a RIFF file is its length. */
const BEGINNINGS: Record<FileKind, readonly (readonly [offset: number, bytes: Buffer])[][]> = {
  pdf: [[[0, ascii('%PDF-')]]],
  png: [[[0, Buffer.from('89504e470d0a1a0a', 'hex')]]],
  jpeg: [[[0, Buffer.from('ffd8ff', 'hex')]]],
  webp: [
    [
      [0, ascii('RIFF')],
      [8, ascii('WEBP')],
    ],
  ],
  gif: [[[0, ascii('GIF87a')]], [[0, ascii('GIF89a')]]],
  docx: [[[0, ZIP]]],
  xlsx: [[[0, ZIP]]],
  pptx: [[[0, ZIP]]],
  doc: [[[0, OLE]]],
  xls: [[[0, OLE]]],
  ppt: [[[0, OLE]]],
};

/** Does a file that begins so have this kind? `head`: its first HEAD_BYTES, or all it has. */
export function beginsAs(kind: FileKind, head: Buffer): boolean {
  return BEGINNINGS[kind].some((parts) =>
    parts.every(([offset, bytes]) => head.subarray(offset, offset + bytes.length).equals(bytes)),
  );
}

const PARTS: Partial<Record<FileKind, string>> = { docx: 'word/', xlsx: 'xl/', pptx: 'ppt/' };

/**
 * Is the whole file what its kind says? Any zip begins like a Word document, so an office file must
 * also list an office file's parts, and no macros: nobody opens those from a stranger.
 */
export async function holdsWhat(kind: FileKind, file: FileHandle, size: number): Promise<boolean> {
  const folder = PARTS[kind];
  if (folder === undefined) return true;
  const names = await entryNames(file, size);
  return (
    names !== null &&
    names.includes('[Content_Types].xml') &&
    names.some((name) => name.startsWith(folder)) &&
    !names.some((name) => /vbaProject\.bin$/i.test(name))
  );
}
