import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { DEAD_AFTER } from '../../client/sync/journal.ts';
import { CardDevice, type DeviceOptions } from '../kit/card-device.ts';
import { TestServer, type Visitor } from '../kit/server.ts';
import { TcpProxy } from '../kit/tcp-proxy.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { Outsider } from '../protocol/outsider.ts';

const LEAVES = Array.from({ length: 18 }, (_, index) => `i${String(index + 1).padStart(2, '0')}`);
const mark = (score: number) => ({ score });

let server: TestServer;
let office: Visitor;
let wire: TcpProxy;
let people: Outsider[];
let devices: CardDevice[];
let secretary: Outsider;
let chair: Outsider;
let expert: Outsider;

beforeAll(async () => {
  server = await TestServer.start(newTempDir());
  office = await server.office();
});
afterAll(async () => void (await server.stop()));

beforeEach(async () => {
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  });
  const invitations = await office.invitations(panel);
  const join = (seat: string): Promise<Outsider> =>
    Outsider.join(server.url, invitations.find((one) => one.seat === seat)!.code);
  people = await Promise.all(['secretary', 'e1', 'e2'].map(join));
  [secretary, chair, expert] = people as [Outsider, Outsider, Outsider];
  await secretary.until((view) => view['phase'] === 'setup');
  await secretary.act({ type: 'open-round' });
  await expert.until((view) => view['phase'] === 'scoring');
  wire = await TcpProxy.start(server.port);
  devices = [];
});
afterEach(async () => {
  for (const device of devices) device.card.close();
  for (const person of people) person.close();
  await wire.stop();
});

/** A page of expert e2, over the wire that can be cut. */
function device(options: Partial<DeviceOptions> = {}): Promise<CardDevice> {
  const opened = new CardDevice({
    server: `ws://127.0.0.1:${wire.port}`,
    panel: expert.panel,
    card: 'e2.r1',
    token: expert.token,
    leaves: LEAVES,
    ...options,
  });
  devices.push(opened);
  return opened.ready();
}

/** What the server holds, seen by a program of another make. */
async function held(): Promise<{ scores: Record<string, unknown>; reason: (l: string) => string }> {
  const doc = await expert.open('e2.r1');
  return {
    scores: doc.getMap('scores').toJSON(),
    reason: (leaf) => doc.getText(`reason:${leaf}`).toString(),
  };
}

describe('a card on one device', () => {
  test('[CD1] what is entered shows at once and is saved once the server has it', async () => {
    const page = await device();
    page.card.setMark('i01', mark(500));
    page.card.setMark('i02', 'abstained');
    page.card.setReason('i01', '无佐证');
    expect(page.content).toMatchObject({
      i01: { mark: mark(500), reason: '无佐证' },
      i02: { mark: 'abstained' },
    });
    expect(page.journal.size).toBe(3);
    await page.card.flushed();
    expect(page.journal.size).toBe(0);
    expect(page.card.savedAt('i01', 'reason')).toBeGreaterThan(0);
    const { scores, reason } = await held();
    expect(scores).toEqual({ i01: 500, i02: 'abstained' });
    expect(reason('i01')).toBe('无佐证');
  });

  test('[CD2] once all is flushed the card can be handed in at once', async () => {
    const page = await device();
    for (const leaf of LEAVES) page.card.setMark(leaf, mark(0));
    await page.card.flushed();
    await expert.act({ type: 'submit-card' });
  });

  test('[CD3] undo and redo take back what this person did, and are saved too', async () => {
    const page = await device();
    page.card.setMark('i01', mark(500));
    page.card.setReason('i02', '资料不完整');
    expect(page.card.step('undo')).toEqual(['i02']);
    expect(page.card.step('undo')).toEqual(['i01']);
    expect(page.content).toEqual({});
    expect(page.card.step('redo')).toEqual(['i01']);
    expect(page.card.status.undo).toBe(true);
    await page.card.flushed();
    expect((await held()).scores).toEqual({ i01: 500 });
  });

  test('[CD4] while an input method composes, the text is kept here and not sent', async () => {
    const page = await device();
    page.card.setReason('i01', 'wu zuo', '', true);
    page.card.setMark('i01', mark(300));
    await page.until(() => page.card.savedAt('i01', 'mark') !== null);
    expect((await held()).reason('i01')).toBe('');
    expect(page.journal.find('i01', 'reason')?.value).toBe('wu zuo');
    page.card.setReason('i01', '无佐证', 'wu zuo', false);
    await page.card.flushed();
    expect((await held()).reason('i01')).toBe('无佐证');
  });
});

