import { createHash } from 'node:crypto';
import { existsSync, readdirSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '../../shared/wire/http.ts';
import { DOCX, PDF, PNG } from '../kit/evidence-files.ts';
import { TestServer, Visitor } from '../kit/server.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { Outsider } from '../protocol/outsider.ts';

const dataDir = newTempDir();
let server: TestServer;
let office: Visitor;
let secretary: Outsider;
let panel: string;
let leaf: string;
let invitations: Invitation[];

beforeAll(async () => {
  server = await TestServer.start(dataDir);
  office = await server.office();
  ({ panel, invitations, secretary } = await newPanel());
  const { framework } = secretary.paper['setup'] as { framework: { indicators: Node[] } };
  leaf = leafOf(framework.indicators[0]!);
});
afterAll(async () => {
  secretary.close();
  await server.stop();
});

interface Node {
  id: string;
  children: Node[];
}
const leafOf = (node: Node): string => (node.children[0] ? leafOf(node.children[0]) : node.id);

async function newPanel() {
  const made = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  });
  const all = await office.invitations(made.panel);
  const own = await Outsider.join(server.url, all[0]!.code);
  await own.until((view) => view['role'] === 'secretary');
  return { panel: made.panel, invitations: all, secretary: own };
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

interface Sent {
  panel?: string;
  seat?: string;
  headers?: Record<string, string>;
}

async function send(name: string, content: Buffer, how: Sent = {}): Promise<Response> {
  const { panel: to = panel, seat = 'secretary', headers = {} } = how;
  return fetch(`${server.url}/api/panels/${to}/${seat}/files?name=${encodeURIComponent(name)}`, {
    method: 'POST',
    headers: {
      'content-type': 'application/octet-stream',
      ...bearer(secretary.token),
      ...headers,
    },
    body: new Uint8Array(content),
  });
}

async function seatToken(seat: string, from = invitations): Promise<string> {
  const { code } = from.find((each) => each.seat === seat)!;
  return (await new Visitor(server.url).tokenFor(code)).token;
}

const open = (seat: string, token: string, digest: string, in_ = panel, headers = {}) =>
  fetch(`${server.url}/api/panels/${in_}/${seat}/files/${digest}`, {
    headers: { ...bearer(token), ...headers },
  });

const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code;
const filesOf = (of: string): string[] => {
  const folder = path.join(dataDir, 'files', of);
  return existsSync(folder) ? readdirSync(folder) : [];
};

/** Names files as the evidence of the panel, on top of whatever the secretary saw last. */
async function name(files: object[], by = secretary): Promise<void> {
  const items = files.map((file, index) => ({
    ...{ number: index + 1, title: `材料 ${index + 1}`, source: '', link: '', file },
  }));
  const base = by.paper['revision'];
  await by.act({ type: 'edit-setup', section: 'evidence', value: { [leaf]: items }, base });
  while (by.paper['revision'] === base)
    await new Promise((resolve) => by.socket.once('paper', resolve));
}

