import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import canonicalize from 'canonicalize';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { Outsider } from './outsider.ts';

interface Reference {
  expected: { finalTotal: number; grade: string };
  indicators: { path: string[]; finalScore: number; deductionReason: string }[];
}
interface Key {
  public: string;
  fingerprint: string;
}
interface Node {
  id: string;
  name: string;
  points: number;
  children: Node[];
}

const leavesOf = (nodes: Node[]): Node[] =>
  nodes.flatMap((node) => (node.children.length > 0 ? leavesOf(node.children) : [node]));

let server: TestServer;
let office: Visitor;
beforeAll(async () => {
  server = await TestServer.start(newTempDir());
  office = await server.office();
});
afterAll(async () => void (await server.stop()));

test('a script without our code runs a panel from creation to seal, and verifies its log', async () => {
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'fengshun-2023',
  });
  const seats = await office.invitations(panel);
  const at = (seat: string) => Outsider.join(server.url, seats.find((s) => s.seat === seat)!.code);
  const experts = await Promise.all(['e1', 'e2', 'e3', 'e4', 'e5'].map(at));
  const [secretary, projection] = [await at('secretary'), await at('projection')];
  const everybody = [...experts, secretary, projection];
  try {
    const chair = experts[0]!;
    await secretary.until((view) => view['joined'] === 5);
    await secretary.act({ type: 'open-round' });
    await Promise.all(
      everybody.map((person) => person.until((view) => view['phase'] === 'scoring')),
    );

    const { framework } = chair.paper['setup'] as { framework: { indicators: Node[] } };
    const leaves = leavesOf(framework.indicators);
    const results = published();
    await Promise.all(
      experts.map(async (expert) => {
        const doc = await expert.open(`${expert.seat}.r1`);
        for (const [index, leaf] of leaves.entries()) {
          doc.getMap('scores').set(leaf.id, Math.round(results[index]!.finalScore * 100));
          doc.getText(`reason:${leaf.id}`).insert(0, results[index]!.deductionReason);
        }
        await expert.handIn();
      }),
    );
    await chair.until((view) => view['handedIn'] === 5);
    await chair.act({ type: 'reveal', without: [] });

    const sheet = await secretary.open('sheet', { seat: 'secretary' });
    sheet.getText(`reason:${leaves[1]!.id}`).insert(0, '秘书起草');
    const draft = (await chair.open('sheet', { seat: 'e1' })).getText(`reason:${leaves[1]!.id}`);
    // Decided after the draft has arrived: one that comes later would have to be decided again.
    while (draft.length === 0) await new Promise((resolve) => draft.doc!.once('update', resolve));
    await chair.act({
      type: 'decide',
      decisions: leaves.map((leaf, index) => ({
        leaf: leaf.id,
        score: Math.round(results[index]!.finalScore * 100),
        reason: results[index]!.deductionReason,
      })),
    });
    await chair.act({ type: 'conclude' });
    for (const expert of experts) await expert.act({ type: 'sign', dissent: '' });
    await chair.act({ type: 'seal', without: [] });
    await projection.until((view) => view['phase'] === 'sealed');

    expect(projection.view).toMatchObject({ outcome: { total: 93_50, grade: '优' } });
    const result = (await (await chair.get('result.json')).json()) as Record<string, unknown>;
    expect(JSON.stringify(result)).toContain('9350');

    const { documents } = (await (await chair.get('documents')).json()) as {
      documents: { id: string; file: string }[];
    };
    expect(documents.map(({ id }) => id)).toContain('sheet');
    const printed = await chair.get('documents/sheet.pdf?language=en');
    expect(printed.headers.get('content-type')).toBe('application/pdf');
    expect(printed.headers.get('cache-control')).toBe('no-store');
    expect(printed.headers.get('content-disposition')).toContain(
      encodeURIComponent(documents.find(({ id }) => id === 'sheet')!.file.split('-')[0]!),
    );
    expect(Buffer.from(await printed.arrayBuffer()).subarray(0, 5)).toEqual(Buffer.from('%PDF-'));
    expect((await chair.get('documents/nothing.pdf')).status).toBe(404);
    expect((await projection.get('documents/deductions.pdf')).status).toBe(404);

    const log = (await (await secretary.get('log.json')).json()) as {
      records: { entry: { position: number; fact: { type: string; key?: Key } }; hash: string }[];
      key: Key;
      checkpoints: { position: number; hash: string; signature: string }[];
    };
    let previous = Buffer.alloc(32);
    for (const { entry, hash } of log.records) {
      const digest = createHash('sha256')
        .update('heyi-log/v1\0')
        .update(previous)
        .update(canonicalize(entry)!)
        .digest();
      expect(digest.toString('hex')).toBe(hash);
      previous = digest;
    }
    expect(projection.view).toMatchObject({ seal: { head: previous.toString('hex') } });
    expect(log.records.at(-1)!.entry.fact.type).toBe('sealed');
    expect(JSON.stringify(log)).not.toContain('秘书起草');

    expect(log.records[0]!.entry.fact.key).toEqual(log.key);
    const spki = Buffer.from(log.key.public, 'base64');
    expect(createHash('sha256').update(spki).digest('hex')).toBe(log.key.fingerprint);
    expect(projection.view).toMatchObject({ seal: { key: log.key.fingerprint } });
    const key = await crypto.subtle.importKey('spki', spki, 'Ed25519', false, ['verify']);
    const signed = log.checkpoints.map(
      ({ position }) => log.records[position - 1]!.entry.fact.type,
    );
    expect(signed).toEqual(['revealed', 'concluded', ...experts.map(() => 'signed'), 'sealed']);
    for (const { position, hash, signature } of log.checkpoints) {
      expect(hash).toBe(log.records[position - 1]!.hash);
      const message = Buffer.concat([
        Buffer.from('heyi-checkpoint/v1\0'),
        Buffer.from(hash, 'hex'),
      ]);
      const bytes = Buffer.from(signature, 'base64');
      expect(await crypto.subtle.verify('Ed25519', key, bytes, message)).toBe(true);
      bytes[5]! ^= 1;
      expect(await crypto.subtle.verify('Ed25519', key, bytes, message)).toBe(false);
    }
  } finally {
    for (const person of everybody) person.close();
  }
});

function published(): Reference['indicators'] {
  const file = path.resolve(import.meta.dirname, 'fengshun-scores.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as Reference).indicators;
}

test('every route of the OpenAPI description is there, and answers in its shape', async () => {
  const file = path.resolve(import.meta.dirname, '../../docs/openapi.json');
  const { paths } = JSON.parse(readFileSync(file, 'utf8')) as {
    paths: Record<string, Record<string, { responses: Record<string, unknown> }>>;
  };
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', { preset: 'empty' });
  const { sitting } = await office.post<{ sitting: string }>('/api/office/sittings', {
    title: '',
    ranking: false,
  });
  let asked = 0;
  for (const [route, methods] of Object.entries(paths))
    for (const [method, { responses }] of Object.entries(methods)) {
      const url = `/api${route}`
        .replace('{panel}', panel)
        .replace('{sitting}', sitting)
        .replace('{seat}', 'secretary');
      const body = method === 'post' ? {} : undefined;
      const response = await office.request(method.toUpperCase(), url, body);
      expect(Object.keys(responses), `${method} ${route}`).toContain(String(response.status));
      // A file, such as the template of the import, has no code.
      const isJson = response.headers.get('content-type')?.includes('json') ?? false;
      const answer = isJson ? await response.json() : {};
      expect((answer as { code?: string }).code, `${method} ${route}`).not.toBe('not-found');
      asked += 1;
    }
  expect(asked).toBe(28);
});
