import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Invitation } from '../../shared/wire/http.ts';
import { TestRedis } from '../kit/redis.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { Outsider } from '../protocol/outsider.ts';
import { SittingOutsider } from '../protocol/sitting-outsider.ts';

/** The office of one node with a sitting of some projects, and people who join it anywhere. */
class Meeting {
  readonly people: SittingOutsider[] = [];
  panels: string[] = [];
  readonly office: Visitor;
  readonly sitting: string;

  private constructor(office: Visitor, sitting: string) {
    this.office = office;
    this.sitting = sitting;
  }

  static async open(server: TestServer, projects: number): Promise<Meeting> {
    const office = await server.office();
    const { sitting } = await office.post<{ sitting: string }>('/api/office/sittings', {
      title: '年度重点项目评价',
      ranking: true,
    });
    const meeting = new Meeting(office, sitting);
    for (let n = 0; n < projects; n++) await meeting.add();
    return meeting;
  }

  async add(): Promise<void> {
    const { panel } = await this.office.post<{ panel: string }>(
      `/api/sittings/${this.sitting}/secretary/projects`,
      { preset: 'zhongshan-2019' },
    );
    this.panels.push(panel);
  }

  async invitations(): Promise<Invitation[]> {
    const url = `/api/sittings/${this.sitting}/secretary/invitations`;
    return (await this.office.get<{ invitations: Invitation[] }>(url)).invitations;
  }

  async join(node: TestServer, seat: string): Promise<SittingOutsider> {
    const { code } = (await this.invitations()).find((each) => each.seat === seat)!;
    const person = await SittingOutsider.join(node.url, code);
    this.people.push(person);
    await person.until((view) => view['role'] !== undefined);
    return person;
  }

  close(): void {
    for (const person of this.people) person.close();
  }
}

const status = async (response: Promise<Response>): Promise<number> => (await response).status;
const enters = (server: TestServer, held: { panel: string; seat: string; token: string }) =>
  new Promise<string>((resolve) => {
    const person = Outsider.enter(server.url, held);
    person.socket.once('view', () => resolve('in'));
    person.socket.once('connect_error', (error) => resolve(error.message));
  });

