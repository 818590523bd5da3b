import { createHash } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { verify } from '../../server/log/chain.ts';
import { DraftInvalid, LogRegressed, PanelIdInvalid } from '../../server/log/errors.ts';
import type { Draft, Log } from '../../server/log/port.ts';
import { announced, draft, recordOf } from './drafts.ts';
import { stores, type TestStore } from './stores.ts';

const GENESIS = '0'.repeat(64);
let made = 0;

describe.each(stores)('the log, $name', ({ start }) => {
  let store: TestStore;
  let log: Log;
  let panel: string;
  beforeAll(async () => void (store = await start()));
  afterAll(() => store.remove());
  beforeEach(async () => {
    log = await store.open();
    panel = `panel${String((made += 1)).padStart(4, '0')}`;
  });
  afterEach(() => log.close());

  const facts = async () => (await log.read(panel, 0)).map(({ entry }) => entry.fact);

  it('[LG1] gives positions 1, 2, 3 … without a gap to whoever appends at the same time', async () => {
    const calls = Array.from({ length: 60 }, (_, n) => [draft({ fact: n }), draft({ fact: -n })]);
    const answers = await Promise.all(calls.map((drafts) => log.append(panel, drafts)));
    const records = await log.read(panel, 0);
    expect(records.map(({ entry }) => entry.position)).toEqual(records.map((_, at) => at + 1));
    expect(records).toHaveLength(120);
    for (const [first, second] of answers) {
      expect(recordOf(second).entry.position).toBe(recordOf(first).entry.position + 1);
      expect(records).toContainEqual(recordOf(first));
    }
  });

  it('[LG1] a restart gives the same records, and goes on where the log ended', async () => {
    await log.append(panel, [draft({ fact: { text: '合议' }, payload: [1, 2] }), draft()]);
    const before = await log.read(panel, 0);
    await log.close();
    log = await store.open();
    expect(await log.read(panel, 0)).toEqual(before);
    const [next] = await log.append(panel, [draft()]);
    expect(recordOf(next).entry.position).toBe(3);
    expect(verify(recordOf(next), before[1]!.hash, 3)).toBeUndefined();
  });

  it('[LG1] an append of nothing changes nothing', async () => {
    expect(await log.append(panel, [])).toEqual([]);
    expect(await log.read(panel, 0)).toEqual([]);
    expect(await log.panels()).not.toContain(panel);
  });

  it('[LG2] what was acknowledged can be read, and is announced only then', async () => {
    const heard: number[] = [];
    const telling = announced(log, (grown) => grown === panel).then(async () => {
      heard.push((await log.read(panel, 0)).length);
    });
    const [outcome] = await log.append(panel, [draft()]);
    expect(await log.read(panel, 0)).toEqual([recordOf(outcome)]);
    expect(await log.panels()).toContain(panel);
    await telling;
    expect(heard).toEqual([1]);
  });

  it('[LG2] who stopped following hears no more', async () => {
    const other = `${panel}other`;
    const heard: string[] = [];
    const stop = log.follow((grown) => heard.push(grown));
    const rung = announced(log, (grown) => grown === panel);
    await log.append(panel, [draft()]);
    await rung;
    stop();
    const second = announced(log, (grown) => grown === other);
    await log.append(other, [draft()]);
    await second;
    expect(heard).toContain(panel);
    expect(heard).not.toContain(other);
  });

  it('[LG3] refuses a draft whose fence differs and says which, judging each by itself', async () => {
    const outcomes = await log.append(panel, [
      draft({ fact: 1, expects: { phase: 0 }, bumps: ['phase', 'edits:e1'] }),
      draft({ fact: 2, expects: { phase: 0 } }),
      draft({ fact: 3, expects: { phase: 1, 'edits:e1': 7 } }),
      draft({ fact: 4, expects: { phase: 1, 'edits:e1': 1, 'never bumped': 0 } }),
      draft({ fact: 5, expects: { phase: 1, 'edits:e1': 0 } }),
      draft({ fact: 6, bumps: ['phase'] }),
      draft({ fact: 7, expects: { phase: 2 } }),
    ]);
    expect(outcomes.map((outcome) => outcome.accepted)).toEqual(
      [true, false, false, true, false, true, true], //
    );
    expect(outcomes[1]).toEqual({ accepted: false, token: 'phase', expected: 0, actual: 1 });
    expect(outcomes[2]).toEqual({ accepted: false, token: 'edits:e1', expected: 7, actual: 1 });
    expect(await facts()).toEqual([1, 4, 6, 7]);
  });

  it('[LG3] a refusal alone leaves no trace', async () => {
    const [outcome] = await log.append(panel, [draft({ expects: { phase: 1 }, bumps: ['phase'] })]);
    expect(outcome).toEqual({ accepted: false, token: 'phase', expected: 1, actual: 0 });
    expect(await log.read(panel, 0)).toEqual([]);
    expect(await log.panels()).not.toContain(panel);
  });

  it('[LG3] counters outlive a restart, belong to one panel, and may have any name', async () => {
    const tokens = ['__proto__', 'constructor', '卡:e1', 'a b\tc', ''];
    await log.append(panel, [draft({ bumps: [...tokens, ...tokens] })]);
    await log.close();
    log = await store.open();
    for (const token of tokens) {
      const expects = Object.fromEntries([[token, 0]]);
      const [here] = await log.append(panel, [draft({ expects })]);
      expect(here).toMatchObject({ accepted: false, token, expected: 0, actual: 2 });
      const [elsewhere] = await log.append(`${panel}other`, [draft({ expects })]);
      expect(elsewhere?.accepted).toBe(true);
    }
  });

  it('[LG4] chains hashes as published, payloads by digest', async () => {
    await log.append(panel, [
      draft({ operation: 'op-1', bumps: ['phase'], fact: { b: 1, a: '优' } }),
      draft({ payload: { update: 'AAE=' } }),
    ]);
    const [first, second] = await log.read(panel, 0);
    const texts = [
      '{"actor":"e1","at":"2025-03-04T05:06:07.000Z","bumps":["phase"],"fact":{"a":"优","b":1},' +
        '"operation":"op-1","position":1}',
      '{"actor":"e1","at":"2025-03-04T05:06:07.000Z","bumps":[],"fact":{"type":"scores-changed"},' +
        `"payload":"${createHash('sha256').update('{"update":"AAE="}').digest('hex')}","position":2}`,
    ];
    let prev = Buffer.alloc(32);
    for (const text of texts) {
      const bytes = [Buffer.from('heyi-log/v1\0'), prev, Buffer.from(text)];
      prev = createHash('sha256').update(Buffer.concat(bytes)).digest();
      expect((text === texts[0] ? first : second)?.hash).toBe(prev.toString('hex'));
    }
    expect(second?.payload).toEqual({ update: 'AAE=' });
    expect(verify(first!, GENESIS, 1)).toBeUndefined();
  });

  it('[LG4] a live record is what a replay gives, whatever the caller does to the draft', async () => {
    const fact = { gone: undefined, zero: -0, deep: [{ z: 1, a: null }], 10: 'x', 9: 'y' };
    const payload = { text: 'before' };
    const [outcome] = await log.append(panel, [draft({ fact, payload })]);
    fact.deep.pop();
    payload.text = 'after';
    const [live] = await log.read(panel, 0);
    expect(live).toEqual(recordOf(outcome));
    await log.close();
    log = await store.open();
    expect(await log.read(panel, 0)).toStrictEqual([live]);
    expect(live?.entry.fact).toStrictEqual(
      { zero: 0, deep: [{ z: 1, a: null }], 10: 'x', 9: 'y' }, //
    );
  });

  it('[LG4] keeps every character and large payloads', async () => {
    const text = '合议 𠮷 é e\u0301 \u0000\u001f\u007f\u2028\u2029\ufeff\ufffd "\\\t\r\n 😀';
    const payload = `${text}${'评分'.repeat(1_000_000)}`;
    await log.append(panel, [draft({ fact: { [text]: text }, payload }), draft({ payload: '' })]);
    await log.close();
    log = await store.open();
    const records = await log.read(panel, 0);
    expect(records[0]?.entry.fact).toEqual({ [text]: text });
    expect(records[0]?.payload === payload).toBe(true);
    expect(records[1]?.payload).toBe('');
  });

  it('[LG4] reads on from any position', async () => {
    const drafts = Array.from({ length: 1_300 }, (_, fact) => draft({ fact }));
    await log.append(panel, drafts);
    for (const fresh of [false, true]) {
      if (fresh) {
        await log.close();
        log = await store.open();
      }
      for (const after of [1_300, 1_299, 1_001, 500, 499, 1, 0]) {
        const records = await log.read(panel, after);
        expect(records.map(({ entry }) => entry.position)).toEqual(
          Array.from({ length: 1_300 - after }, (_, at) => after + at + 1),
        );
      }
    }
  });

  it('[LG6] refuses to read on from beyond its end: somebody has read more than it holds', async () => {
    await log.append(panel, [draft()]);
    await expect(log.read(panel, 2)).rejects.toThrow(LogRegressed);
    await expect(log.read(`${panel}never`, 1)).rejects.toThrow(LogRegressed);
    expect(await log.read(`${panel}never`, 0)).toEqual([]);
  });

  it('[LG7] keeps one key over restarts, alike for everybody on the store', async () => {
    const key = await log.key();
    expect(key).toHaveLength(32);
    expect(await log.key()).toEqual(key);
    await log.close();
    log = await store.open();
    expect(await log.key()).toEqual(key);
  });

  it('rejects what is not a panel id or not JSON, and nothing of that call is kept', async () => {
    for (const id of ['', 'short', 'UPPERCASE1', '../../../etc', 'a'.repeat(33), 'with:colon']) {
      await expect(log.append(id, [draft()])).rejects.toThrow(PanelIdInvalid);
      await expect(log.read(id, 0)).rejects.toThrow(PanelIdInvalid);
    }
    const deep: unknown[] = [];
    for (let n = 0, at = deep; n < 100_000; n += 1) at.push((at = []));
    const bad = [NaN, Infinity, 1n, undefined, () => 1, '\ud800', { a: [() => 1] }, deep, Symbol()];
    for (const fact of bad) {
      const drafts: Draft[] = [draft({ fact: 'good' }), draft({ fact })];
      await expect(log.append(panel, drafts)).rejects.toThrow(DraftInvalid);
      if (fact === undefined) continue;
      await expect(log.append(panel, [draft({ payload: fact })])).rejects.toThrow(DraftInvalid);
    }
    await log.append(panel, [draft({ fact: 'after' })]);
    expect(await facts()).toEqual(['after']);
  });
});
