import { describe, expect, test } from 'vitest';
import {
  addExpert,
  changeExpert,
  importPeople,
  moveExpert,
  pastePeople,
} from '../../client/setup/people.ts';
import { parseTsv } from '../../client/setup/tsv.ts';
import { expertNumbered } from '../../shared/panel/setup.ts';
import type { Expert } from '../../shared/panel/terms.ts';

const five: Expert[] = [0, 1, 2, 3, 4].map(expertNumbered);
const seats = (experts: readonly Expert[]) => experts.map(({ seat }) => seat).join(' ');

describe('the list of experts', () => {
  test('[PE1] a new expert takes the seat after the highest, a left one only when it must', () => {
    const six = addExpert(five);
    expect(six.at(-1)).toMatchObject({ seat: 'e6', name: '专家六' });
    expect(seats(addExpert(five.filter(({ seat }) => seat !== 'e2')))).toBe('e1 e3 e4 e5 e6');
    let full = five.filter(({ seat }) => seat !== 'e2');
    while (full.length < 14) full = addExpert(full);
    expect(seats(addExpert(full)).endsWith('e15 e2')).toBe(true);
  });

  test('[PE1] there are at most fifteen', () => {
    let experts = five;
    for (let extra = 0; extra < 20; extra += 1) experts = addExpert(experts);
    expect(experts).toHaveLength(15);
    expect(new Set(experts.map(({ seat }) => seat)).size).toBe(15);
  });

  test('[PE2] moving keeps the seat with the person', () => {
    expect(seats(moveExpert(five, 'e3', -1))).toBe('e1 e3 e2 e4 e5');
    expect(seats(moveExpert(five, 'e3', 1))).toBe('e1 e2 e4 e3 e5');
    expect(moveExpert(five, 'e1', -1)).toEqual(five);
    expect(moveExpert(five, 'e5', 1)).toEqual(five);
    expect(changeExpert(five, 'e2', { title: '高级会计师' })[1]).toMatchObject({
      seat: 'e2',
      name: '专家二',
      title: '高级会计师',
    });
  });

  test('[PE3] a pasted list fills from the focused row on and grows the list', () => {
    const rows = parseTsv('专家甲\t教授\t某大学\n\n专家乙\n专家丙\t\t某所\n');
    const next = pastePeople(five, 'e4', 'name', rows);
    expect(seats(next)).toBe('e1 e2 e3 e4 e5 e6');
    expect(next.slice(3)).toEqual([
      { seat: 'e4', name: '专家甲', title: '教授', organisation: '某大学' },
      { seat: 'e5', name: '专家乙', title: '', organisation: '' },
      { seat: 'e6', name: '专家丙', title: '', organisation: '某所' },
    ]);
  });

  test('[PE3] from another column it fills that one', () => {
    const next = pastePeople(five, 'e1', 'organisation', [['甲所'], ['乙所']]);
    expect(next.map(({ organisation }) => organisation)).toEqual(['甲所', '乙所', '', '', '']);
  });
});

describe('[IM4] a list that is imported', () => {
  const person = (name: string, title = '', organisation = '') => ({ name, title, organisation });
  const named = (experts: readonly Expert[]) =>
    experts.map(({ seat, name, title }) => `${seat} ${name}${title && `/${title}`}`);

  test('fills the seats without a name in their order, then adds', () => {
    const some = changeExpert(five, 'e2', { name: '专家甲' });
    const people = ['专家乙', '专家丙', '专家丁', '专家戊', '专家己'].map((name) => person(name));
    const { experts, ...counts } = importPeople(some, people);
    expect(named(experts)).toEqual([
      ...['e1 专家乙', 'e2 专家甲', 'e3 专家丙', 'e4 专家丁', 'e5 专家戊', 'e6 专家己'],
    ]);
    expect(counts).toEqual({ filled: 4, updated: 0, added: 1, left: 0 });
  });

  test('updates who is there by the name, and empties nothing', () => {
    const some = changeExpert(five, 'e3', {
      name: '专家甲',
      title: '教授',
      organisation: '某大学',
    });
    const { experts, ...counts } = importPeople(some, [person('专家甲', '', '某研究院')]);
    expect(experts[2]).toEqual({
      ...{ seat: 'e3', name: '专家甲', title: '教授', organisation: '某研究院' },
    });
    expect(counts).toEqual({ filled: 0, updated: 1, added: 0, left: 0 });
    expect(experts.filter(({ seat }) => seat !== 'e3')).toEqual(
      five.filter(({ seat }) => seat !== 'e3'),
    );
  });

  test('takes nobody off, and says who has no seat', () => {
    let full: readonly Expert[] = five.map((each, n) => ({ ...each, name: `旧${n}` }));
    while (full.length < 14) full = addExpert(full, { name: `旧${full.length}` });
    const { experts, ...counts } = importPeople(full, [
      person('新一'),
      person('新二'),
      person('新三'),
    ]);
    expect(experts).toHaveLength(15);
    expect(experts.slice(0, 14)).toEqual(full);
    expect(counts).toEqual({ filled: 0, updated: 0, added: 1, left: 2 });
  });

  test('a name that stands twice in the list is one person', () => {
    const { experts, ...counts } = importPeople(five, [person('专家甲'), person('专家甲', '教授')]);
    expect(named(experts).slice(0, 2)).toEqual(['e1 专家甲/教授', 'e2 专家二']);
    expect(counts).toEqual({ filled: 1, updated: 1, added: 0, left: 0 });
  });
});
