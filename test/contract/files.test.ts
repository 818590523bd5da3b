import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { openFolder } from '../../server/files/folder.ts';
import { openFiles } from '../../server/files/open.ts';
import { FilesUnusable, type Files } from '../../server/files/port.ts';
import { MAX_FILE_BYTES } from '../../shared/panel/evidence.ts';
import { DOCX, inPieces, OLE, PDF, PNG, XLSX, zipOf } from '../kit/evidence-files.ts';
import { tempDir } from '../kit/temp-dir.ts';

const PANEL = 'panel00001';
const keep = (files: Files, name: string, content: Buffer, piece = 1 << 16) =>
  files.keep(PANEL, name, inPieces(content, piece));
const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const left = (dir: string) => readdirSync(join(dir, '.incoming'));

describe('files of evidence in a folder', () => {
  test('are kept under the SHA-256 of their content, once, and come back as they were', async () => {
    const dir = tempDir();
    const files = await openFolder(dir, false);
    const kept = await keep(files, '审计报告.PDF', PDF, 1);
    expect(kept).toEqual({ digest: sha(PDF), name: '审计报告.PDF', size: PDF.length, kind: 'pdf' });
    expect(await keep(files, 'again.pdf', PDF)).toMatchObject({ digest: kept.digest });
    expect(readdirSync(join(dir, PANEL))).toEqual([kept.digest]);
    const opened = await files.open(PANEL, kept.digest, 'pdf');
    expect(opened?.size).toBe(PDF.length);
    expect(await text(opened!.content)).toBe(PDF.toString('utf8'));
    expect(left(dir)).toEqual([]);
  });

  test.each([
    ['photo.png', PNG, 'png'],
    ['台账.docx', DOCX, 'docx'],
    ['台账.xlsx', XLSX, 'xlsx'],
    ['commented.xlsx', zipOf(['[Content_Types].xml', 'xl/workbook.xml'], 'PK'), 'xlsx'],
    ['old.xls', OLE, 'xls'],
    ['scan.jpg', Buffer.from('ffd8ffe000104a46', 'hex'), 'jpeg'],
    ['scan.webp', Buffer.from('RIFF\x24\0\0\0WEBPVP8 ', 'latin1'), 'webp'],
    ['seal.gif', Buffer.from('GIF89a\x01\0\x01\0', 'latin1'), 'gif'],
  ])('%s is taken', async (name, content, kind) => {
    const files = await openFolder(tempDir(), false);
    expect(await keep(files, name, content, 3)).toMatchObject({ kind });
  });

  test.each([
    ['a page that is called PDF', 'a.pdf', Buffer.from('<html><script>alert(1)</script></html>')],
    ['a PDF that is called PNG', 'a.png', PDF],
    ['a PNG that is called PDF', 'a.pdf', PNG],
    ['SVG', 'a.svg', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['SVG that is called PNG', 'a.png', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>')],
    ['HTML', 'a.html', Buffer.from('<p>')],
    ['a program', 'a.exe', Buffer.from('MZ')],
    ['any zip that is called a document', 'a.docx', zipOf(['evil.html'])],
    ['a workbook that is called a document', 'a.docx', XLSX],
    [
      'a document with macros',
      'a.docx',
      zipOf(['[Content_Types].xml', 'word/document.xml', 'word/vbaProject.bin']),
    ],
    ['a zip cut before its directory', 'a.docx', DOCX.subarray(0, 60)],
    ['a zip whose directory is a lie', 'a.docx', lyingZip()],
    ['the first bytes alone', 'a.pdf', Buffer.from('%PD')],
    ['RIFF of another kind', 'a.webp', Buffer.from('RIFF\x24\0\0\0WAVEfmt ', 'latin1')],
  ])('%s is refused, and nothing stays', async (_what, name, content) => {
    const dir = tempDir();
    const files = await openFolder(dir, false);
    await expect(keep(files, name, content, 7)).rejects.toMatchObject({ code: 'file-not-allowed' });
    expect(left(dir)).toEqual([]);
    expect(existsSync(join(dir, PANEL))).toBe(false);
  });

  test('an empty file is refused', async () => {
    const files = await openFolder(tempDir(), false);
    await expect(keep(files, 'a.pdf', Buffer.alloc(0))).rejects.toMatchObject({
      code: 'file-empty',
    });
  });

  test('20 MB are taken; one byte more is refused while it comes, and no more of it is read', async () => {
    const dir = tempDir();
    const files = await openFolder(dir, false);
    const full = Buffer.alloc(MAX_FILE_BYTES, 1);
    PDF.copy(full);
    expect(await keep(files, 'full.pdf', full)).toMatchObject({ size: MAX_FILE_BYTES });

    let read = 0;
    async function* endless() {
      for (;;) {
        read += full.length / 4;
        yield full.subarray(0, full.length / 4);
      }
    }
    await expect(files.keep(PANEL, 'endless.pdf', endless())).rejects.toMatchObject({
      code: 'file-too-large',
    });
    expect(read).toBe((full.length * 5) / 4);
    expect(left(dir)).toEqual([]);
    expect(readdirSync(join(dir, PANEL))).toHaveLength(1);
  });

  test('a line that breaks in the middle leaves nothing', async () => {
    const dir = tempDir();
    const files = await openFolder(dir, false);
    async function* broken() {
      yield PDF;
      throw new Error('aborted');
    }
    await expect(files.keep(PANEL, 'a.pdf', broken())).rejects.toThrow('aborted');
    expect(left(dir)).toEqual([]);
    expect(existsSync(join(dir, PANEL))).toBe(false);
  });

  test('another panel, another digest, another kind, or a path opens nothing', async () => {
    const dir = tempDir();
    const files = await openFolder(dir, false);
    const { digest } = await keep(files, 'a.pdf', PDF);
    writeFileSync(join(dir, 'secret'), PDF);
    mkdirSync(join(dir, 'panel00002'));
    expect(await files.open('panel00002', digest, 'pdf')).toBeNull();
    expect(await files.open(PANEL, digest, 'png')).toBeNull();
    for (const path of [
      '../secret',
      `../${PANEL}/${digest}`,
      'a'.repeat(64),
      '',
      '.',
      digest + '/',
    ])
      expect(await files.open(PANEL, path, 'pdf')).toBeNull();
    await expect(files.open('..', digest, 'pdf')).rejects.toThrow('panel id');
    await expect(files.keep('../up', 'a.pdf', inPieces(PDF, 9))).rejects.toThrow('panel id');
  });

  test('what a crash left half written is gone at the next start', async () => {
    const dir = tempDir();
    await openFolder(dir, false);
    writeFileSync(join(dir, '.incoming', 'half'), PDF);
    await openFolder(dir, false);
    expect(left(dir)).toEqual([]);
  });

  test('in a folder that servers share, only what no upload can still be writing', async () => {
    const dir = tempDir();
    await openFolder(dir, true);
    for (const name of ['old', 'young']) writeFileSync(join(dir, '.incoming', name), PDF);
    const hours = new Date(Date.now() - 2 * 3600 * 1000);
    utimesSync(join(dir, '.incoming', 'old'), hours, hours);
    await openFolder(dir, true);
    expect(left(dir)).toEqual(['young']);
  });
});

/** Its end says that the directory lies beyond the file. */
function lyingZip(): Buffer {
  const zip = Buffer.from(DOCX);
  zip.writeUInt32LE(0xfffffff0, zip.length - 6);
  return zip;
}

describe('where files lie', () => {
  const dataDir = () => tempDir();

  test('beside the embedded log, without a setting', async () => {
    const dir = dataDir();
    const { files, notices } = await openFiles({
      ...{ dataDir: dir, redisUrl: undefined, filesDir: undefined },
    });
    await keep(files!, 'a.pdf', PDF);
    expect(readdirSync(join(dir, 'files', PANEL))).toEqual([sha(PDF)]);
    expect(notices).toEqual([]);
  });

  test('with Redis nowhere until a folder is given, and the server says so', async () => {
    const redisUrl = 'redis://127.0.0.1:1';
    const without = await openFiles({ dataDir: dataDir(), redisUrl, filesDir: undefined });
    expect(without.files).toBeNull();
    expect(without.notices.join()).toContain('FILES_DIR');
    const shared = tempDir();
    const one = await openFiles({ dataDir: dataDir(), redisUrl, filesDir: shared });
    const two = await openFiles({ dataDir: dataDir(), redisUrl, filesDir: shared });
    const { digest } = await keep(one.files!, 'a.pdf', PDF);
    const opened = await two.files!.open(PANEL, digest, 'pdf');
    expect(await text(opened!.content)).toContain('%PDF');
    expect(one.notices).toEqual([]);
  });

  test('a folder that is not there is named, not made', async () => {
    const filesDir = join(tempDir(), 'not-mounted');
    const opening = openFiles({ dataDir: dataDir(), redisUrl: undefined, filesDir });
    await expect(opening).rejects.toThrow(FilesUnusable);
    await expect(opening).rejects.toThrow(`FILES_DIR=${filesDir}`);
    expect(existsSync(filesDir)).toBe(false);
  });
});
