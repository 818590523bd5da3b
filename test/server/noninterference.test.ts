import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '../../shared/wire/http.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { Outsider } from '../protocol/outsider.ts';
import { SittingOutsider } from '../protocol/sitting-outsider.ts';

const OTHERS = ['e1', 'e3', 'e4', 'e5', 'secretary', 'projection'];
const LEAVES = ['i01', 'i02', 'i03', 'i04', 'i05'];

let server: TestServer;
let office: Visitor;
beforeAll(async () => {
  server = await TestServer.start(newTempDir());
  office = await server.office();
});
afterAll(async () => void (await server.stop()));

interface Seen {
  /** Per seat: every frame of the socket and every HTTP answer, ids and times masked. */
  [seat: string]: string[];
}

/**
 * One session up to just before the reveal: expert A (e2) writes `scores` and `reasons`, the others
 * always write the same. Records everything that everybody else receives.
 * With `inSitting` the panel is a project on an agenda.
 */
async function session(
  write: { score: number; reason: string }[],
  inSitting = false,
): Promise<Seen> {
  const { panel, sitting } = inSitting ? await newSitting() : await newPanel();
  const invitations =
    sitting === null ? await office.invitations(panel) : await sittingInvitations(sitting);
  const code = (seat: string): string => invitations.find((i: Invitation) => i.seat === seat)!.code;
  const sittings: Record<string, SittingOutsider> = {};
  const join = async (seat: string): Promise<Outsider> => {
    if (sitting === null) return Outsider.join(server.url, code(seat));
    const person = await SittingOutsider.join(server.url, code(seat));
    sittings[seat] = person;
    return person.project(panel);
  };
  const all: Outsider[] = [];
  // One after the other, each seen by all before the next: how arrivals are coalesced is timing.
  for (const seat of [...OTHERS, 'e2']) {
    all.push(await join(seat));
    const experts = all.filter((person) => person.seat.startsWith('e')).length;
    await Promise.all(all.map((person) => person.until((view) => view['joined'] === experts)));
  }
  const [others, a] = [all.slice(0, -1), all.at(-1)!];
  try {
    await others[4]!.act({ type: 'open-round' });
    await Promise.all(all.map((person) => person.until((view) => view['phase'] === 'scoring')));
    // The agenda's word of it comes by a socket of its own.
    const told = (view: Record<string, unknown>) => JSON.stringify(view).includes('"scoring"');
    await Promise.all(Object.values(sittings).map((person) => person.until(told)));

    const doc = await a.open('e2.r1');
    for (const [index, { score, reason }] of write.entries()) {
      doc.getMap('scores').set(LEAVES[index % LEAVES.length]!, score);
      const text = doc.getText(`reason:${LEAVES[index % LEAVES.length]}`);
      text.delete(0, text.length);
      text.insert(0, reason);
      const basis = { deductions: [{ amount: 50, reason: `只有专家二扣的 ${reason}` }] };
      if (reason) doc.getMap('basis').set(LEAVES[index % LEAVES.length]!, JSON.stringify(basis));
    }
    const other = await others[1]!.open('e3.r1');
    other.getMap('scores').set('i01', 3_00);
    // A command of each of the others, accepted or refused, is part of what they learn from.
    const answers = await Promise.all(
      others.map((person) => person.ask({ type: 'submit-card' }, 'operation-fixed')),
    );
    await saved(a, doc);
    const pages = await Promise.all(
      others.map(async (person) =>
        Promise.all(
          ['view', 'paper', 'result.json', 'log.json', 'documents', 'invitations'].map(
            async (file) => {
              const response = await person.get(file);
              return `${file} ${response.status} ${await response.text()}`;
            },
          ),
        ),
      ),
    );
    const seen = others.map((person, index) => [
      person.seat,
      [
        ...person.received.map((frame) => JSON.stringify(frame)),
        JSON.stringify(answers[index]),
        ...pages[index]!,
        ...(sittings[person.seat]?.received.map((frame) => JSON.stringify(frame)) ?? []),
      ].map((text) => mask(text, panel).replaceAll(sitting ?? '<none>', '<sitting>')),
    ]);
    return Object.fromEntries(seen) as Seen;
  } finally {
    for (const person of [...all, ...Object.values(sittings)]) person.close();
  }
}

