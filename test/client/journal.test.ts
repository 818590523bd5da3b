import { beforeEach, describe, expect, test } from 'vitest';
import { DeviceStore } from '../../client/sync/device-store.ts';
import {
  DEAD_AFTER,
  Journal,
  reenter,
  type JournalEntry,
  type JournalInput,
} from '../../client/sync/journal.ts';
import { RefusedValues } from '../../client/sync/refused-values.ts';
import { tabId } from '../../client/sync/tab.ts';
import { MemoryStorage } from '../kit/memory-storage.ts';

let storage: MemoryStorage;
let now: number;
beforeEach(() => {
  storage = new MemoryStorage();
  now = 1_000_000;
});

const open = (tab: string, card = 'p/e1/e1.r1') =>
  new Journal(new DeviceStore(storage), card, tab, () => now);
const typed = (leaf: string, value: string, base = '', sent: string[] = []): JournalInput => ({
  leaf,
  kind: 'reason',
  base,
  value,
  sent,
});
const scored = (leaf: string, score: number): JournalInput => ({
  leaf,
  kind: 'mark',
  base: null,
  value: { score },
  sent: [],
});

describe('the journal', () => {
  test('[JR1] what was put is there for the next page of the tab, at once', () => {
    const journal = open('t1');
    journal.put(typed('i01', '无佐'));
    now += 1;
    journal.put(scored('i02', 250));
    expect(open('t1').entries).toEqual(journal.entries);
    expect(open('t1').entries.map(({ value }) => value)).toEqual(['无佐', { score: 250 }]);
  });

  test('[JR2] what is saved leaves nothing behind', () => {
    const journal = open('t1');
    journal.put(scored('i01', 500));
    journal.saved('mark/i01', { i01: { mark: { score: 500 }, reason: '' } });
    expect(journal.size).toBe(0);
    expect(storage.length).toBe(0);
  });

  test('[JR2] what was typed after the saved text stays, on the saved text as its base', () => {
    const journal = open('t1');
    journal.put(typed('i01', '无佐证', '', ['无佐']));
    journal.saved('reason/i01', { i01: { reason: '无佐' } });
    expect(journal.entries).toMatchObject([{ base: '无佐', value: '无佐证', sent: [] }]);
  });

  test('[JR3] cards, seats and panels are kept apart', () => {
    open('t1').put(typed('i01', '一'));
    expect(open('t1', 'p/e1/e1.r2').size).toBe(0);
    expect(open('t1', 'p/e2/e2.r1').size).toBe(0);
    now += DEAD_AFTER + 1;
    expect(open('t2', 'p/e1/e1.r2').adopt()).toBe(false);
  });

  test('[JR4] a living tab keeps its journal, a dead one is adopted', () => {
    open('t1').put(typed('i01', '一'));
    const other = open('t2');
    now += DEAD_AFTER;
    expect(other.adopt()).toBe(false);
    now += 1;
    expect(other.adopt()).toBe(true);
    expect(other.entries).toMatchObject([{ leaf: 'i01', value: '一' }]);
    expect(storage.length).toBe(1);
    expect(open('t2').entries).toEqual(other.entries);
  });

  test('[JR4] a tab that beats lives', () => {
    const journal = open('t1');
    journal.put(typed('i01', '一'));
    for (const pause of [3000, 3000, 3000, 3000]) {
      now += pause;
      journal.beat();
    }
    expect(open('t2').adopt()).toBe(false);
  });

  test('[JR4] a tab that said goodbye is adopted at once', () => {
    const journal = open('t1');
    journal.put(typed('i01', '一'));
    journal.release();
    expect(open('t2').adopt()).toBe(true);
  });

  test('[JR5] two tabs left one cell: both texts, the later score', () => {
    const own = open('t2');
    const other = open('t1');
    own.put(typed('i01', '甲：资料齐全', '资料齐全'));
    own.put(scored('i02', 100));
    now += 5;
    other.put(typed('i01', '资料齐全。', '资料齐全'));
    other.put(scored('i02', 200));
    other.release();
    own.adopt();
    expect(own.find('i01', 'reason')?.value).toBe('甲：资料齐全。');
    expect(own.find('i02', 'mark')?.value).toEqual({ score: 200 });
  });

  test('[JR6] a local change is unsaved from the value before it', () => {
    const journal = open('t1');
    const mark = (score: number) => ({ score });
    const cell = { leaf: 'i01', kind: 'mark' } as const;
    journal.follow({ ...cell, before: null, after: mark(100) }, true);
    journal.follow({ ...cell, before: mark(100), after: mark(300) }, true);
    expect(journal.entries).toMatchObject([
      { base: null, value: mark(300), sent: [mark(100), mark(300)] },
    ]);
  });

  test('[JR6] an edit from elsewhere moves the unsaved text and its base along', () => {
    const journal = open('t1');
    journal.put(typed('i01', '扣2分', '扣分', ['扣2分']));
    const cell = { leaf: 'i01', kind: 'reason' } as const;
    journal.follow({ ...cell, before: '扣2分', after: '扣2分。' }, false);
    expect(journal.entries).toMatchObject([
      { base: '扣分。', value: '扣2分。', sent: ['扣2分。'] },
    ]);
  });

  test('[JR6] of two devices’ scores the document decides, once it holds both', () => {
    const journal = open('t1');
    journal.put(scored('i01', 500));
    const cell = { leaf: 'i01', kind: 'mark' } as const;
    journal.follow({ ...cell, before: null, after: { score: 100 } }, false);
    expect(journal.find('i01', 'mark')?.value).toEqual({ score: 500 });
    journal.follow({ ...cell, before: { score: 500 }, after: { score: 100 } }, false);
    expect(journal.find('i01', 'mark')?.value).toEqual({ score: 100 });
  });

  test('[JR7] a full or forbidden storage is said, and work goes on', () => {
    storage.limit = 40;
    const journal = open('t1');
    journal.put(typed('i01', '一'));
    expect(journal.problem).toBe('full');
    expect(journal.size).toBe(1);
    storage.limit = 5000;
    journal.put(typed('i01', '一二'));
    expect(journal.problem).toBeNull();
    const forbidden = new Journal(new DeviceStore(null), 'p/e1/e1.r1', 't1', () => now);
    forbidden.put(typed('i01', '一'));
    expect(forbidden.problem).toBe('forbidden');
    expect(forbidden.size).toBe(1);
  });

  test('[JR8] what somebody else wrote under our key is taken for nothing', () => {
    for (const junk of ['{', '[]', 'null', '"x"', '{"beat":1}']) {
      storage.setItem('heyi.journal/p/e1/e1.r1/t1', junk);
      expect(open('t1').size).toBe(0);
    }
  });
});

