/**
 * Every document of both references in every format as pictures, to be looked at page by page:
 * `npm run look`. Word and Excel files are converted by LibreOffice, as a reader without Word would.
 */
import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { render } from '../../server/documents/render.ts';
import { DOCUMENT_FORMATS } from '../../shared/documents/formats.ts';
import { printedForLook } from '../kit/printed.ts';

const folder = path.resolve(process.env['SHOTS'] ?? 'shots/documents');
const only = new RegExp(process.argv[2] ?? '');
const DOTS_PER_INCH = '80';

rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice)
  console.log(
    'LibreOffice is not installed, so only the PDFs are shown. On Debian, as root:\n' +
      '  apt-get install -y --no-install-recommends libreoffice-writer libreoffice-calc',
  );

for (const { name, document, language } of printedForLook())
  for (const format of DOCUMENT_FORMATS) {
    const file = `${name.replaceAll(' ', '-')}.${format}`;
    if (!only.test(file)) continue;
    const start = performance.now();
    const bytes = await render({ document, language, format });
    writeFileSync(path.join(folder, file), bytes);
    console.log(`${file}: ${bytes.length} bytes, ${Math.round(performance.now() - start)} ms`);
  }

const files = () => readdirSync(folder);
for (const format of DOCUMENT_FORMATS) {
  const made = files().filter((file) => file.endsWith(`.${format}`));
  if (made.length === 0) continue;
  if (format !== 'pdf') {
    if (!hasOffice) continue;
    // One by one into a folder of its own: LibreOffice names its file after the source.
    const converted = path.join(folder, format);
    const profile = pathToFileURL(path.join(folder, '.profile')).href;
    run(
      'soffice',
      `-env:UserInstallation=${profile}`,
      '--headless',
      '--convert-to',
      'pdf',
      '--outdir',
      converted,
      ...made,
    );
  }
  const source = format === 'pdf' ? folder : path.join(folder, format);
  for (const file of made) {
    const base = file.slice(0, -format.length - 1);
    run(
      'pdftoppm',
      '-r',
      DOTS_PER_INCH,
      '-png',
      path.join(source, `${base}.pdf`),
      `${base}.${format}`,
    );
  }
}
const pages = files().filter((file) => file.endsWith('.png'));
console.log(`${pages.length} pages in ${folder}`);

function run(program: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}