async function newPanel(): Promise<{ panel: string; sitting: null }> {
  const made = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  });
  return { panel: made.panel, sitting: null };
}

async function newSitting(): Promise<{ panel: string; sitting: string }> {
  const { sitting } = await office.post<{ sitting: string }>('/api/office/sittings', {
    title: '年度评价',
    ranking: true,
  });
  const add = () =>
    office.post<{ panel: string }>(`/api/sittings/${sitting}/secretary/projects`, {
      preset: 'zhongshan-2019',
    });
  return { panel: (await add()).panel, sitting };
}

async function sittingInvitations(sitting: string): Promise<Invitation[]> {
  const url = `/api/sittings/${sitting}/secretary/invitations`;
  return (await office.get<{ invitations: Invitation[] }>(url)).invitations;
}

/** Waits until the server holds what A wrote: a second device of A is told so. */
async function saved(
  a: Outsider,
  doc: { getMap: (name: string) => { get: (key: string) => unknown } },
) {
  const wanted = doc.getMap('scores').get(LEAVES[0]!);
  for (let tries = 0; tries < 100; tries++) {
    const device = await a.open('e2.r1');
    if (device.getMap('scores').get(LEAVES[0]!) === wanted) return;
  }
  throw new Error('what A wrote did not arrive');
}

const mask = (text: string, panel: string): string =>
  text
    .replaceAll(panel, '<panel>')
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replace(/#[\w-]{22}/g, '#<secret>')
    .replace(/"code":"[0-9A-Z]{4}-[0-9A-Z]{4}"/g, '"code":"<code>"');

describe('noninterference over websocket frames and HTTP', () => {
  test('what A writes, and how much, is invisible to everyone else before the reveal', async () => {
    const one = await session([{ score: 5_00, reason: '' }]);
    const two = await session(
      Array.from({ length: 40 }, (_, index) => ({
        score: (index % 3) * 100,
        reason: `只有专家二知道的理由 ${index}`,
      })),
    );
    expect(Object.keys(one)).toEqual(OTHERS);
    for (const seat of OTHERS) {
      expect(one[seat]!.length, seat).toBeGreaterThan(6);
      expect(two[seat], seat).toEqual(one[seat]);
    }
    expect(JSON.stringify(two)).not.toContain('只有专家二');
  });

  test('[VW4] nor does the agenda of a sitting tell', async () => {
    const one = await session([{ score: 5_00, reason: '' }], true);
    const two = await session(
      Array.from({ length: 40 }, (_, index) => ({
        score: (index % 3) * 100,
        reason: `只有专家二知道的理由 ${index}`,
      })),
      true,
    );
    for (const seat of OTHERS) {
      expect(
        one[seat]!.some((text) => text.includes('"agenda"')),
        seat,
      ).toBe(true);
      // Into how many views the arrivals before that are gathered is timing.
      expect(agendas(one[seat]!), seat).toHaveLength(1);
      expect(agendas(two[seat]!), seat).toEqual(agendas(one[seat]!));
      expect(rest(two[seat]!), seat).toEqual(rest(one[seat]!));
    }
    expect(JSON.stringify(two)).not.toContain('只有专家二');
  });
});

const isAgenda = (text: string): boolean => text.startsWith('{"event":"sitting"');
/** Every word of the sitting from the start of the scoring on. */
const agendas = (texts: string[]): string[] =>
  texts.filter((text) => isAgenda(text) && text.includes('"phase":"scoring"'));
const rest = (texts: string[]): string[] => texts.filter((text) => !isAgenda(text));
