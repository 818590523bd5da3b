import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Invitation } from '../../shared/wire/http.ts';
import { SMALL } from '../kit/panel.ts';
import { SittingOutsider } from '../protocol/sitting-outsider.ts';
import { Meeting } from './meeting.ts';

const SEATS = ['e1', 'e2', 'e3', 'e4', 'e5'];
const NAMES = ['农村公路养护补助', '社区矫正专项经费', '乡镇卫生院设备购置'];
/** One score for each of the three indicators (50, 30, 20 points): two projects come out alike. */
const SCORES = [
  ['45', '27', '18'],
  ['50', '28', '20'],
  ['45', '27', '18'],
];

let meeting: Meeting;
let sitting = '';
let invitations: Invitation[] = [];
beforeAll(async () => void (meeting = await Meeting.open()));
afterAll(() => meeting.close());
const page = (name: string): Page => meeting.pages[name]!;

test('the secretary prepares an agenda of three projects, once for all of them', async () => {
  const secretary = await meeting.device('secretary', { width: 1440, height: 900 });
  await secretary.goto(`/office#${meeting.server.officeSecret}`);
  await secretary.getByRole('radio', { name: '多个项目' }).check();
  await secretary.getByLabel('会议名称').fill('2024 年度重点项目绩效评价会');
  await secretary.getByRole('checkbox', { name: '会议结束时按总分排名' }).check();
  await meeting.look(secretary, 'agenda-start');
  await secretary.getByRole('button', { name: '新建会议' }).click();
  await secretary.waitForURL(/\/sitting\/sitting\w{16}\/secretary$/);
  sitting = new URL(secretary.url()).pathname.split('/')[2]!;
  await secretary.getByLabel('起始指标体系').waitFor();
  await meeting.look(secretary, 'agenda-empty');

  await secretary.getByLabel('起始指标体系').selectOption({ label: '空白' });
  const handles = secretary.getByRole('button', { name: /^移动“/ });
  for (let n = 1; n <= 3; n++) {
    await secretary.getByRole('button', { name: '添加项目' }).click();
    await expect.poll(() => handles.count()).toBe(n);
  }
  // The order by keyboard: the focus stays on the handle that moves.
  const strip = secretary.getByRole('navigation', { name: '议程' });
  for (const [index, name] of [NAMES[1]!, NAMES[0]!, NAMES[2]!].entries()) {
    await strip
      .getByRole('button')
      .nth(index + 1)
      .click();
    const field = secretary.getByRole('textbox', { name: '项目名称' });
    // The page of the project before stays until the new one is there.
    await expect.poll(() => field.inputValue()).toBe('');
    await field.fill(name);
    await field.blur();
    await strip.getByRole('button', { name }).waitFor();
  }
  await meeting.look(secretary, 'agenda-project-setup');
  await strip.getByRole('button', { name: '会议设置' }).click();
  const second = secretary.getByRole('button', { name: `移动“${NAMES[0]}”，第 2 个，共 3 个` });
  await second.focus();
  await secretary.keyboard.press('ArrowUp');
  await secretary.getByText(`“${NAMES[0]}”现在是第 1 个。`).waitFor();
  await expect
    .poll(() => secretary.evaluate(() => document.activeElement?.getAttribute('aria-label')))
    .toBe(`移动“${NAMES[0]}”，第 1 个，共 3 个`);
  // And by hand: the last goes to the top, and back.
  await drag(secretary, 2, 0);
  await strip.getByRole('button').nth(1).getByText(NAMES[2]!).waitFor();
  await drag(secretary, 0, 2);
  await strip.getByRole('button').nth(1).getByText(NAMES[0]!).waitFor();
  // People and rules are set here, once.
  const name = secretary.getByRole('textbox', { name: /姓名/ }).nth(1);
  await name.fill('专家乙');
  await name.blur();
  await expect.poll(() => secretary.getByText(/^已保存 \d/).count()).toBeGreaterThan(0);
  await meeting.look(secretary, 'agenda-desk');
  await frameworks(secretary);

  await secretary.goto(`/sitting/${sitting}/secretary/invitations`);
  await secretary.locator('.slip').nth(5).waitFor();
  expect(await secretary.locator('.slip').count()).toBe(6);
  await meeting.look(secretary, 'agenda-slips');
  await secretary.goto(`/sitting/${sitting}/secretary`);
});

/** A drag by the handles, as a mouse does it. */
async function drag(on: Page, from: number, to: number): Promise<void> {
  const handles = on.getByRole('button', { name: /^移动“/ });
  const [a, b] = [await handles.nth(from).boundingBox(), await handles.nth(to).boundingBox()];
  await on.mouse.move(a!.x + 10, a!.y + a!.height / 2);
  await on.mouse.down();
  await on.mouse.move(b!.x + 10, b!.y + (to < from ? 2 : b!.height - 2), { steps: 8 });
  await on.mouse.up();
}