describe('files of evidence over HTTP', () => {
  test('the secretary brings them; whose paper names them opens them, with safe headers', async () => {
    const kept = await (await send('审计报告 (终稿).pdf', PDF)).json();
    const office_ = await (await send('台账.docx', DOCX)).json();
    const digest = createHash('sha256').update(PDF).digest('hex');
    expect(kept).toEqual({
      ...{ digest, name: '审计报告 (终稿).pdf', size: PDF.length, kind: 'pdf' },
    });
    // Kept, but nobody has named it yet.
    const chair = await seatToken('e1');
    expect((await open('e1', chair, digest)).status).toBe(404);
    await name([kept as object, office_ as object]);

    const answer = await open('e1', chair, digest);
    expect(answer.status).toBe(200);
    expect(Buffer.from(await answer.arrayBuffer()).equals(PDF)).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `inline; filename="evidence.pdf"; filename*=UTF-8''${encodeURIComponent('审计报告 ')}%28${encodeURIComponent('终稿')}%29.pdf`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': expect.stringMatching(/default-src 'none'.*sandbox/),
      'cache-control': 'private, no-cache',
      'cross-origin-resource-policy': 'same-origin',
    });
    const saved = await open('e1', chair, (office_ as { digest: string }).digest);
    expect(saved.headers.get('content-disposition')).toMatch(/^attachment; /);
    // As a browser asks again; fetch by itself would ask for a new copy.
    const known = { 'if-none-match': `"${digest}"`, 'cache-control': 'max-age=0' };
    const again = await open('e1', chair, digest, panel, known);
    expect([again.status, (await again.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });

  test('an expert who does not see the framework yet, and the projection ever, open nothing', async () => {
    const [digest] = filesOf(panel);
    for (const seat of ['e2', 'projection']) {
      const answer = await open(seat, await seatToken(seat), digest!);
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'no-such-file']);
    }
  });

  test("another panel's file is not there, also for one who names its digest", async () => {
    const other = await newPanel();
    const [digest] = filesOf(panel);
    expect((await open('secretary', other.secretary.token, digest!)).status).toBe(403);
    const theirs = await open('secretary', other.secretary.token, digest!, other.panel);
    expect(theirs.status).toBe(404);
    await name([{ digest, name: 'a.pdf', size: PDF.length, kind: 'pdf' }], other.secretary);
    const named = await open('secretary', other.secretary.token, digest!, other.panel);
    expect(named.status).toBe(404);
    other.secretary.close();
  });

  test('[PR2] a voided link opens nothing more, and a browser that kept the file asks first', async () => {
    const token = await seatToken('e1');
    const [digest] = filesOf(panel);
    expect((await open('e1', token, digest!)).status).toBe(200);
    await secretary.act({ type: 'void-link', seat: 'e1' });
    const answer = await open('e1', token, digest!, panel, { 'if-none-match': `"${digest}"` });
    expect(answer.status).toBe(403);
    invitations = await office.invitations(panel);
  });

  test.each([
    ['no evidence', 'a.html', Buffer.from('<p>'), 415, 'file-not-allowed'],
    ['a lying name', 'a.pdf', PNG, 415, 'file-not-allowed'],
    ['an empty file', 'a.pdf', Buffer.alloc(0), 400, 'file-empty'],
    ['a path', '../../a.pdf', PDF, 400, 'malformed'],
    ['a path with backslashes', '..\\a.pdf', PDF, 400, 'malformed'],
    ['a zero byte', 'a.pdf\0.html', PDF, 400, 'malformed'],
    ['no name', '', PDF, 400, 'malformed'],
  ])('%s is refused', async (_what, called, content, status, code) => {
    const before = filesOf(panel);
    const answer = await send(called, content);
    expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    expect(filesOf(panel)).toEqual(before);
  });

  test('only the secretary of this panel, from our own page, as bytes', async () => {
    const expert = await seatToken('e2');
    const tries: [Sent, number, string][] = [
      [{ seat: 'e2', headers: bearer(expert) }, 403, 'not-your-seat'],
      [{ headers: bearer(expert) }, 403, 'not-your-seat'],
      [{ panel: 'nosuchpanel' }, 403, 'not-your-seat'],
      [{ panel: '..%2f..%2fkey' }, 403, 'not-your-seat'],
      [{ headers: { origin: 'http://evil.example' } }, 403, 'foreign-origin'],
      [{ headers: { 'content-type': 'application/pdf' } }, 400, 'malformed'],
      [{ headers: { 'content-type': 'text/plain' } }, 400, 'malformed'],
    ];
    for (const [how, status, code] of tries) {
      const answer = await send('a.pdf', PDF, how);
      expect([answer.status, await codeOf(answer)]).toEqual([status, code]);
    }
  });

  test('no address leads out of the folder', async () => {
    const token = await seatToken('secretary');
    for (const digest of ['..%2f..%2fkey', '%2e%2e', '..%5c..%5ckey', 'f'.repeat(64), '.incoming'])
      expect((await open('secretary', token, digest)).status).toBe(404);
  });

  test('too much is refused before it is sent, and while it comes when nobody said how much', async () => {
    const head = { 'content-type': 'application/octet-stream', ...bearer(secretary.token) };
    const post = (headers: Record<string, string>, bytes: number) =>
      new Promise<[number, string]>((resolve, reject) => {
        const url = `${server.url}/api/panels/${panel}/secretary/files?name=a.pdf`;
        const upload = httpRequest(url, { method: 'POST', headers: { ...head, ...headers } });
        upload.on('response', (answer) => {
          let body = '';
          answer.on('data', (chunk: Buffer) => (body += chunk));
          answer.on('end', () => resolve([answer.statusCode!, JSON.parse(body).code]));
        });
        // The server hangs up on who goes on sending; the answer came before that.
        upload.on('error', (error) => setImmediate(reject, error));
        upload.write(PDF);
        if (bytes > 0) upload.end(Buffer.alloc(bytes));
      });
    expect(await post({ 'content-length': String(25 * 1024 * 1024) }, 0)).toEqual([
      ...[413, 'file-too-large'],
    ]);
    expect(await post({ 'transfer-encoding': 'chunked' }, 21 * 1024 * 1024)).toEqual([
      ...[413, 'file-too-large'],
    ]);
    expect(readdirSync(path.join(dataDir, 'files', '.incoming'))).toEqual([]);
  });

  test('an upload that breaks off leaves nothing, and the next one is taken', async () => {
    const url = `${server.url}/api/panels/${panel}/secretary/files?name=b.png`;
    const headers = {
      'content-type': 'application/octet-stream',
      'content-length': '5000',
      ...bearer(secretary.token),
    };
    for (let round = 0; round < 5; round++)
      await new Promise<void>((resolve) => {
        const upload = httpRequest(url, { method: 'POST', headers });
        upload.on('error', () => resolve());
        upload.write(PNG, () => upload.destroy(new Error('gone')));
      });
    // The server may not have noticed yet that all of them have gone.
    let next = await send('c.png', PNG);
    while (next.status === 429) next = await send('c.png', PNG);
    expect(next.status).toBe(201);
    expect(filesOf(panel)).toContain(createHash('sha256').update(PNG).digest('hex'));
  });

  test('once the scoring has begun nothing is added, and every expert opens what is there', async () => {
    await secretary.act({ type: 'open-round' });
    const answer = await send('late.pdf', PDF);
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'setup-closed']);
    const digest = createHash('sha256').update(PDF).digest('hex');
    expect((await open('e2', await seatToken('e2'), digest)).status).toBe(200);
    const wall = await open('projection', await seatToken('projection'), digest);
    expect(wall.status).toBe(404);
  });
});