describe('without a network', () => {
  test('[CD5] work goes on, nothing is called saved, and all arrives once', async () => {
    const page = await device();
    page.card.setReason('i01', '甲');
    await page.card.flushed();
    wire.cut();
    await page.until(() => !page.card.status.online);
    page.card.setMark('i01', mark(300));
    page.card.setReason('i01', '甲乙');
    page.card.flush();
    for (const leaf of LEAVES) page.card.setMark(leaf, mark(0));
    page.card.setReason('i01', '甲乙丙');
    expect(page.journal.size).toBe(LEAVES.length + 1);
    expect(page.card.savedAt('i01', 'mark')).toBeNull();
    await page.card.flushed();
    const { scores, reason } = await held();
    expect(Object.keys(scores)).toEqual(expect.arrayContaining(LEAVES));
    expect(scores['i01']).toBe(0);
    expect(reason('i01')).toBe('甲乙丙');
  });

  test('[CD6] a reload while typing loses nothing and writes nothing twice', async () => {
    const page = await device();
    page.card.setReason('i01', '未见');
    await page.card.flushed();
    // The server gets the next words, but its answer never arrives; the last ones it never gets.
    wire.lose('answers');
    page.card.setReason('i01', '未见相关');
    page.card.flush();
    const { doc } = await expert.openWith('e2.r1', {});
    while (doc.getText('reason:i01').length < 4)
      await new Promise((resolve) => doc.once('update', resolve));
    wire.lose('requests');
    page.card.setReason('i01', '未见相关制度');
    page.card.setMark('i01', mark(300));
    page.card.close();
    wire.cut();
    const reloaded = await device({ storage: page.storage });
    expect(reloaded.content).toEqual({ i01: { mark: mark(300), reason: '未见相关制度' } });
    await reloaded.card.flushed();
    expect((await held()).reason('i01')).toBe('未见相关制度');
    expect((await held()).scores).toEqual({ i01: 300 });
  });

  test('[CD7] after a crash another tab takes over, as soon as the first counts as dead', async () => {
    let now = 1_000_000;
    const page = await device({ now: () => now });
    wire.lose('requests');
    page.card.setReason('i03', '酌情扣1分');
    page.crash();
    wire.cut();
    now += DEAD_AFTER;
    const other = await device({ storage: page.storage, tab: 'other', now: () => now });
    other.card.beat();
    expect(other.content).toEqual({});
    now += 1;
    other.card.beat();
    expect(other.content).toEqual({ i03: { reason: '酌情扣1分' } });
    await other.card.flushed();
    expect((await held()).reason('i03')).toBe('酌情扣1分');
    expect(page.storage.length).toBe(0);
  });
});

describe('the same expert on two devices', () => {
  test('[CD8] both type in one reason, and both texts are on both', async () => {
    const [left, right] = await Promise.all([device(), device()]);
    left.card.setReason('i01', '资料齐全');
    await left.card.flushed();
    await right.until(() => right.content['i01']?.reason === '资料齐全');
    left.card.setReason('i01', '甲：资料齐全');
    right.card.setReason('i01', '资料齐全。');
    left.card.flush();
    right.card.flush();
    for (const page of [left, right])
      await page.until(() => page.content['i01']?.reason === '甲：资料齐全。');
    right.card.setMark('i01', mark(500));
    await left.until(() => left.content['i01']?.mark !== undefined);
    expect(left.journal.size).toBe(0);
  });

  test('[CD9] a field that is behind the card changes only what its writer changed', async () => {
    const page = await device();
    page.card.setReason('i01', '甲乙');
    page.card.setReason('i01', '甲乙丙', '甲乙');
    // The field still showed 甲乙 when its writer, composing, put something in front.
    page.card.setReason('i01', '丁甲乙', '甲乙');
    expect(page.content['i01']?.reason).toBe('丁甲乙丙');
  });

  test('[CD10] one undoes own changes only', async () => {
    const [left, right] = await Promise.all([device(), device()]);
    left.card.setMark('i01', mark(500));
    await right.until(() => right.content['i01']?.mark !== undefined);
    right.card.setMark('i02', mark(300));
    await left.until(() => left.content['i02'] !== undefined);
    expect(left.card.step('undo')).toEqual(['i01']);
    expect(left.card.step('undo')).toEqual([]);
    await right.until(() => right.content['i01'] === undefined);
    expect(right.content['i02']?.mark).toEqual(mark(300));
  });
});

