import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { DOCX, PDF, PNG } from '../kit/evidence-files.ts';
import { newTempDir } from '../kit/temp-dir.ts';
import { Outsider } from '../protocol/outsider.ts';
import { lookAround } from './looks.ts';
import { Meeting } from './meeting.ts';

const folder = newTempDir();
const onDisk = (name: string, content: Buffer): string => {
  const file = path.join(folder, name);
  writeFileSync(file, content);
  return file;
};

let meeting: Meeting;
beforeAll(async () => {
  meeting = await Meeting.open();
  await meeting.create('中山 2019');
  await meeting.invite();
});
afterAll(() => meeting.close());

/** As a file manager's drag ends: the browser is handed files that script can't make up. */
async function drop(page: Page, on: string, files: { name: string; content: Buffer }[]) {
  const transfer = await page.evaluateHandle(
    (given) => {
      const data = new DataTransfer();
      for (const { name, bytes } of given) data.items.add(new File([new Uint8Array(bytes)], name));
      return data;
    },
    files.map(({ name, content }) => ({ name, bytes: [...content] })),
  );
  for (const type of ['dragenter', 'dragover', 'drop'])
    await page.dispatchEvent(on, type, { dataTransfer: transfer });
}

describe.sequential('evidence, from the preparation to the reason that cites it', () => {
  test('the secretary adds files and links by keyboard, by choosing and by dropping', async () => {
    const page = meeting.pages['secretary']!;
    const step = page.locator('#step-evidence');
    const first = step.locator('li').first();
    const name = (await first.locator('h3').innerText()).split('\n').at(-1)!;

    // Choosing several at once, one of which is no evidence.
    const chooser = page.waitForEvent('filechooser');
    await first.getByRole('button', { name: `上传文件：${name}` }).click();
    await (
      await chooser
    ).setFiles([
      onDisk('专项审计报告.pdf', PDF),
      onDisk('说明.html', Buffer.from('<p>')),
      onDisk('伪装.png', PDF),
    ]);
    await first.getByText('佐证 1', { exact: true }).waitFor();
    expect(await first.locator('#evidence-1-title').inputValue()).toBe('专项审计报告');
    await first.getByText(/“说明.html”未上传：只接受 PDF、图片/).waitFor();
    await first.getByText(/“伪装.png”未上传：.*内容须与扩展名一致/).waitFor();
    // The browser's console tells of the upload that the server refused, as it should.
    expect(meeting.complaints['secretary']!.splice(0)).toEqual([expect.stringContaining('415')]);
    for (let left = 2; left > 0; left--)
      await first.getByRole('button', { name: '知道了' }).first().click();

    // By keyboard alone: the row appears with the cursor in its name.
    await first.getByRole('button', { name: `添加链接：${name}` }).focus();
    await page.keyboard.press('Enter');
    await page.keyboard.type('项目公示网页');
    await page.keyboard.press('Tab');
    await page.keyboard.type('市财政局网站');
    await page.keyboard.press('Tab');
    await page.keyboard.type('javascript:alert(1)');
    await first.getByText(/链接须以 http/).waitFor();
    expect(await first.getByRole('link').count()).toBe(1);
    await page.locator('#evidence-2-link').fill('https://example.gov.cn/gongshi/2019');

    // By dropping on another indicator.
    const second = step.locator('ul > li').nth(1);
    await drop(page, '#step-evidence ul > li:nth-child(2)', [
      { name: '台账.docx', content: DOCX },
      { name: '现场照片.png', content: PNG },
    ]);
    await second.getByText('佐证 4', { exact: true }).waitFor();

    // Taken out and put back, number and all.
    await second.getByRole('button', { name: '移除：佐证 4' }).click();
    await second.getByText('佐证 4', { exact: true }).waitFor({ state: 'detached' });
    await step.getByRole('button', { name: '放回' }).click();
    await second.getByText('佐证 4', { exact: true }).waitFor();
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();
    await lookAround(meeting, page, 'evidence-setup', { at: '#step-evidence' });
  });

  test('an expert opens it beside the card and cites it where the cursor is', async () => {
    const secretary = await Outsider.join(meeting.server.url, meeting.invitation('secretary').code);
    await secretary.until((view) => view['role'] === 'secretary');
    await secretary.act({ type: 'open-round' });
    secretary.close();
    const page = await meeting.join('e4');
    const list = page.getByRole('region', { name: /^(佐证材料|Evidence)$/ });
    await list.waitFor();
    expect(await list.getByRole('listitem').count()).toBe(2);

    const reason = page.getByRole('textbox', { name: /扣分理由/ });
    await reason.fill('绩效目标不够细化，扣1分');
    await reason.press('Home');
    for (let step = 0; step < 8; step++) await reason.press('ArrowRight');
    await list.getByRole('button', { name: '引用佐证 1' }).click();
    expect(await reason.inputValue()).toBe('绩效目标不够细化（佐证 1），扣1分');
    await page.keyboard.type('、');
    expect(await reason.inputValue()).toBe('绩效目标不够细化（佐证 1）、，扣1分');
    await page
      .getByText(/已保存/)
      .first()
      .waitFor();

    const file = /\/e4\/files\/[0-9a-f]{64}$/;
    const link = list.getByRole('link', { name: /专项审计报告.pdf/ });
    const opened = page.context().waitForEvent('page');
    await link.click({ modifiers: ['Control'] });
    const tab = await opened;
    expect(new URL(tab.url()).pathname).toMatch(file);
    await tab.close();
    await lookAround(meeting, page, 'evidence-card', { open: () => list.waitFor() });

    // A plain click opens it beside the card, where scoring goes on by keyboard and by touch.
    await page.setViewportSize({ width: 1440, height: 900 });
    await link.click();
    const viewer = page.getByRole('dialog', { name: /佐证 1/ });
    await viewer.getByText('正在打开…').waitFor({ state: 'detached' });
    const frame = page.frames().find((each) => file.test(each.url()));
    expect(frame).toBeDefined();
    await meeting.look(page, 'evidence-beside-1440');
    await page.setViewportSize({ width: 390, height: 844 });
    await meeting.look(page, 'evidence-beside-390');
    await page.setViewportSize({ width: 1440, height: 900 });
    await reason.fill('边看边写');
    expect(await reason.inputValue()).toBe('边看边写');
    await page.keyboard.press('Escape');
    await viewer.waitFor({ state: 'detached' });
    expect(await link.evaluate((each) => each === document.activeElement)).toBe(true);
    meeting.expectQuiet();
  });
});
