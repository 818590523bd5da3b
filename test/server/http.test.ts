import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '../../shared/wire/http.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer, Visitor } from '../kit/server.ts';

let server: TestServer;
let office: Visitor;
let panel: string;
let invitations: Invitation[];
const of = (seat: string): Invitation => invitations.find((each) => each.seat === seat)!;

beforeAll(async () => {
  server = await TestServer.start(newTempDir());
  office = await server.office();
  ({ panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  }));
  invitations = await office.invitations(panel);
});
afterAll(async () => void (await server.stop()));

const status = async (
  visitor: Visitor,
  method: string,
  url: string,
  body?: unknown,
  headers = {},
) => (await visitor.request(method, url, body, headers)).status;

describe('the doors', () => {
  test('every seat has a link, a code and a role', () => {
    expect(invitations.map(({ seat }) => seat)).toEqual([
      ...['secretary', 'projection'],
      ...['e1', 'e2', 'e3', 'e4', 'e5'],
    ]);
    expect(of('e1')).toMatchObject({ role: 'chair', name: '专家一' });
    for (const { code } of invitations) expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}-[0-9A-Z]{4}$/);
    expect(new Set(invitations.map(({ code }) => code)).size).toBe(7);
  });

  test('a code is forgiving about how it is typed', async () => {
    const { code } = of('e3');
    const typed = code.toLowerCase().replaceAll('0', 'o').replaceAll('1', 'l').replace('-', '  ');
    expect(await new Visitor(server.url).post('/api/join', { code: typed })).toEqual({
      panel,
      seat: 'e3',
      role: 'expert',
    });
  });

  test('the cookie is HttpOnly and SameSite=Strict and opens this seat alone', async () => {
    const guest = new Visitor(server.url);
    const [, secret] = of('e2').link.split('#');
    const response = await guest.request('POST', '/api/join', { panel, seat: 'e2', secret });
    expect(response.headers.getSetCookie()[0]).toMatch(/HttpOnly.*SameSite=Strict/i);
    expect(await status(guest, 'GET', `/api/panels/${panel}/e2/view`)).toBe(200);
    for (const seat of ['e1', 'e3', 'secretary', 'projection', 'chair', '__proto__'])
      expect(await status(guest, 'GET', `/api/panels/${panel}/${seat}/view`)).toBe(403);
    expect(await status(guest, 'GET', `/api/panels/${panel}/e2/invitations`)).toBe(403);
    expect(await status(guest, 'GET', '/api/office/panels')).toBe(403);
  });

  test('another seat’s secret, and fields nobody asked for, open nothing', async () => {
    const guest = new Visitor(server.url);
    const [, secret] = of('e2').link.split('#');
    const join = (body: unknown) => status(guest, 'POST', '/api/join', body);
    expect(await join({ panel, seat: 'e1', secret })).toBe(403);
    expect(await join({ panel, seat: 'secretary', secret })).toBe(403);
    expect(await join({ panel, seat: 'e2', secret, role: 'chair' })).toBe(400);
    expect(await join({ code: 5 })).toBe(400);
  });

  test('a page of another site is refused, whatever cookies it has', async () => {
    for (const origin of ['https://evil.example', 'null', `${server.url}.evil.example`])
      expect(
        await status(office, 'POST', '/api/office/panels', { preset: 'empty' }, { origin }),
      ).toBe(403);
  });

  test('nothing is to be had before its time', async () => {
    for (const file of ['result.json', 'log.json', 'documents/sheet.pdf']) {
      const response = await office.request('GET', `/api/panels/${panel}/secretary/${file}`);
      expect(response.status).toBe(409);
      expect(await response.json()).toMatchObject({ code: 'not-yet' });
    }
  });

  test('unknown panels and foreign ones answer alike', async () => {
    const guest = new Visitor(server.url);
    const unknown = await guest.request('GET', '/api/panels/aaaaaaaaaaaaaaaa/e1/view');
    const foreign = await guest.request('GET', `/api/panels/${panel}/e1/view`);
    expect([unknown.status, await unknown.text()]).toEqual([foreign.status, await foreign.text()]);
  });

  test('every page comes with a strict policy, and no source is let in from elsewhere', async () => {
    const page = await office.request('GET', '/');
    expect(page.status).toBe(200);
    const policy = page.headers.get('content-security-policy')!;
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/unsafe|\*/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(await page.text()).not.toMatch(/<script>|style="/);
  });

  test('malformed and oversized bodies get a sentence', async () => {
    const huge = await office.request('POST', '/api/join', { code: 'x'.repeat(100_000) });
    expect(huge.status).toBe(413);
    const broken = await fetch(`${server.url}/api/join`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: server.url },
      body: '{"code":',
    });
    expect(broken.status).toBe(400);
    expect(await broken.json()).toMatchObject({ code: 'malformed', zh: expect.any(String) });
  });
});

describe('guessing codes', () => {
  test('is stopped after ten wrong tries, also with right ones, and says for how long', async () => {
    const own = await TestServer.start(newTempDir());
    try {
      const guest = new Visitor(own.url);
      const tries = Array.from({ length: 11 }, (_, index) => `AAAA000${index % 10}`);
      const codes = [];
      for (const code of tries) codes.push(await status(guest, 'POST', '/api/join', { code }));
      expect(codes).toEqual([...Array(10).fill(404), 429]);
      const response = await guest.request('POST', '/api/join', { code: 'AAAA0000' });
      const { retryAfter } = (await response.json()) as { retryAfter: number };
      expect(retryAfter).toBeGreaterThan(0);
      expect(retryAfter).toBeLessThanOrEqual(60);
    } finally {
      await own.stop();
    }
  });
});