describe('what a score rests on', () => {
  const listed = (amount: number, reason: string) => ({ deductions: [{ amount, reason }] });

  test('[CD15] basis and score are one step: shown at once, saved together, undone together', async () => {
    const page = await device();
    page.card.setBasis('i01', listed(50, '无佐证'), mark(450));
    expect(page.content['i01']).toEqual({
      ...{ mark: mark(450), reason: '' },
      basis: listed(50, '无佐证'),
    });
    await page.card.flushed();
    const doc = await expert.open('e2.r1');
    expect(doc.getMap('basis').get('i01')).toBe('{"deductions":[{"amount":50,"reason":"无佐证"}]}');
    expect(page.card.step('undo')).toEqual(['i01']);
    expect(page.content['i01']).toBeUndefined();
    page.card.step('redo');
    await page.card.flushed();
    expect(page.content['i01']).toEqual({
      ...{ mark: mark(450), reason: '' },
      basis: listed(50, '无佐证'),
    });
  });

  test('[CD16] what is typed into a list survives a crash, offline', async () => {
    const page = await device();
    const { storage } = page;
    wire.unplug();
    await page.until(() => !page.card.status.online);
    page.card.setBasis('i01', listed(50, '无佐'), mark(450), true);
    page.card.setBasis('i01', listed(50, '无佐证'), mark(450), true);
    page.crash();
    wire.plugIn();
    const again = await device({ storage });
    expect(again.content['i01']).toEqual({
      ...{ mark: mark(450), reason: '' },
      basis: listed(50, '无佐证'),
    });
    await again.card.flushed();
    const doc = await expert.open('e2.r1');
    expect(doc.getMap('basis').get('i01')).toBe('{"deductions":[{"amount":50,"reason":"无佐证"}]}');
    expect(doc.getMap('scores').get('i01')).toBe(450);
  });

  test('[CD17] a basis that does not fit is put aside with its score, and nothing else', async () => {
    const page = await device();
    page.card.setMark('i02', mark(300));
    page.card.setBasis('i01', listed(50_00, '多扣'), mark(450));
    page.card.setReason('i03', '无佐证');
    await page.card.flushed();
    const aside = page.refused.list.map(({ leaf, kind, reason }) => [leaf, kind, reason.code]);
    expect(aside.sort()).toEqual([
      ['i01', 'basis', 'basis-unfit'],
      ['i01', 'mark', 'basis-unfit'],
    ]);
    expect(page.content).toEqual({
      i02: { mark: mark(300), reason: '' },
      i03: { reason: '无佐证' },
    });
    expect((await held()).scores).toEqual({ i02: 300 });
  });

  test('[CD18] a list too long to be kept is not taken', async () => {
    const page = await device();
    const deductions = Array.from({ length: 6 }, () => ({ amount: 10, reason: '长'.repeat(500) }));
    expect(page.card.setBasis('i01', { deductions })).toBe(false);
    expect(page.content).toEqual({});
  });
});

