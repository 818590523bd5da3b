/**
 * What one edit costs at the gate: decode, judge, try, check. `npx tsx test/bench/gate.ts [edits]`.
 * Prints microseconds an admitted update (median, 99th percentile), and the same for the whole way
 * through an embedded log to a second device.
 */
import { rmSync } from 'node:fs';
import * as Y from 'yjs';
import { openDoc, setMark } from '../../shared/scorecard/layout.ts';
import { openEmbeddedLog } from '../../server/log/embedded.ts';
import { Gate, type Edit } from '../../server/sync/gate.ts';
import { PanelCards } from '../../server/sync/panel-cards.ts';
import { initialSetup } from '../../shared/panel/setup.ts';
import { loadPreset } from '../../shared/framework/presets.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { scoringRoom } from '../kit/scoring-room.ts';
import { Desk } from '../sync/desk.ts';

const edits = Number(process.argv[2] ?? 20_000);
const dir = newTempDir();
const log = await openEmbeddedLog(dir);
const { framework } = await loadPreset('fengshun-2023');
const setup = initialSetup(framework);
setup.project.name = '基准';
const leaves = leavesOf(framework);
const ids = leaves.map(({ id }) => id);

/** Typing as it is: mostly single characters in reasons, now and then a score, a word taken back. */
function typing(count: number): Uint8Array[] {
  const doc = openDoc(ids);
  const updates: Uint8Array[] = [];
  doc.on('update', (update: Uint8Array) => updates.push(update));
  for (let n = 0; updates.length < count; n++) {
    const leaf = leaves[Math.floor(n / 40) % leaves.length]!;
    const text = doc.getText(`reason:${leaf.id}`);
    if (n % 40 === 0) setMark(doc, leaf.id, { score: (n % 3) * leaf.step });
    else if (n % 40 === 39 || text.length > 1500) text.delete(Math.max(0, text.length - 6), 6);
    else text.insert(text.length, '理由据此扣分。'[n % 7]!);
  }
  return updates;
}

function report(name: string, micros: number[]): void {
  micros.sort((a, b) => a - b);
  const at = (share: number) => micros[Math.floor((micros.length - 1) * share)]!.toFixed(1);
  const mean = micros.reduce((sum, each) => sum + each, 0) / micros.length;
  console.log(`${name}: median ${at(0.5)} µs, mean ${mean.toFixed(1)} µs, p99 ${at(0.99)} µs`);
}

const updates = typing(edits);
const room = await scoringRoom(log, setup);

const gate = new Gate(room, 'e1.r1', ids, []);
gate.rebuild();
const by = { seat: 'e1', issue: 0, open: true };
const times: number[] = [];
for (const update of updates) {
  const start = performance.now();
  const edit: Edit = { update: new Uint8Array(update), live: true, news: false, changes: [] };
  const code = gate.admit(edit, by);
  times.push((performance.now() - start) * 1000);
  if (code !== null) throw new Error(code);
}
report(`gate, ${updates.length} edits`, times);

const plain = openDoc(ids, new Y.Doc());
const applied = updates.map((update) => {
  const start = performance.now();
  Y.applyUpdate(plain, update);
  return (performance.now() - start) * 1000;
});
report('Y.applyUpdate alone', applied);

const cards = await PanelCards.open(room, log, (error) => console.error(error));
const card = cards.card('e1.r1');
const writer = new Desk('e1', ids);
const reader = new Desk('e1', ids);
writer.connect(card);
reader.connect(card);
await cards.settled();
const [start, cpu] = [performance.now(), process.cpuUsage()];
for (let at = 0; at < updates.length; at += 10) {
  for (const update of updates.slice(at, at + 10)) writer.send(update);
  await cards.settled();
}
const { user, system } = process.cpuUsage(cpu);
const [wall, busy] = [performance.now() - start, user + system];
console.log(
  `gate → log → fold → second device, ten an append: ` +
    `${((wall * 1000) / updates.length).toFixed(1)} µs, CPU ${(busy / updates.length).toFixed(1)} µs an edit`,
);
if (writer.savedFrames.length !== updates.length + 1) throw new Error('not all saved');

const rebuilt = performance.now();
const again = await PanelCards.open(room, log, (error) => console.error(error));
again.card('e1.r1').stateVector();
console.log(
  `card reopened from ${room.state.position} entries: ${(performance.now() - rebuilt).toFixed(0)} ms`,
);
await log.close();
rmSync(dir, { recursive: true });