/** The three small frameworks come from a program: typing tables is another walk's business. */
async function frameworks(secretary: Page): Promise<void> {
  const url = `${meeting.server.url}/api/sittings/${sitting}/secretary/invitations`;
  ({ invitations } = (await (await secretary.request.get(url)).json()) as {
    invitations: Invitation[];
  });
  const { code } = invitations.find(({ seat }) => seat === 'secretary')!;
  const program = await SittingOutsider.join(meeting.server.url, code);
  await program.until((view) => view['agenda'] !== undefined);
  for (const { panel } of program.view['agenda'] as { panel: string }[]) {
    const project = await program.project(panel);
    await project.act({
      ...{ type: 'edit-setup', section: 'framework', value: SMALL },
      base: project.paper['revision'],
    });
  }
  program.close();
}

test('everybody joins once', async () => {
  const sizes: Record<string, [number, number]> = {
    ...{ e1: [1440, 900], e2: [820, 1180], e3: [390, 844], e4: [1440, 900], e5: [1280, 800] },
    projection: [1920, 1080],
  };
  for (const [seat, [width, height]] of Object.entries(sizes)) {
    const device = await meeting.device(seat, { width, height });
    await device.goto(invitations.find((invitation) => invitation.seat === seat)!.link);
    await device.waitForURL(`${meeting.server.url}/sitting/${sitting}/${seat}`);
  }
  await page('projection').getByText('位专家已到场').waitFor();
  await page('projection').getByText(NAMES[0]!).waitFor();
  await meeting.look(page('projection'), 'agenda-projection-welcome');
  await meeting.look(page('e3'), 'agenda-waiting');
});

test('three projects, one after the other; everybody follows the chair', async () => {
  for (const [index, name] of NAMES.entries()) {
    if (index > 0) {
      await page('e1').getByRole('button', { name: '下一个项目' }).click();
      for (const seat of ['e2', 'e3', 'e4', 'e5'])
        await page(seat).getByRole('heading', { level: 1, name }).waitFor();
      await page('projection').getByRole('heading', { level: 1, name }).waitFor();
    }
    await project(SCORES[index]!, index === 0);
  }
  // Nobody has ever opened another address.
  for (const seat of [...SEATS, 'projection'])
    expect(page(seat).url()).toBe(`${meeting.server.url}/sitting/${sitting}/${seat}`);
});

/** One project from the start of the scoring to the seal, in six browsers. */
async function project(scores: string[], looks: boolean): Promise<void> {
  const chair = page('e1');
  if (await chair.getByRole('tab', { name: '组长台' }).isVisible())
    await chair.getByRole('tab', { name: '组长台' }).click();
  await chair.getByRole('button', { name: '开始评分' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '开始评分' }).click();
  await Promise.all(
    SEATS.map(async (seat) => {
      const script = scores.map((score) => ({ score, reason: '资料不全' }));
      await meeting.score(page(seat), script);
    }),
  );
  if (looks) {
    await meeting.look(page('e3'), 'agenda-card-phone');
    await meeting.look(page('e4'), 'agenda-card-laptop');
  }
  if (looks) await movedOnWhileOffline();
  for (const seat of SEATS) await meeting.handIn(page(seat));
  await chair.getByRole('button', { name: '揭示', exact: true }).click();
  if (looks) await movesOnTooEarly();
  await chair.getByRole('button', { name: '从分歧最大的开始' }).click();
  for (let count = 1; count <= 3; count++) {
    await chair.getByRole('button', { name: '定分', exact: true }).waitFor();
    const reason = chair.getByRole('textbox', { name: '扣分理由' });
    if ((await reason.inputValue()) === '') await reason.fill('资料不全');
    await chair.getByRole('textbox', { name: /^定分（/ }).press('Enter');
    await chair.getByText(/^已定分 /).waitFor();
    if (count < 3) await chair.keyboard.press('Enter');
  }
  await chair.getByRole('button', { name: '形成结论' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '形成结论' }).click();
  for (const seat of SEATS) {
    await page(seat).getByRole('button', { name: '签字', exact: true }).first().click();
    await page(seat).getByRole('dialog').getByRole('button', { name: /^签字/ }).click();
    await page(seat).getByText('您已签字').waitFor();
  }
  await chair.getByRole('button', { name: '封存', exact: true }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '封存' }).click();
  await chair.getByText('结果已封存').first().waitFor();
}