describe('a refusal', () => {
  async function revealed(): Promise<void> {
    const own = new CardDevice({
      ...{ server: server.url.replace('http', 'ws'), panel: chair.panel, leaves: LEAVES },
      ...{ card: 'e1.r1', token: chair.token },
    });
    devices.push(await own.ready());
    for (const leaf of LEAVES) own.card.setMark(leaf, mark(0));
    await own.card.flushed();
    await chair.act({ type: 'submit-card' });
    await chair.act({ type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] });
  }

  test('[CD11] after the reveal a late text is kept here, with why, and never shown as saved', async () => {
    const page = await device();
    page.card.setReason('i01', '早');
    await page.card.flushed();
    await revealed();
    page.card.setReason('i01', '早，又晚');
    page.card.setMark('i02', mark(100));
    await page.card.flushed();
    expect(page.refused.list.map(({ leaf, kind, value }) => [leaf, kind, value])).toEqual(
      expect.arrayContaining([
        ['i01', 'reason', '早，又晚'],
        ['i02', 'mark', mark(100)],
      ]),
    );
    expect(page.refused.list[0]?.reason).toMatchObject({ code: 'wrong-phase' });
    expect(page.journal.size).toBe(0);
    await page.until(() => page.card.status.online);
    expect(page.content).toEqual({ i01: { reason: '早' } });
    const reloaded = await device({ storage: page.storage });
    expect(reloaded.refused.list).toEqual(page.refused.list);
  });

  test('[CD12] of several values the server refuses one, and the others are saved', async () => {
    const page = await device();
    page.card.setMark('i01', mark(500));
    page.card.setMark('i02', mark(4_25));
    page.card.setMark('i03', mark(300));
    page.card.setReason('i03', '资料不完整');
    await page.card.flushed();
    expect(page.refused.list).toMatchObject([
      { leaf: 'i02', kind: 'mark', value: mark(4_25), reason: { code: 'score-off-grid' } },
    ]);
    expect(page.content).toEqual({
      i01: { mark: mark(500), reason: '' },
      i03: { mark: mark(300), reason: '资料不完整' },
    });
    expect((await held()).scores).toEqual({ i01: 500, i03: 300 });
    page.card.setMark('i02', mark(4_00));
    await page.card.flushed();
    expect(page.refused.list).toEqual([]);
    expect((await held()).scores).toEqual({ i01: 500, i02: 400, i03: 300 });
  });

  test('[CD13] a card handed in elsewhere refuses, and takes the value again after it is back', async () => {
    const page = await device();
    for (const leaf of LEAVES) page.card.setMark(leaf, mark(0));
    await page.card.flushed();
    await expert.act({ type: 'submit-card' });
    page.card.setMark('i01', mark(500));
    await page.card.flushed();
    expect(page.refused.list).toMatchObject([{ reason: { code: 'already-submitted' } }]);
    await expert.act({ type: 'take-back-card' });
    page.card.setMark('i01', mark(500));
    await page.card.flushed();
    expect((await held()).scores['i01']).toBe(500);
  });

  test('[CD14] a voided link ends the card and leaves the unsaved values here', async () => {
    const page = await device();
    wire.lose('requests');
    page.card.setMark('i01', mark(500));
    const waiting = page.card.flushed();
    await secretary.act({ type: 'void-link', seat: 'e2' });
    await expect(waiting).rejects.toThrow();
    expect(page.card.status.closed).toMatchObject({ code: 'link-voided' });
    expect(page.journal.size).toBe(1);
  });
});

describe('a rough afternoon', () => {
  /** Deterministic, so that a failing seed can be run again. */
  function dice(seed: number): (sides: number) => number {
    let state = seed;
    return (sides) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return Math.floor((state / 2 ** 32) * sides);
    };
  }

  test.each([1, 2, 3, 4])(
    '[CD19] two devices, cuts, reloads and undos: both end with what the server holds (seed %i)',
    async (seed) => {
      const roll = dice(seed);
      const pages = await Promise.all([device(), device()]);
      let edits = 0;
      const acts: ((at: 0 | 1) => void | Promise<unknown>)[] = [
        (at) => pages[at].card.setMark(LEAVES[roll(6)]!, roll(5) === 0 ? null : mark(roll(4) * 50)),
        (at) => {
          const leaf = LEAVES[roll(3)]!;
          const text = pages[at].content[leaf]?.reason ?? '';
          const place = roll(text.length + 1);
          const inserted = '甲乙丙丁戊己庚辛'[roll(8)]!;
          pages[at].card.setReason(leaf, text.slice(0, place) + inserted + text.slice(place));
          edits += 1;
        },
        (at) => pages[at].card.flush(),
        (at) => void pages[at].card.step(roll(3) === 0 ? 'redo' : 'undo'),
        () => wire.cut(),
        (at) => pages[at].until(() => pages[at].card.status.online),
        async (at) => {
          pages[at].card.close();
          pages[at] = await device({ storage: pages[at].storage });
        },
        (at) => {
          const basis = { deductions: [{ amount: 50 + roll(9), reason: '无佐证' }] };
          const score = roll(3) === 0 ? undefined : mark(roll(4) * 50);
          const leaf = LEAVES[roll(6)]!;
          pages[at].card.setBasis(leaf, roll(4) === 0 ? null : basis, score, roll(2) === 0);
        },
      ];
      const weights = [0, 0, 1, 1, 1, 1, 1, 2, 3, 4, 5, 5, 6, 7, 7];
      for (let step = 0; step < 120; step += 1)
        await acts[weights[roll(weights.length)]!]!(roll(2) as 0 | 1);
      await Promise.all(pages.map(({ card }) => card.flushed()));
      const last = await device();
      for (const page of pages) {
        await page.until(() => JSON.stringify(page.content) === JSON.stringify(last.content));
        expect(page.refused.list).toEqual([]);
        expect(page.journal.size).toBe(0);
      }
      expect(edits).toBeGreaterThan(20);
    },
  );
});
