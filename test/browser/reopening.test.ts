import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { parsePoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { Outsider } from '../protocol/outsider.ts';
import { lookAround } from './looks.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';

const script = scriptOf(zhongshan2019, '中山 2019');
const leaves = leavesOf(zhongshan2019.framework);
let meeting: Meeting;
const people: Record<string, Outsider> = {};

beforeAll(async () => {
  meeting = await Meeting.open();
  await meeting.create('中山 2019');
  await meeting.invite();
  for (const seat of ['secretary', 'e1', 'e2', 'e3', 'e4', 'e5'])
    people[seat] = await Outsider.join(meeting.server.url, meeting.invitation(seat).code);
  await people['secretary']!.act({ type: 'open-round' });
  for (const seat of ['e1', 'e2', 'e3', 'e4', 'e5']) {
    const person = people[seat]!;
    await person.until((view) => view['phase'] === 'scoring');
    const doc = await person.open(`${seat}.r1`);
    for (const [index, line] of script.cards[seat]!.entries()) {
      doc.getMap('scores').set(leaves[index]!.id, parsePoints(line.score)!);
      doc.getText(`reason:${leaves[index]!.id}`).insert(0, line.reason);
    }
    await person.handIn();
  }
  await people['e1']!.act({ type: 'reveal', without: [] });
  const decisions = script.decisions.map(({ score, reason }, index) => ({
    ...{ leaf: leaves[index]!.id, score: parsePoints(score)!, reason },
  }));
  await people['e1']!.act({ type: 'decide', decisions });
  await people['e1']!.act({ type: 'conclude' });
});
afterAll(async () => {
  for (const person of Object.values(people)) person.close();
  await meeting.close();
});

/** Draws a few strokes on the pad with the mouse. */
async function signByHand(page: Page, strokes: [number, number][][]): Promise<void> {
  const pad = page.getByRole('img', { name: /^手写签名区/ });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = (await pad.boundingBox())!;
  for (const [first, ...rest] of strokes) {
    await page.mouse.move(x + first![0] * width, y + first![1] * height);
    await page.mouse.down();
    for (const [dx, dy] of rest) await page.mouse.move(x + dx * width, y + dy * height);
    await page.mouse.up();
  }
}

const NAME: [number, number][][] = [
  [
    [0.2, 0.3],
    [0.35, 0.28],
    [0.5, 0.25],
  ],
  [
    [0.35, 0.15],
    [0.33, 0.5],
    [0.22, 0.75],
  ],
  [
    [0.4, 0.4],
    [0.5, 0.6],
    [0.62, 0.7],
  ],
];

describe.sequential('signatures by hand, a seal, and a result that is reopened by two', () => {
  test('an expert signs with strokes, another by keyboard alone', async () => {
    const page = await meeting.join('e4');
    await signByHand(page, [
      ...NAME,
      [
        [0.8, 0.8],
        [0.9, 0.8],
      ],
    ]);
    await page.getByRole('button', { name: '撤销一笔' }).click();
    await meeting.look(page, 'signing-by-hand');
    await page.getByRole('button', { name: '签字', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '签字', exact: true }).click();
    await page.getByText('您已签字。').waitFor();
    expect(await page.locator('li .ink path').count()).toBe(1);
    const signatures = people['e4']!.view['signatures'] as { seat: string; ink: number[][] }[];
    expect(signatures.find(({ seat }) => seat === 'e4')!.ink).toHaveLength(NAME.length);

    const other = await meeting.join('e5');
    await other.getByRole('button', { name: '签字', exact: true }).focus();
    await other.keyboard.press('Enter');
    await other.getByRole('dialog').getByRole('button', { name: '签字', exact: true }).focus();
    await other.keyboard.press('Enter');
    await other.getByText('您已签字。').waitFor();
    expect(await other.locator('li .ink path').count()).toBe(1);
  });

  test('after the seal the secretary asks with a reason, and the chair approves', async () => {
    await people['e1']!.act({ type: 'seal', without: ['e1', 'e2', 'e3'] });
    const secretary = meeting.pages['secretary']!;
    await secretary.getByRole('button', { name: '申请重新开启' }).click();
    await secretary
      .getByRole('textbox', { name: '重新开启的理由' })
      .fill('项目质量可控性的扣分依据有误，审计报告已补正。');
    await secretary.getByRole('button', { name: '申请重新开启' }).click();
    await secretary.getByRole('dialog').getByRole('button', { name: '申请重新开启' }).click();
    await secretary.getByRole('button', { name: '撤回申请' }).waitFor();
    await lookAround(meeting, secretary, 'reopening-asked', { at: 'text=/撤回申请|Withdraw/' });

    const chair = await meeting.join('e1');
    await chair.getByRole('tab', { name: '组长台' }).click();
    await chair.getByText('项目质量可控性的扣分依据有误').first().waitFor();
    await chair.getByRole('button', { name: '批准重新开启' }).scrollIntoViewIfNeeded();
    await meeting.look(chair, 'reopening-approval');
    await chair.getByRole('button', { name: '批准重新开启' }).click();
    await chair.getByRole('dialog').getByRole('button', { name: '批准重新开启' }).click();
    await chair.getByRole('button', { name: '形成结论' }).waitFor();

    const expertPage = meeting.pages['e4']!;
    await expertPage.getByText('评审已重新开启').waitFor();
    await expertPage.getByText(/您在其上的签字不再有效/).waitFor();
    await lookAround(meeting, expertPage, 'reopened-expert', {
      at: 'text=/评审已重新开启|The panel was reopened/',
    });
  });

  test('decided, concluded and sealed again; the earlier result is listed and printed', async () => {
    const leaf = leaves[script.decisions.findIndex(({ score }) => score === '0')]!;
    await people['e1']!.act({
      type: 'decide',
      decisions: [{ leaf: leaf.id, score: leaf.points, reason: '' }],
    });
    await people['e1']!.act({ type: 'conclude' });
    const page = meeting.pages['e4']!;
    await signByHand(page, NAME);
    await page.getByRole('button', { name: '签字', exact: true }).click();
    await page.getByRole('dialog').getByRole('button', { name: '签字', exact: true }).click();
    await page.getByText('您已签字。').waitFor();
    await people['e1']!.act({ type: 'seal', without: ['e1', 'e2', 'e3', 'e5'] });

    const secretary = meeting.pages['secretary']!;
    await meeting.openResult(secretary, 'reopened');
    expect(await meeting.print(secretary, 'reopened', '此前结果')).toBeGreaterThan(0);
    expect(meeting.printed).toContain('第 1 次结果（已作废）');
    expect(meeting.printed).toContain('审计报告已补正');
    await secretary.getByText('第 1 次结果').first().waitFor();
    await lookAround(meeting, secretary, 'reopened-result', {
      at: 'text=/此前的结果|Earlier results/',
    });
    meeting.expectQuiet();
  });
});
