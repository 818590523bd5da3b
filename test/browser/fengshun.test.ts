import { afterAll, beforeAll, expect, test } from 'vitest';
import { fengshun2023 } from '../../shared/framework/presets/fengshun-2023.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';
import { close, decide, prepare, reveal, score } from './walk.ts';

let meeting: Meeting;
beforeAll(async () => void (meeting = await Meeting.open()));
afterAll(() => meeting.close());

const script = scriptOf(fengshun2023, '梅州丰顺 2023');

test('Fengshun, from the printed link to the seal: 93.50 优', async () => {
  await prepare(meeting, script);
  await score(meeting, script);
  await reveal(meeting);
  await decide(meeting, script);
  await close(meeting);
  meeting.expectQuiet();
});

test('the result prints as the report does', async () => {
  const page = meeting.pages['e1']!;
  const pages = await meeting.print(page, 'fengshun');
  const text = meeting.printed;
  for (const printed of ['项目绩效评价评分表', '项目绩效评价综合得分', '93.50%', '优'])
    expect(text).toContain(printed);
  const summary = ['决策 15 13 86.67%', '管理 25 23.5 94%', '产出 30 28.5 95%', '效益 30 28.5 95%'];
  for (const row of summary) expect(text.replace(/\s+/g, ' ')).toContain(row);
  expect(pages).toBe(5);
  meeting.expectQuiet();
});
