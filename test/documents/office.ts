/**
 * Every document of both references as Word and Excel, judged by Microsoft's Open XML SDK:
 * `npm run office [PATTERN]`. The short form, in every test run, is office.test.ts.
 */
import { render } from '../../server/documents/render.ts';
import { officeFaults } from '../kit/office.ts';
import { printedForLook } from '../kit/printed.ts';

const only = new RegExp(process.argv[2] ?? '');
let judged = 0;
for (const { name, document, language } of printedForLook())
  for (const format of ['docx', 'xlsx'] as const) {
    if (!only.test(`${name}.${format}`)) continue;
    const faults = await officeFaults(await render({ document, language, format }), format);
    judged += 1;
    for (const fault of faults) console.log(`${name}.${format}: ${fault}`);
    if (faults.length > 0) process.exitCode = 1;
  }
console.log(
  `${judged} files judged, ${process.exitCode ? 'some with faults' : 'none with a fault'}`,
);
