import { describe, expect, test } from 'vitest';
import { readPeople } from '../../shared/import/people.ts';
import { grid } from './read.ts';

const people = (text: string, change = {}) =>
  readPeople([grid(text, change)]).people.map(({ name, title, organisation }) =>
    [name, title, organisation].map(({ value }) => value).join('/'),
  );

const LIST = ['专家甲/教授/某大学', '专家乙//某事务所', '专家丙/高级会计师/'];

describe('a list of experts', () => {
  test.each([
    ['with a head', '姓名|职称|工作单位\n专家甲|教授|某大学\n专家乙||某事务所\n专家丙|高级会计师|'],
    [
      'a title, numbers and phones around',
      '评审专家名单\n\n序号|姓名|性别|单位|职称|联系电话\n1|专家甲|男|某大学|教授|13800000000\n2|专家乙|女|某事务所||13800000001\n3|专家丙|女||高级会计师|13800000002\n\n备注：以上三人',
    ],
    [
      'without a head',
      '专家甲|教授|某大学|13800000000\n专家乙||某事务所|\n专家丙|高级会计师||13800000002',
    ],
    [
      'in English',
      'Name|Position|Employer|Phone\n专家甲|教授|某大学|1\n专家乙||某事务所|2\n专家丙|高级会计师||3',
    ],
  ])('[IM4] %s', (_, text) => expect(people(text)).toEqual(LIST));

  test('[IM4] one organisation merged over several people is everybody’s', () => {
    const merges = [{ top: 1, left: 1, bottom: 2, right: 1 }];
    expect(people('姓名|单位\n专家甲|某大学\n专家乙|', { merges })).toEqual([
      '专家甲//某大学',
      '专家乙//某大学',
    ]);
  });

  test('[IM4] a name twice, too many, and none at all are said', () => {
    const codes = (text: string) => readPeople([grid(text)]).doubts.map(({ code }) => code);
    expect(codes('姓名\n专家甲\n专家甲')).toEqual(['name-repeated']);
    const many = [...'甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳'].map((each) => `专家${each}`).join('\n');
    expect(codes(`姓名\n${many}`)).toEqual(['too-many']);
    expect(codes('会议通知|5\n2026|7')).toEqual(['no-people']);
  });
});
