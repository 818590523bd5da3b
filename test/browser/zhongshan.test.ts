import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';
import { close, decide, prepare, reveal, score } from './walk.ts';

let meeting: Meeting;
beforeAll(async () => void (meeting = await Meeting.open()));
afterAll(() => meeting.close());

const script = scriptOf(zhongshan2019, '中山 2019');

test('Zhongshan, from the printed link to the seal: 71 中 beside 92 优', async () => {
  await prepare(meeting, script);
  await score(meeting, script);
  await reveal(meeting);
  await decide(meeting, script);
  await close(meeting);
  meeting.expectQuiet();
});

test('the result prints as the report does', async () => {
  const page = meeting.pages['secretary']!;
  await meeting.openResult(page, 'zhongshan');
  const pages = await meeting.print(page, 'zhongshan', '意见表');
  const text = meeting.printed;
  expect(text).toContain('重点项目绩效评价小组意见表');
  // The narrow column breaks the level's cell after its name.
  expect(text).toMatch(/[（(]15分[）)]/);
  expect(text).toContain('71');
  expect(text).toContain('92');
  expect(pages).toBe(2);
  meeting.expectQuiet();
});
