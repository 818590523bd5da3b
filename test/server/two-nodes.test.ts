import { afterAll, beforeAll, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { TestRedis } from '../kit/redis.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { Outsider } from '../protocol/outsider.ts';

let redis: TestRedis;
let a: TestServer;
let b: TestServer;
let office: Visitor;
const people: Outsider[] = [];

beforeAll(async () => {
  redis = await TestRedis.start();
  const shared = { REDIS_URL: redis.url, FILES_DIR: newTempDir() };
  [a, b] = await Promise.all([
    TestServer.start(newTempDir(), shared),
    TestServer.start(newTempDir(), shared),
  ]);
  office = await a.office();
});
afterAll(async () => {
  for (const person of people) person.close();
  await Promise.all([a.stop(), b.stop()]);
  await redis.stop();
});

async function join(node: TestServer, panel: string, seat: string): Promise<Outsider> {
  const invitations = await office.invitations(panel);
  const person = await Outsider.join(node.url, invitations.find((i) => i.seat === seat)!.code);
  people.push(person);
  await person.until((view) => view['role'] !== undefined);
  return person;
}

async function arrives(doc: Y.Doc, condition: () => boolean): Promise<void> {
  while (!condition()) await new Promise((resolve) => doc.once('update', resolve));
}

test('two servers on one Redis serve the same panel: devices, commands, links, seal', async () => {
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  });
  // A code made on one node opens the seat on the other.
  const secretary = await join(b, panel, 'secretary');
  const chair = await join(a, panel, 'e1');
  const e2 = await join(b, panel, 'e2');
  const e3 = await join(a, panel, 'e3');
  await secretary.until((view) => view['joined'] === 3);
  await secretary.act({ type: 'open-round' });
  for (const person of [chair, e2, e3]) await person.until((view) => view['phase'] === 'scoring');

  // The same expert on two devices, one on each node, typing in the same reason.
  const elsewhere = await join(a, panel, 'e2');
  const [here, there] = [await e2.open('e2.r1'), await elsewhere.open('e2.r1')];
  here.getText('reason:i01').insert(0, '左');
  there.getText('reason:i01').insert(0, '右');
  here.getMap('scores').set('i01', 3_00);
  await arrives(here, () => here.getText('reason:i01').length === 2);
  await arrives(there, () => there.getText('reason:i01').length === 2);
  await arrives(there, () => there.getMap('scores').get('i01') === 3_00);
  expect(there.getText('reason:i01').toString()).toBe(here.getText('reason:i01').toString());

  // One operation, sent to both nodes at once, acts once.
  const scores = here.getMap('scores');
  for (let leaf = 1; leaf <= 18; leaf++)
    scores.set(`i${String(leaf).padStart(2, '0')}`, 'abstained');
  await arrives(there, () => there.getMap('scores').size === 18);
  const operation = 'operation-on-both-nodes';
  const answers = await Promise.all(
    [e2, elsewhere].map((device) => device.ask({ type: 'submit-card' }, operation)),
  );
  expect(answers.map((answer) => answer['ok'])).toEqual([true, true]);
  await chair.until((view) => view['handedIn'] === 1);

  // A link voided on one node is out on the other.
  const farewell = new Promise((resolve) => e3.socket.once('farewell', resolve));
  await secretary.act({ type: 'void-link', seat: 'e3' });
  expect(await farewell).toEqual({ code: 'link-voided' });

  await chair.act({ type: 'reveal', without: ['e1', 'e3', 'e4', 'e5'] });
  await e2.until((view) => view['phase'] === 'revealed');
  const leaves = Array.from({ length: 18 }, (_, index) => `i${String(index + 1).padStart(2, '0')}`);
  await chair.act({
    type: 'decide',
    decisions: leaves.map((leaf) => ({ leaf, score: 0, reason: '弃评，讨论后定为零分' })),
  });
  await chair.act({ type: 'conclude' });
  await e2.until((view) => view['phase'] === 'concluded');
  await e2.act({ type: 'sign', dissent: '保留' });
  await chair.until((view) => (view['outcome'] as { signed: number }).signed === 1);
  await chair.act({ type: 'seal', without: ['e1', 'e3', 'e4', 'e5'] });
  for (const person of [chair, e2, secretary])
    await person.until((view) => view['phase'] === 'sealed');

  const logs = await Promise.all(
    [chair, secretary].map(async (person) => (await person.get('log.json')).text()),
  );
  expect(logs[0]).toBe(logs[1]);
  const facts = (JSON.parse(logs[0]!) as { records: { entry: { fact: { type: string } } }[] })
    .records;
  expect(facts.filter(({ entry }) => entry.fact.type === 'card-submitted')).toHaveLength(1);
  expect((chair.view['seal'] as { head: string }).head).toBe(
    (secretary.view['seal'] as { head: string }).head,
  );
});

test('a Redis without durable settings is said plainly', async () => {
  const health = await (await fetch(`${a.url}/api/health`)).json();
  expect(health).toEqual({ ok: true, notices: [] });
  const weak = await TestRedis.start({ appendfsync: 'everysec' });
  const server = await TestServer.start(newTempDir(), { REDIS_URL: weak.url });
  try {
    const { notices } = (await (await fetch(`${server.url}/api/health`)).json()) as {
      notices: string[];
    };
    expect(notices.join()).toContain('appendfsync');
  } finally {
    await server.stop();
    await weak.stop();
  }
});