describe('one join for several projects', () => {
  let server: TestServer;
  let meeting: Meeting;
  let other: Meeting;
  beforeAll(async () => {
    server = await TestServer.start(newTempDir());
    [meeting, other] = [await Meeting.open(server, 3), await Meeting.open(server, 1)];
  });
  afterAll(async () => {
    meeting.close();
    other.close();
    await server.stop();
  });

  test('[AU1] one pass opens its own seat in each project of the sitting, and nothing else', async () => {
    const e2 = await meeting.join(server, 'e2');
    for (const panel of meeting.panels) {
      const project = await e2.project(panel);
      expect(project.view['seat']).toBe('e2');
      expect(await status(project.get('paper'))).toBe(200);
    }
    const held = { seat: 'e2', token: e2.token };
    const [first] = meeting.panels;
    expect(await enters(server, { ...held, panel: other.panels[0]! })).toBe('not-your-seat');
    for (const seat of ['e1', 'e3', 'secretary', 'projection', 'chair'])
      expect(await enters(server, { panel: first!, seat, token: e2.token })).toBe('not-your-seat');
    for (const path of ['invitations', 'log.json']) expect(await status(e2.get(path))).toBe(403);
    const foreign = (path: string) =>
      fetch(`${server.url}/api/${path}`, { headers: { authorization: `Bearer ${e2.token}` } });
    expect(await status(foreign(`sittings/${other.sitting}/e2/view`))).toBe(403);
    expect(await status(foreign(`panels/${other.panels[0]}/e2/view`))).toBe(403);
    expect(await status(foreign('sittings/sitting0000000000000000/e2/view'))).toBe(403);
    // The pass of a project alone is none: the panel has no doors of its own.
    const url = `/api/panels/${first}/secretary/invitations`;
    expect(await meeting.office.get(url)).toEqual({ invitations: [] });
    expect(
      await status(meeting.office.request('POST', `/api/office/panels/${first}/session`, {})),
    ).toBe(404);
  });

  test('the cookie of the sitting does what the token does', async () => {
    const { office, panels, sitting } = meeting;
    expect([...office.cookies.keys()]).toContain(`heyi-${sitting}-secretary`);
    for (const panel of panels)
      expect(await status(office.request('GET', `/api/panels/${panel}/secretary/view`))).toBe(200);
    const listed = await office.get<{ panels: unknown[] }>('/api/office/panels');
    expect(listed.panels).toEqual([]);
  });

  test('people and rules are taken over by what is in preparation, arrivals by each project', async () => {
    const secretary = await meeting.join(server, 'secretary');
    const desk = () => secretary.view['desk'] as { revision: number; setup: { experts: object[] } };
    const experts = desk().setup.experts.map((expert, at) =>
      at === 4 ? { ...expert, name: '专家戊' } : expert,
    );
    await secretary.act({
      ...{ type: 'edit-setup', section: 'experts', value: experts },
      base: desk().revision,
    });
    for (const panel of meeting.panels) {
      const paper = (await (await (await secretary.project(panel)).get('paper')).json()) as {
        setup: { experts: object[] };
      };
      expect(paper.setup.experts).toEqual(experts);
    }
    const direct = await secretary.project(meeting.panels[0]!);
    const refused = await direct.ask({
      ...{ type: 'edit-setup', section: 'experts', value: experts.slice(1) },
      base: 0,
    });
    expect(refused).toMatchObject({ ok: false });
    const e3 = await meeting.join(server, 'e3');
    const before = direct.view['joined'] as number;
    await e3.project(meeting.panels[0]!);
    await direct.until((view) => view['joined'] === before + 1);
  });

  test('a voided link puts the device out of every project at once', async () => {
    const secretary = meeting.people.find(({ seat }) => seat === 'secretary')!;
    const e4 = await meeting.join(server, 'e4');
    const projects = await Promise.all(meeting.panels.map((panel) => e4.project(panel)));
    await (await secretary.project(meeting.panels[0]!)).act({ type: 'open-round' });
    await projects[0]!.until((view) => view['phase'] === 'scoring');
    const { provider } = await projects[0]!.openWith('e4.r1', {});
    const cut = new Promise<number>((resolve) =>
      provider.once('closed', ({ code }: { code: number }) => resolve(code)),
    );
    const farewells = [e4, ...projects].map(
      ({ socket }) => new Promise((resolve) => socket.once('farewell', resolve)),
    );
    await secretary.act({ type: 'void-link', seat: 'e4' });
    for (const farewell of farewells) expect(await farewell).toEqual({ code: 'link-voided' });
    expect(await cut).toBe(4403);
    for (const panel of meeting.panels) {
      expect(await enters(server, { panel, seat: 'e4', token: e4.token })).toBe('not-your-seat');
      expect(await status(projects[0]!.get('view'))).toBe(403);
    }
    // Its new link opens all of them again.
    const again = await meeting.join(server, 'e4');
    for (const panel of meeting.panels) await again.project(panel);
  });

  test('a project that was set aside is closed, to everybody, until it is put back', async () => {
    const secretary = meeting.people.find(({ seat }) => seat === 'secretary')!;
    const e2 = meeting.people.find(({ seat }) => seat === 'e2')!;
    const [first, second, third] = meeting.panels as [string, string, string];
    const aside = await e2.project(third);
    const farewell = new Promise((resolve) => aside.socket.once('farewell', resolve));
    const base = () => (secretary.view['desk'] as { agendaRevision: number }).agendaRevision;
    await secretary.act({ type: 'arrange-agenda', agenda: [second, first], base: base() });
    expect(await farewell).toEqual({ code: 'link-voided' });
    expect(await enters(server, { panel: third, seat: 'e2', token: e2.token })).toBe(
      'not-your-seat',
    );
    await secretary.until((view) => (view['agenda'] as unknown[]).length === 2);
    await secretary.act({ type: 'arrange-agenda', agenda: [first, second, third], base: base() });
    await e2.project(third);
  });

  test('malformed commands are refused, and the room is moved on by those who may', async () => {
    const secretary = meeting.people.find(({ seat }) => seat === 'secretary')!;
    const e2 = meeting.people.find(({ seat }) => seat === 'e2')!;
    const [first, second] = meeting.panels;
    const call = { type: 'call-project', panel: second, from: first };
    for (const command of [{ ...call, seat: 'e1' }, { type: 'join' }, { type: 'x' }, null])
      expect(await e2.ask(command as object)).toMatchObject({ ok: false, code: 'malformed' });
    expect(await e2.ask(call)).toMatchObject({ ok: false, code: 'not-your-role' });
    await secretary.act(call);
    await e2.until((view) => view['current'] === second);
    const log = (await (await secretary.get('log.json')).json()) as { records: object[] };
    expect(JSON.stringify(log)).toContain('project-called');
    expect(JSON.stringify(log)).not.toMatch(/#|token|cookie/);
  });

  test('after a restart everything is as it was', async () => {
    const dir = newTempDir();
    const before = await TestServer.start(dir);
    const kept = await Meeting.open(before, 2);
    const e1 = await kept.join(before, 'e1');
    await e1.act({ type: 'call-project', panel: kept.panels[1], from: kept.panels[0] });
    kept.close();
    await before.stop();
    const after = await TestServer.start(dir);
    const response = await fetch(`${after.url}/api/sittings/${kept.sitting}/e1/view`, {
      headers: { authorization: `Bearer ${e1.token}` },
    });
    expect(await response.json()).toMatchObject({
      current: kept.panels[1],
      agenda: kept.panels.map((panel) => ({ panel, phase: 'setup' })),
    });
    await after.stop();
  });
});

describe('two servers on one Redis', () => {
  test('share a sitting: joining, moving on, a voided link', async () => {
    const redis = await TestRedis.start();
    const [a, b] = await Promise.all([
      TestServer.start(newTempDir(), { REDIS_URL: redis.url }),
      TestServer.start(newTempDir(), { REDIS_URL: redis.url }),
    ]);
    const meeting = await Meeting.open(a, 2);
    try {
      const [first, second] = meeting.panels as [string, string];
      const secretary = await meeting.join(b, 'secretary');
      const chair = await meeting.join(a, 'e1');
      const e3 = await meeting.join(b, 'e3');
      await secretary.until((view) => view['joined'] === 2);
      const project = await e3.project(first);
      await (await chair.project(first)).act({ type: 'open-round' });
      await project.until((view) => view['phase'] === 'scoring');
      const { provider } = await project.openWith('e3.r1', {});
      const cut = new Promise<number>((resolve) =>
        provider.once('closed', ({ code }: { code: number }) => resolve(code)),
      );

      await chair.act({ type: 'call-project', panel: second, from: first });
      for (const person of [secretary, e3])
        await person.until((view) => view['current'] === second);

      // Voided on the one node, out on the other, in every project, before the answer came.
      const farewell = new Promise((resolve) => e3.socket.once('farewell', resolve));
      const onA = await meeting.join(a, 'secretary');
      await onA.act({ type: 'void-link', seat: 'e3' });
      for (const panel of meeting.panels)
        for (const node of [a, b])
          expect(await enters(node, { panel, seat: 'e3', token: e3.token })).toBe('not-your-seat');
      expect(await farewell).toEqual({ code: 'link-voided' });
      expect(await cut).toBe(4403);

      // Each project's own log says so too, and stands alone.
      const projects = await Promise.all(
        meeting.panels.map(async (panel) => (await onA.project(panel)).get('paper')),
      );
      expect(projects.map((response) => response.status)).toEqual([200, 200]);
    } finally {
      meeting.close();
      await Promise.all([a.stop(), b.stop()]);
      await redis.stop();
    }
  });
});
