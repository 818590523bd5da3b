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

writeFontConfig();
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

/**
 * The fonts that the files name are not free; Noto and Tinos stand in for them as they would on a
 * machine that has them: same widths, same look.
 */
function writeFontConfig(): void {
  const stands: Record<string, string> = {
    ...{ 宋体: 'Noto Serif SC', 仿宋: 'Noto Serif SC', 黑体: 'Noto Sans SC' },
    ...{ 'Times New Roman': 'Tinos', 'SimSun-ExtB': 'Noto Serif JP' },
  };
  const packages = path.resolve('node_modules/@expo-google-fonts');
  const folders = ['tinos', 'noto-serif-sc/400Regular', 'noto-serif-jp/400Regular']
    .concat(['noto-serif-hk/400Regular', 'noto-sans-sc/500Medium', 'noto-sans-sc/700Bold'])
    .map((each) => `<dir>${path.join(packages, each)}</dir>`);
  const aliases = Object.entries(stands).map(
    ([name, stand]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test>` +
      `<edit name="family" mode="assign" binding="same"><string>${stand}</string></edit></match>`,
  );
  writeFileSync(
    path.join(folder, 'fonts.conf'),
    `<?xml version="1.0"?><fontconfig>${folders.join('')}${aliases.join('')}` +
      `<cachedir>${path.join(folder, '.fonts')}</cachedir></fontconfig>`,
  );
}

function run(program: string, ...args: string[]): void {
  const env = { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf') };
  const { status, stderr } = spawnSync(program, args, { cwd: folder, encoding: 'utf8', env });
  if (status !== 0) throw new Error(`${program}: ${stderr}`);
}
