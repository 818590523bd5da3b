import { io } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { Outsider } from '../protocol/outsider.ts';

let server: TestServer;
let office: Visitor;
let panel: string;
const guests: Outsider[] = [];

beforeAll(async () => {
  server = await TestServer.start(newTempDir());
  office = await server.office();
});
afterAll(async () => void (await server.stop()));
beforeEach(async () => {
  ({ panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'fengshun-2023',
  }));
});
afterEach(() => {
  for (const guest of guests.splice(0)) guest.close();
});

async function join(seat: string): Promise<Outsider> {
  const invitations = await office.invitations(panel);
  const guest = await Outsider.join(server.url, invitations.find((i) => i.seat === seat)!.code);
  guests.push(guest);
  await guest.until((view) => view['role'] !== undefined);
  return guest;
}

/** How a connection attempt ends. */
function attempt(query: Record<string, string>, headers: Record<string, string>): Promise<string> {
  const socket = io(server.url, {
    transports: ['websocket'],
    forceNew: true,
    reconnection: false,
    query,
    extraHeaders: headers,
  });
  return new Promise((resolve) => {
    socket.once('view', () => resolve('view'));
    socket.once('connect_error', (error) => resolve(error.message));
  }).finally(() => socket.disconnect()) as Promise<string>;
}

describe('who gets a socket', () => {
  test('only a seat’s holder, and only from our own pages', async () => {
    const guest = await join('e2');
    const query = { panel, seat: 'e2', token: guest.token };
    expect(await attempt(query, {})).toBe('view');
    expect(await attempt(query, { origin: server.url })).toBe('view');
    expect(await attempt(query, { origin: 'https://evil.example' })).toBe('websocket error');
    expect(await attempt({ ...query, seat: 'e1' }, {})).toBe('not-your-seat');
    expect(await attempt({ ...query, token: 'x' }, {})).toBe('not-your-seat');
    expect(await attempt({ ...query, panel: 'aaaaaaaaaaaaaaaa' }, {})).toBe('not-your-seat');
    expect(await attempt({}, {})).toBe('not-your-seat');
  });

  test('[PR2] a voided link is out at once, and the seat has a new one', async () => {
    const guest = await join('e3');
    const secretary = await join('secretary');
    const farewell = new Promise((resolve) => guest.socket.once('farewell', resolve));
    const started = performance.now();
    await secretary.act({ type: 'void-link', seat: 'e3' });
    expect(await farewell).toEqual({ code: 'link-voided' });
    expect(performance.now() - started).toBeLessThan(1000);
    expect(await attempt({ panel, seat: 'e3', token: guest.token }, {})).toBe('not-your-seat');
    expect((await guest.get('view')).status).toBe(403);
    const renewed = await join('e3');
    expect(renewed.token).not.toBe(guest.token);
  });
});

describe('commands', () => {
  test('the same operation acts once and is answered alike', async () => {
    const secretary = await join('secretary');
    const project = { ...(secretary.paper['setup'] as { project: object }).project, name: '改名' };
    const edit = { type: 'edit-setup', section: 'project', value: project, base: 0 };
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => secretary.ask(edit, 'operation-once')),
    );
    for (const answer of answers) expect(answer['ok']).toBe(true);
    expect(await secretary.ask(edit, 'operation-other')).toMatchObject({
      ok: false,
      code: 'setup-changed-meanwhile',
    });
  });

  test('a refusal has a code and a sentence in both languages', async () => {
    const guest = await join('e2');
    expect(await guest.ask({ type: 'reveal', without: [] })).toEqual({
      ok: false,
      code: 'not-your-role',
      zh: expect.stringMatching(/[\u4e00-\u9fff]/),
      en: expect.any(String),
    });
  });

  test('no shape of arguments is acted on, unanswered where it asked, or ends the server', async () => {
    const chair = await join('e1');
    const deep: unknown[] = [];
    for (let level = 0, at = deep; level < 2000; level++) at.push((at = []));
    const shapes: unknown[] = [
      ...[undefined, null, true, 0, -0, NaN, 1e309, '', 'x', [], {}, deep],
      ...[{ command: null }, { command: {} }, { command: { type: 'seal' } }],
      { operation: 'operation-1', command: { type: 'reveal' } },
      { operation: 'operation-1', command: { type: 'reveal', without: 'e1' } },
      { operation: 'operation-1', command: { type: 'open-round', role: 'chair' } },
      { operation: 'operation-1', command: { type: 'open-round' }, seat: 'e1' },
      { operation: 'short', command: { type: 'open-round' } },
      { operation: 'x'.repeat(65), command: { type: 'open-round' } },
      { operation: 'operation-1', command: { type: 'join' } },
      { operation: 'operation-1', command: { type: 'decide', decisions: [] } },
      { operation: 'operation-1', command: { type: '__proto__' } },
      { operation: 'operation-1', command: JSON.parse('{"__proto__": {"type": "open-round"}}') },
      { operation: 'operation-1', command: { type: 'sign', dissent: 'x'.repeat(3000) } },
      { operation: 'operation-1', command: { type: 'discuss', leaf: '../../x' } },
      Buffer.from('open-round'),
    ];
    for (const shape of shapes) {
      const answer = await chair.socket.timeout(5000).emitWithAck('command', shape);
      expect(answer).toMatchObject({ ok: false, code: 'malformed' });
    }
    // Without a function to answer by, with several arguments, and events that nobody handles.
    chair.socket.emit('command');
    chair.socket.emit('command', { operation: 'operation-2', command: { type: 'open-round' } });
    chair.socket.emit('command', 1, 2, 3, {});
    for (const event of ['view', 'paper', 'farewell', 'message', 'hasOwnProperty', '__proto__'])
      chair.socket.emit(event, { role: 'chair' });
    await pauseForLimit(chair);
    expect(await chair.ask({ type: 'discuss', leaf: 'i01' })).toMatchObject({
      code: 'wrong-phase',
    });
    expect(chair.view['phase']).toBe('setup');
  });

  test('too many commands are answered, not carried out', async () => {
    const guest = await join('e4');
    const answers = await Promise.all(
      Array.from({ length: 80 }, () => guest.ask({ type: 'take-back-card' })),
    );
    const codes = answers.map((answer) => answer['code']);
    expect(codes.filter((code) => code === 'wrong-phase').length).toBeGreaterThan(50);
    expect(codes.at(-1)).toBe('too-many-requests');
  });
});

/** Asks until the limiter's window has passed, so that what follows is judged by itself. */
async function pauseForLimit(person: Outsider): Promise<void> {
  while ((await person.ask({ type: 'take-back-card' }))['code'] === 'too-many-requests');
}