describe('entering a text again', () => {
  const entry = (sent: string[]) => ({ ...typed('i01', '未见相关制度', '', sent), at: 0 });
  const again = (sent: string[], current: string) =>
    reenter(entry(sent) as Extract<JournalEntry, { kind: 'reason' }>, current);

  test('[JR10] what the server had received of it is not written twice', () => {
    const sent = ['未见', '未见相关'];
    for (const current of ['', '未见', '未见相关', '未见相关制度'])
      expect(again(sent, current)).toBe('未见相关制度');
    expect(again(sent, '甲：未见相关')).toBe('甲：未见相关制度');
  });

  test('[JR10] (control) without the record of what was sent it would be', () => {
    expect(again([], '未见')).not.toBe('未见相关制度');
  });
});

describe('refused values', () => {
  const reason = { code: 'wrong-phase', zh: '已揭示', en: 'revealed' };
  const shelf = () => new RefusedValues(new DeviceStore(storage), 'p/e1/e1.r1', () => now);

  test('[RV1] stay on the device, one a cell, until put away', () => {
    const entry = (value: string): JournalEntry => ({
      ...{ leaf: 'i01', kind: 'reason', base: '', sent: [] },
      value,
      at: now,
    });
    shelf().add(entry('晚了'), reason);
    shelf().add(entry('更晚'), reason);
    expect(shelf().list).toEqual([{ leaf: 'i01', kind: 'reason', value: '更晚', reason, at: now }]);
    shelf().dismiss('i01', 'reason');
    expect(shelf().list).toEqual([]);
    expect(storage.length).toBe(0);
  });
});

describe('the tab', () => {
  test('[JR9] keeps its id over a reload; a duplicated tab takes a new one', () => {
    const first = tabId(storage, false);
    expect(tabId(storage, true)).toBe(first);
    expect(tabId(storage, false)).not.toBe(first);
    expect(tabId(null, true)).toMatch(/^[0-9a-f]{24}$/);
  });
});
