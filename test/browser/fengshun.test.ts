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
  await meeting.openResult(page, 'fengshun');
  expect(await meeting.print(page, 'fengshun', '评分表')).toBe(3);
  for (const printed of ['项目绩效评价评分表', '优']) expect(meeting.printed).toContain(printed);
  expect(await meeting.print(page, 'fengshun-summary', '综合得分')).toBe(1);
  const text = meeting.printed.replace(/\s+/g, ' ');
  const rows = ['决策 15 13 86.67%', '管理 25 23.5 94%', '产出 30 28.5 95%', '效益 30 28.5 95%'];
  for (const row of ['项目绩效评价综合得分', '93.50%', ...rows]) expect(text).toContain(row);

  // The five cards share a tab, and the one that is chosen is the one that is printed.
  await page.getByRole('tab', { name: '专家评分表' }).click();
  await page.getByLabel('查看').selectOption({ label: '专家评分表-专家三' });
  await meeting.look(page, 'result-card');
  await meeting.print(page, 'fengshun-card', '专家评分表');
  expect(meeting.printed).toMatch(/专家\s*[：:]\s*专家三/);
  meeting.expectQuiet();
});
