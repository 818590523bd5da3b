import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { TcpProxy } from '../kit/tcp-proxy.ts';
import { TestServer } from '../kit/server.ts';
import { Meeting } from './meeting.ts';

/** What goes wrong in a hotel meeting room while people score. */
let meeting: Meeting;
let wifi: TcpProxy;
const PHONE = { width: 390, height: 844, touch: true };
const LAPTOP = { width: 1440, height: 900 };

beforeAll(async () => {
  meeting = await Meeting.open();
  wifi = await TcpProxy.start(meeting.server.port);
  const secretary = await meeting.create('梅州丰顺 2023');
  await meeting.invite();
  await meeting.join('e2', LAPTOP);
  await secretary.getByRole('button', { name: '开始评分' }).click();
  await secretary.getByRole('button', { name: '确认开始' }).click();
  await scoreField(meeting.pages['e2']!).waitFor();
});
afterAll(async () => {
  await wifi.stop();
  await meeting.close();
});

const scoreField = (page: Page) => page.getByRole('textbox', { name: /^得分/ });
const reasonField = (page: Page) => page.getByRole('textbox', { name: /^扣分理由/ });
const saved = (page: Page) => page.getByText(/^已保存( \d\d:\d\d)?$/).first();

/** Leafs to the n-th indicator; a page opens at its first open one. */
async function goTo(page: Page, place: number): Promise<void> {
  const shown = async (): Promise<number> => {
    const text = await page.getByText(/^第 \d+ 项，共/).innerText();
    return Number(/\d+/.exec(text)![0]);
  };
  for (let now = await shown(); now !== place; now = await shown())
    await page.getByRole('button', { name: now < place ? '下一项' : '上一项' }).click();
}

/** Opens a seat's link by the way that can be cut. */
async function byWifi(seat: string): Promise<Page> {
  const page = await meeting.device(`${seat}-wifi`, LAPTOP);
  const { pathname, hash } = new URL(meeting.invitation(seat).link);
  await page.goto(`http://127.0.0.1:${wifi.port}${pathname}${hash}`);
  await scoreField(page).waitFor();
  return page;
}

/** What another device of the same expert shows: only what the server has. */
async function elsewhere(seat: string): Promise<Page> {
  const page = await meeting.join(seat, LAPTOP, `${seat}-elsewhere`);
  await scoreField(page).waitFor();
  return page;
}

test('Wi-Fi cut during scoring: the page says so, scoring goes on, all is saved afterwards', async () => {
  const page = await byWifi('e3');
  await scoreField(page).fill('4');
  await saved(page).waitFor();
  wifi.unplug();
  await page.getByText('连接已断开').first().waitFor();
  await scoreField(page).press('Enter');
  await scoreField(page).fill('1.5');
  await reasonField(page).fill('断网时写的理由');
  await page
    .getByText(/仅在本机/)
    .first()
    .waitFor();
  await meeting.look(page, 'card-offline');
  wifi.plugIn();
  await saved(page).waitFor();
  const other = await elsewhere('e3');
  await goTo(other, 2);
  await expect.poll(() => scoreField(other).inputValue()).toBe('1.5');
  expect(await reasonField(other).inputValue()).toBe('断网时写的理由');
});

test('reload and crash while typing offline: nothing typed is lost', async () => {
  const page = await byWifi('e4');
  await saved(page).waitFor();
  wifi.unplug();
  await page.getByText('连接已断开').first().waitFor();
  await scoreField(page).fill('2.5');
  await reasonField(page).pressSequentially('写到一半');
  // A reload without a network shows the browser's own page; the address is opened again later.
  const address = page.url();
  await page.goto('about:blank');
  wifi.plugIn();
  await page.goto(address);
  await scoreField(page).waitFor();
  await goTo(page, 1);
  await expect.poll(() => scoreField(page).inputValue()).toBe('2.5');
  await expect.poll(() => reasonField(page).inputValue()).toBe('写到一半');
  await saved(page).waitFor();
  const other = await elsewhere('e4');
  await goTo(other, 1);
  await expect.poll(() => reasonField(other).inputValue()).toBe('写到一半');
});

test('two devices of one expert type in the same reason: both show both', async () => {
  const laptop = await meeting.join('e5', LAPTOP);
  const phone = await meeting.join('e5', PHONE, 'e5-phone');
  for (const page of [laptop, phone]) await scoreField(page).waitFor();
  await scoreField(laptop).fill('3');
  await Promise.all([
    reasonField(laptop).pressSequentially('未见可行性研究报告'),
    reasonField(phone).pressSequentially('缺少会议纪要'),
  ]);
  const letters = (text: string): string => [...text].sort().join('');
  const both = letters('未见可行性研究报告缺少会议纪要');
  for (const page of [laptop, phone])
    await expect.poll(async () => letters(await reasonField(page).inputValue())).toBe(both);
  expect(await reasonField(phone).inputValue()).toBe(await reasonField(laptop).inputValue());
  await expect.poll(() => scoreField(phone).inputValue()).toBe('3');
});

test('a link voided: the old device is out at once, the new code opens the same card', async () => {
  const page = meeting.pages['e2']!;
  await scoreField(page).fill('3.5');
  await saved(page).waitFor();
  const secretary = meeting.pages['secretary']!;
  await secretary.getByRole('tab', { name: '邀请名单' }).click();
  await secretary.getByRole('button', { name: '作废并重发：专家二' }).click();
  const started = performance.now();
  await secretary.getByRole('dialog').getByRole('button', { name: '作废并重发' }).click();
  await page.getByText('此链接已作废').waitFor();
  expect(performance.now() - started).toBeLessThan(3000);
  await meeting.look(page, 'voided');
  await meeting.invite();
  const again = await meeting.device('e2-again', LAPTOP);
  await again.goto('/');
  await again.getByRole('textbox', { name: '邀请码' }).fill(meeting.invitation('e2').code);
  await again.getByRole('button', { name: '进入评审会' }).click();
  await scoreField(again).waitFor();
  await goTo(again, 1);
  await expect.poll(() => scoreField(again).inputValue()).toBe('3.5');
});

test('the server killed with -9 and started again: every browser comes back by itself', async () => {
  const page = meeting.pages['e5']!;
  await scoreField(page).press('Enter');
  await scoreField(page).fill('2');
  await saved(page).waitFor();
  const { port } = meeting.server;
  await meeting.server.stop('SIGKILL');
  await page.getByText('连接已断开').first().waitFor();
  await scoreField(page).press('Enter');
  await scoreField(page).fill('1');
  await page
    .getByText(/仅在本机/)
    .first()
    .waitFor();
  const back = await TestServer.start(meeting.dataDir, { PORT: String(port) });
  try {
    await saved(page).waitFor();
    const other = meeting.pages['e5-phone']!;
    await other.getByText('连接已断开').first().waitFor({ state: 'hidden' });
    const third = await elsewhere('e5');
    await goTo(third, 2);
    await expect.poll(() => scoreField(third).inputValue()).toBe('2');
    await goTo(third, 3);
    await expect.poll(() => scoreField(third).inputValue()).toBe('1');
    await meeting.pages['secretary']!.getByText('连接已断开').waitFor({ state: 'hidden' });
  } finally {
    await back.stop();
  }
});
