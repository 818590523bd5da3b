import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { TcpProxy } from '../kit/tcp-proxy.ts';
import { Outsider } from '../protocol/outsider.ts';
import { Meeting } from './meeting.ts';

/** An expert enters facts, departs from what they compute, and lists deductions, on a shaky network. */
let meeting: Meeting;
let wifi: TcpProxy;
let page: Page;
const LAPTOP = { width: 1440, height: 900 };
const COUNT = leavesOf(zhongshan2019.framework).length;

const scoreField = () => page.getByRole('textbox', { name: '得分', exact: true });
const rateField = () => page.getByRole('textbox', { name: '预算支出完成率（%）' });
const saved = () => page.getByText(/^已保存( \d\d:\d\d)?$/).first();

beforeAll(async () => {
  meeting = await Meeting.open();
  wifi = await TcpProxy.start(meeting.server.port);
  const secretary = await meeting.create('中山 2019');
  await meeting.invite();
  await secretary.getByRole('button', { name: '开始评分' }).click();
  await secretary.getByRole('button', { name: '确认开始' }).click();
  page = await meeting.device('e2', LAPTOP);
  const { pathname, hash } = new URL(meeting.invitation('e2').link);
  await page.goto(`http://127.0.0.1:${wifi.port}${pathname}${hash}`);
  await scoreField().waitFor();
});
afterAll(async () => {
  await wifi.stop();
  await meeting.close();
});

async function goTo(place: number): Promise<void> {
  const here = page.getByText(`第 ${place} 项，共 ${COUNT} 项`);
  for (let steps = 0; steps < COUNT && !(await here.isVisible()); steps++)
    await page.getByRole('button', { name: '下一项' }).click();
  await here.waitFor();
}

test('64.4 % of the budget spent gives 1 of 5, with the calculation written out', async () => {
  await goTo(6);
  await page.keyboard.press('e');
  await page.keyboard.type('64.4');
  await expect.poll(() => scoreField().inputValue()).toBe('1');
  await page.getByText(/得 1 分$/).waitFor();
  await saved().waitFor();
  await meeting.look(page, 'basis-fact');
});

test('another score is a departure and asks for a word', async () => {
  await scoreField().fill('2');
  await page.getByText('按标准得 1 分，您给 2 分：请写明理由').waitFor();
  await meeting.look(page, 'basis-departure');
  await page.getByRole('button', { name: '采用 1 分' }).click();
  await expect.poll(() => scoreField().inputValue()).toBe('1');
  await scoreField().fill('2');
});

test('deductions are listed with the keyboard; what is still to explain is said', async () => {
  await page.keyboard.press('Escape');
  await page.keyboard.press('d');
  await page.getByRole('textbox', { name: '第 1 条扣几分' }).waitFor();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  await page.keyboard.type('年底集中支付，进度偏慢');
  await page.getByText('还差 1 分').waitFor();
  await page.keyboard.press('Enter');
  await page.keyboard.type('1');
  await page.keyboard.press('Enter');
  await page.keyboard.type('结余资金未及时清理');
  await page.getByText('与得分相符').waitFor();
  await page.getByText(/按标准得 1 分，您给 2 分$/).waitFor();
  await saved().waitFor();
  await meeting.look(page, 'basis-deductions');
});

test('what is typed offline survives a reload', async () => {
  wifi.unplug();
  await page.getByText('连接已断开').first().waitFor();
  await page.getByRole('textbox', { name: '第 2 条扣分理由' }).fill('结余资金未清理');
  await rateField().fill('64.5');
  await expect.poll(() => scoreField().inputValue()).toBe('1');
  await scoreField().fill('2');
  const address = page.url();
  await page.goto('about:blank');
  wifi.plugIn();
  await page.goto(address);
  await scoreField().waitFor();
  await goTo(6);
  await expect.poll(() => rateField().inputValue()).toBe('64.5');
  await expect.poll(() => scoreField().inputValue()).toBe('2');
  const second = page.getByRole('textbox', { name: '第 2 条扣分理由' });
  await expect.poll(() => second.inputValue()).toBe('结余资金未清理');
  await saved().waitFor();
});

test('a card is handed in once the list adds up', async () => {
  await page.getByRole('button', { name: '删除第 2 条' }).click();
  await page.getByText('还差 1 分').waitFor();
  await page.keyboard.press('Escape');
  for (let place = 1; place <= COUNT; place++) {
    await page.getByText(new RegExp(`^第 \\d+ 项，共 ${COUNT} 项`)).waitFor();
    if ((await scoreField().inputValue()) === '') await page.keyboard.press('f');
    if (place < COUNT) await page.keyboard.press('Enter');
  }
  await page.getByText('扣分明细之和与得分不符：').waitFor();
  await meeting.look(page, 'basis-blocked');
  await goToByTree();
  await page.getByRole('textbox', { name: '第 2 条扣几分' }).fill('1');
  await page.getByRole('textbox', { name: '第 2 条扣分理由' }).fill('结余资金未清理');
  await page.getByText('与得分相符').waitFor();
  await page.getByRole('button', { name: '表格' }).click();
  await page.getByText('年底集中支付，进度偏慢，扣2分；结余资金未清理，扣1分').waitFor();
  await meeting.look(page, 'basis-table');
  await page.getByRole('button', { name: '逐项' }).click();
  await meeting.handIn(page);
});

/** By the link beside the hand-in, which names what keeps the card from being taken. */
async function goToByTree(): Promise<void> {
  await page.getByRole('button', { name: '资金使用效率性' }).last().click();
  await page.getByText(`第 6 项，共 ${COUNT} 项`).waitFor();
}

test('after the reveal the fact and its calculation stand beside the score', async () => {
  const chair = await Outsider.join(meeting.server.url, meeting.invitation('e1').code);
  try {
    await chair.until((view) => view['phase'] === 'scoring');
    await chair.act({ type: 'reveal', without: ['e1', 'e3', 'e4', 'e5'] });
    await chair.act({ type: 'discuss', leaf: 'i06' });
  } finally {
    chair.close();
  }
  await page.getByText('按标准得 1 分，实给 2 分').first().waitFor();
  await page
    .getByText(/预算支出完成率 64\.5%.*得 1 分/)
    .first()
    .waitFor();
  await meeting.look(page, 'basis-revealed');
  const console_ = await meeting.join('e1', LAPTOP);
  await console_.getByText('按标准得 1 分，实给 2 分').first().waitFor();
  await meeting.look(console_, 'basis-console');
  // Of e2's page only two things may complain: the blank one between two visits, which has no
  // storage, and a connection that was begun as the network was cut.
  const heard = meeting.complaints['e2']!.filter(
    (text) => !/for this document|ERR_CONNECTION_RESET/.test(text),
  );
  expect([...heard, ...meeting.complaints['e1']!]).toEqual([]);
});
