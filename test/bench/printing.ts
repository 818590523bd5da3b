import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { DOCUMENT_FORMATS } from '../../shared/documents/formats.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { scriptOf } from './cards.ts';
import { Lane } from './lane.ts';
import { measured, sendPaced } from './load.ts';
import { openPanel } from './sides.ts';

// npm run bench:printing: how long an edit waits for its acknowledgement, alone and while documents
// are written without a pause in the same server.
const PANELS = 10;
const PACED = { perSecond: 4, updates: 80 };
const WARM_UP = { perSecond: 10, updates: 20 };
/** Downloads under way at any time. */
const READERS = 2;

const ROOT = path.resolve(import.meta.dirname, '../..');
const FOLDER = path.join(ROOT, 'dist/bench');
const prepare = pathToFileURL(path.join(ROOT, 'server/bootstrap/prepare.mjs')).href;
((await import(prepare)) as { build: () => void }).build();
mkdirSync(FOLDER, { recursive: true });
const data = mkdtempSync(path.join(FOLDER, 'data-'));
const server = await TestServer.start(data);
try {
  const office = await server.office();
  const addresses = [];
  for (let n = 0; n < PANELS; n += 1) addresses.push(...(await openPanel(server, office)));
  const panel = /\/sync\/([^/]+)\//.exec(addresses[0]!.writer)![1]!;
  const updates = WARM_UP.updates + 2 * PACED.updates;
  const lanes: Lane[] = [];
  for (const [n, address] of addresses.entries())
    lanes.push(await Lane.open(address, scriptOf(n + 1, updates), true, fail));
  const phase = () => measured(lanes, server.pid, PACED.updates, () => sendPaced(lanes, PACED));

  await sendPaced(lanes, WARM_UP);
  // The writer's thread starts, and reads its fonts, with the first document.
  await Promise.all(DOCUMENT_FORMATS.map((format) => download(office, panel, format)));
  const alone = await phase();
  const downloads = keepDownloading(office, panel);
  const beside = await phase();
  const count = await downloads.stop();
  for (const lane of lanes) await lane.verify();

  const row = (name: string, { saved }: typeof alone) =>
    `${name}: acknowledged after ${saved!.p50.toFixed(1)} ms (median), ${saved!.p99.toFixed(1)} ms (p99)`;
  console.log(`${lanes.length} cards, ${PACED.perSecond} edits a second each`);
  console.log(row('alone', alone));
  console.log(row(`beside ${count} documents`, beside));
  for (const lane of lanes) lane.close();
} finally {
  await server.stop();
  rmSync(data, { recursive: true });
}

function fail(error: Error): never {
  throw error;
}

async function download(office: Visitor, panel: string, format: string): Promise<void> {
  const address = `/api/panels/${panel}/secretary/documents/form.${format}`;
  const response = await office.request('GET', address);
  if (response.status !== 200) throw new Error(`${address}: ${response.status}`);
  await response.arrayBuffer();
}

/** Downloads without a pause until it is stopped, which gives how many there were. */
function keepDownloading(office: Visitor, panel: string): { stop: () => Promise<number> } {
  let stopped = false;
  let count = 0;
  const readers = Array.from({ length: READERS }, async () => {
    while (!stopped) {
      await download(office, panel, DOCUMENT_FORMATS[count % DOCUMENT_FORMATS.length]!);
      count += 1;
    }
  });
  return {
    stop: async () => {
      stopped = true;
      await Promise.all(readers);
      return count;
    },
  };
}
