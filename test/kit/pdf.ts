import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { tempDir } from './temp-dir.ts';

/** What poppler reads in a PDF: a reader of its own, not the library that wrote it. */
export interface ReadPdf {
  /** By page, in the order in which it was written, without white space. */
  pages: string[];
  fonts: { name: string; embedded: boolean; subset: boolean; unicode: boolean }[];
  info: string;
  /** Each word with its page and place, in points from the page's top left corner. */
  words: { page: number; text: string; left: number; top: number; right: number; bottom: number }[];
  /** Of each page, in points. */
  sizes: { width: number; height: number }[];
}

export function readPdf(bytes: Uint8Array): ReadPdf {
  const file = path.join(tempDir(), 'document.pdf');
  writeFileSync(file, bytes);
  const text = run('pdftotext', '-raw', file, '-');
  const boxes = run('pdftotext', '-bbox', file, '-');
  return {
    pages: text
      .split('\f')
      .slice(0, -1)
      .map((page) => page.replace(/\s/g, '')),
    fonts: run('pdffonts', file).split('\n').slice(2).filter(Boolean).map(fontOf),
    info: run('pdfinfo', file),
    ...boxesOf(boxes),
  };
}

function fontOf(line: string): ReadPdf['fonts'][number] {
  const [name, rest] = [line.split(/\s+/)[0]!, line.trim().split(/\s+/).slice(-5)];
  const [embedded, subset, unicode] = rest.map((word) => word === 'yes');
  return { name, embedded: embedded!, subset: subset!, unicode: unicode! };
}

const NUMBER = '"([\\d.]+)"';
const BOX = new RegExp(
  `<page width=${NUMBER} height=${NUMBER}>|` +
    `<word xMin=${NUMBER} yMin=${NUMBER} xMax=${NUMBER} yMax=${NUMBER}>(.*?)</word>`,
  'g',
);

function boxesOf(html: string): Pick<ReadPdf, 'words' | 'sizes'> {
  const found: Pick<ReadPdf, 'words' | 'sizes'> = { words: [], sizes: [] };
  for (const [, width, height, left, top, right, bottom, text] of html.matchAll(BOX))
    if (width) found.sizes.push({ width: Number(width), height: Number(height) });
    else
      found.words.push({
        ...{ page: found.sizes.length - 1, text: text! },
        ...{ left: Number(left), top: Number(top), right: Number(right), bottom: Number(bottom) },
      });
  return found;
}

function run(program: string, ...args: string[]): string {
  const { status, stdout, stderr } = spawnSync(program, args, {
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
  return stdout;
}