/** What an expert typed without a network is sent although the room has moved on meanwhile. */
async function movedOnWhileOffline(): Promise<void> {
  const [chair, expert] = [page('e1'), page('e5')];
  await expert.context().setOffline(true);
  await expert.getByText('连接已断开').first().waitFor();
  const reason = expert.getByRole('textbox', { name: /扣分理由/ });
  await reason.fill('断网时补充的理由');
  await expert
    .getByText(/仅在本机/)
    .first()
    .waitFor();
  await chair.getByRole('button', { name: '下一个项目' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '转到此项目' }).click();
  await chair.getByRole('heading', { level: 1, name: NAMES[1]! }).waitFor();
  await expert.context().setOffline(false);
  await expert.getByRole('heading', { level: 1, name: NAMES[1]! }).waitFor();
  await expert.getByText(`“${NAMES[0]}”还有内容只在本机`).waitFor({ state: 'detached' });
  // The browser's console tells of nothing but the missing network.
  const heard = meeting.complaints['e5']!.splice(0);
  expect(heard.filter((line) => !line.includes('ERR_INTERNET_DISCONNECTED'))).toEqual([]);

  // Another device of the same expert has it, so the server has it.
  const other = await meeting.device('e5-elsewhere', { width: 1280, height: 800 });
  await other.goto(invitations.find(({ seat }) => seat === 'e5')!.link);
  const strip = other.getByRole('navigation', { name: '议程' });
  await strip.getByRole('button', { name: NAMES[0]! }).click();
  await other.getByRole('button', { name: '表格' }).click();
  const texts = () =>
    other
      .locator('textarea')
      .evaluateAll((all) => all.map((each) => (each as HTMLTextAreaElement).value));
  await expect.poll(texts).toContain('断网时补充的理由');
  await other.context().close();

  await chair.getByRole('navigation', { name: '议程' }).getByText(NAMES[0]!).click();
  await chair.getByRole('button', { name: '转到此项目' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '转到此项目' }).click();
  await expert.getByRole('heading', { level: 1, name: NAMES[0]! }).waitFor();
}

/** The chair goes on before the seal, is asked, and comes back; nothing is lost. */
async function movesOnTooEarly(): Promise<void> {
  const chair = page('e1');
  await chair.getByRole('button', { name: '下一个项目' }).click();
  await meeting.look(chair, 'agenda-confirm');
  await chair.getByRole('dialog').getByRole('button', { name: '转到此项目' }).click();
  await page('e3').getByRole('heading', { level: 1, name: NAMES[1]! }).waitFor();
  // An expert looks back, and is told where the room is.
  const strip = page('e2').getByRole('navigation', { name: '议程' });
  await strip.getByRole('button', { name: NAMES[0]! }).click();
  await page('e2').getByText(`会议当前的项目是“${NAMES[1]}”`).waitFor();
  await page('e2').getByRole('heading', { level: 1, name: NAMES[0]! }).waitFor();
  await meeting.look(page('e2'), 'agenda-looking-back');
  // The chair calls the first project again, from its place in the agenda.
  await chair.getByRole('navigation', { name: '议程' }).getByText(NAMES[0]!).click();
  await chair.getByRole('heading', { level: 1, name: NAMES[0]! }).waitFor();
  await meeting.look(chair, 'agenda-console-elsewhere');
  await chair.getByRole('button', { name: '转到此项目' }).click();
  await chair.getByRole('dialog').getByRole('button', { name: '转到此项目' }).click();
  await page('e3').getByRole('heading', { level: 1, name: NAMES[0]! }).waitFor();
  await meeting.look(chair, 'agenda-console');
}

test('the ranking: ties share a rank; on the wall when the chair shows it, and on paper', async () => {
  const [chair, wall] = [page('e1'), page('projection')];
  await chair.getByRole('button', { name: '投屏显示排名' }).click();
  await wall.getByRole('rowheader', { name: NAMES[1]! }).waitFor();
  const ranks = await wall.locator('tbody tr').allInnerTexts();
  expect(ranks.map((row) => row.split(/\s+/))).toEqual([
    ['1', NAMES[1], '98.00', '优'],
    ['2', NAMES[0], '90.00', '优'],
    ['2', NAMES[2], '90.00', '优'],
  ]);
  await meeting.look(wall, 'agenda-projection-ranking');
  await wall.setViewportSize({ width: 1280, height: 720 });
  await meeting.look(wall, 'agenda-projection-ranking-720');
  await wall.keyboard.press('b');
  await wall.getByText('投屏已暂停').waitFor();
  await wall.keyboard.press('b');
  await wall.getByText('投屏已暂停').waitFor({ state: 'detached' });
  await chair.getByRole('button', { name: '收起排名' }).click();
  await wall.getByRole('rowheader', { name: NAMES[1]! }).waitFor({ state: 'detached' });

  const secretary = page('secretary');
  await secretary.getByRole('link', { name: '排名与记录' }).click();
  await secretary.locator('.sheet').first().waitFor();
  await meeting.look(secretary, 'agenda-ranking');
  const sheet = await secretary.locator('.sheet').first().innerText();
  expect(sheet).toContain('项目绩效评价排名表');
  expect(sheet).toContain('2024 年度重点项目绩效评价会');
  expect(sheet).not.toContain('草稿');
  await secretary.getByRole('tab', { name: '会议记录' }).click();
  await secretary.getByText(`组长 转到项目 ${NAMES[2]}`).first().waitFor();
  await meeting.look(secretary, 'agenda-record');
  meeting.expectQuiet();
});
