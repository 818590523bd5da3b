import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { formatPoints } from '../../shared/framework/points.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { Cast } from './cast.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';

/**
 * One meeting in which everything happens that is not quite usual: a card on paper, a recusal, an
 * objective indicator on which the experts differ, a second round, a dissent, a reopening. What it is
 * about goes through the screens; the other seats are programs.
 */
const script = scriptOf(zhongshan2019, '中山 2019');
const leaves = leavesOf(zhongshan2019.framework);
/** Decided by a fact: expert three reads it otherwise. */
const fact = leaves.find(({ nature }) => nature === 'objective')!;
const at = leaves.indexOf(fact);
const factName = fact.path.at(-1)!;
const agreed = script.cards['e1']![at]!;
const differing = { score: formatPoints(fact.points), reason: '' };
const EXPERTS = ['e1', 'e2', 'e3', 'e4', 'e5'];
const PROBLEM = '预算执行进度偏慢，效益缺少佐证。';
const DISSENT = '对资金使用效率性的扣分有保留。';

let meeting: Meeting;
let cast: Cast;
let secretary: Page;
let chair: Page;
let onPaper: Page;
let phone: Page;
/** An indicator that the chair has decided before somebody is recused from it. */
let recusedFrom = leaves[0]!;

beforeAll(async () => {
  meeting = await Meeting.open();
  secretary = await meeting.create(script.preset);
  await meeting.invite();
  cast = new Cast(meeting);
  await cast.join('secretary', ...EXPERTS);
  await cast.until('e1', (view) => view['joined'] === 5);
  await cast.act('secretary', { type: 'open-round' });
  const others = script.cards['e3']!.map((line, index) => (index === at ? differing : line));
  await Promise.all([
    cast.score('e1', leaves, script.cards['e1']!),
    cast.score('e3', leaves, others),
    cast.score('e4', leaves, script.cards['e4']!),
    cast.score('e5', leaves, script.cards['e5']!),
  ]);
  chair = await meeting.join('e1');
  onPaper = await meeting.join('e2');
  phone = await meeting.join('e3');
});
afterAll(async () => {
  cast.close();
  await meeting.close();
});

const press = (page: Page, name: string | RegExp) =>
  page
    .getByRole('button', { name, exact: typeof name === 'string' })
    .first()
    .click();
/** In the dialog that is open. */
const confirm = (page: Page, name: string) =>
  page.getByRole('dialog').getByRole('button', { name, exact: true }).click();

describe.sequential('a meeting in which the unusual happens', () => {
  test('the secretary keys in a card from paper; its expert compares it, and only then it counts', async () => {
    await press(secretary, /^代录纸质评分表\s*：专家二$/);
    await confirm(secretary, '开始代录');
    await onPaper.getByText('秘书正在代录您的纸质评分表').waitFor();
    expect(await onPaper.getByRole('button', { name: '交卷', exact: true }).count()).toBe(0);
    await secretary.getByRole('table').waitFor();
    const [fields, reasons] = ['score', 'reason'].map((cell) =>
      secretary.locator(`[data-card=${cell}]`),
    );
    for (const [index, { score, reason }] of script.cards['e2']!.entries()) {
      await fields!.nth(index).fill(score);
      if (reason) await reasons!.nth(index).fill(reason);
      await fields!.nth(index).press('Enter');
    }
    await meeting.look(secretary, 'paper-keyed-in');
    await press(secretary, '交卷');
    await secretary.getByText('已交卷，待第二人核对').waitFor();
    await chair.getByRole('banner').getByText('4 / 5 已交卷').waitFor();

    await onPaper.getByRole('heading', { name: '核对您的代录评分表' }).waitFor();
    await meeting.look(onPaper, 'paper-compare');
    await press(onPaper, '有出入，退回秘书');
    await secretary.getByText('代录中', { exact: true }).waitFor();
    const changed = fields!.nth(0);
    await expect.poll(() => changed.isEditable()).toBe(true);
    await changed.fill('5');
    await press(secretary, '交卷');
    await press(onPaper, '与原件一致，确认');
    await chair.getByRole('banner').getByText('5 / 5 已交卷').waitFor();
    await secretary.getByText('已交卷（代录已核对）').waitFor();
    await press(secretary, '返回评审进展');
  });

  test('an objective indicator on which the experts differ can’t be decided', async () => {
    await press(chair, '揭示');
    await press(chair, /^无分歧项全部采纳/);
    await confirm(chair, '全部定分');
    await chair.getByRole('button', { name: new RegExp(`^${factName}`) }).click();
    const says = chair.getByText('客观指标，评分一致后方可定分').first();
    await says.waitFor();
    await chair.getByText('代录', { exact: true }).first().waitFor();
    const decide = chair.getByRole('button', { name: '定分', exact: true });
    expect(await decide.isDisabled()).toBe(true);
    await meeting.look(chair, 'objective-blocked');
    await phone.getByText(`正在讨论：${factName}`).waitFor();
  });

  test('somebody is recused from a decided indicator: its decision falls open, n is 4', async () => {
    await cast.until('e1', ({ tally }) => (tally as { decided: number }).decided > 0);
    const { decisions } = cast.people['e1']!.view['tally'] as { decisions: object };
    recusedFrom = leaves.find(({ id }) => id in decisions)!;
    const name = recusedFrom.path.at(-1)!;
    await secretary.getByText('回避', { exact: true }).first().click();
    await press(secretary, '登记回避');
    const form = secretary.getByRole('dialog');
    await form.getByRole('combobox', { name: '专家' }).selectOption('专家五');
    await form.getByRole('radio', { name: '部分指标' }).check();
    await form.getByRole('checkbox', { name }).check();
    await form.getByRole('textbox', { name: '回避的理由' }).fill('参与过前期论证');
    await form.getByText(`以下 1 项的定分随之取消，须重新定分：${name}`).waitFor();
    await meeting.look(secretary, 'recusal-form');
    await confirm(secretary, '登记回避');
    await secretary.getByText('参与过前期论证').first().waitFor();
    await cast.until(
      'e1',
      ({ tally }) => !(recusedFrom.id in (tally as typeof tally & { decisions: object }).decisions),
    );
    const spreads = cast.people['e1']!.view['spreads'] as { leaf: string; n: number }[];
    expect(spreads.find(({ leaf }) => leaf === recusedFrom.id)).toMatchObject({ n: 4 });
  });

  test('a second round on the objective one: the last stands beside the score, and they agree', async () => {
    await press(chair, '再评一轮');
    const form = chair.getByRole('dialog');
    await form.getByRole('button', { name: '全不选' }).click();
    await expect
      .poll(() => form.getByRole('button', { name: '开启第 2 轮' }).isDisabled())
      .toBe(true);
    await form.getByRole('checkbox', { name: new RegExp(`^${factName}`) }).check();
    await meeting.look(chair, 'round-2-opening');
    await confirm(chair, '开启第 2 轮');
    await phone.getByRole('heading', { name: '上一轮（第 1 轮）' }).waitFor();
    await phone.getByText('第 1 项，共 1 项').waitFor();
    const last = phone.getByRole('region', { name: '上一轮（第 1 轮）' });
    expect(await last.innerText()).toContain('全组 5 人');
    await meeting.look(phone, 'round-2-card-phone');
    await meeting.look(chair, 'round-2-card-chair');
    for (const seat of ['e1', 'e2', 'e4', 'e5']) {
      const person = cast.people[seat]!;
      const doc = await person.open(`${seat}.r2`);
      doc.getMap('scores').set(fact.id, Number(agreed.score) * 100);
      doc.getText(`reason:${fact.id}`).insert(0, agreed.reason);
      await person.handIn();
    }
    await phone.getByRole('textbox', { name: /^得分/ }).fill(agreed.score);
    await phone.getByRole('textbox', { name: /^扣分理由/ }).fill(agreed.reason);
    await meeting.handIn(phone);
    await press(chair, '揭示');
    await chair.getByRole('button', { name: new RegExp(`^${factName}`) }).click();
    await chair.getByText('第 1 轮至第 2 轮：5 人中 1 人改分').waitFor();
    await cast.until('e1', (view) => view['phase'] === 'revealed');
    const spreads = cast.people['e1']!.view['spreads'] as { leaf: string; round: number }[];
    expect(spreads.filter(({ round }) => round === 2).map(({ leaf }) => leaf)).toEqual([fact.id]);
    await chair.getByText(`专家三 ${differing.score} → ${agreed.score}`).waitFor();
    await meeting.look(chair, 'round-2-console');
    await phone.getByText('第 1 轮至第 2 轮：5 人中 1 人改分').first().waitFor();
    await chair.getByRole('textbox', { name: '扣分理由' }).fill(agreed.reason);
    await press(chair, '定分');
    await chair.getByText(/^已定分 /).waitFor();
  });

  test('concluded, and signed with a dissent; then reopened by two people', async () => {
    await decideTheRest();
    await secretary.getByRole('link', { name: '指标分析' }).first().click();
    const problems = secretary.getByRole('textbox', { name: '主要问题 的文字' });
    await problems.fill(PROBLEM);
    await secretary.getByText(/^秘书 .* 已保存$/).waitFor();
    await meeting.look(secretary, 'analysis-written');
    await secretary.goBack();
    await press(chair, '形成结论');
    await confirm(chair, '形成结论');
    const dissenter = await meeting.join('e4');
    await press(dissenter, '我有保留意见');
    await dissenter.getByRole('textbox', { name: '保留意见' }).fill(DISSENT);
    await press(dissenter, '签字并保留意见');
    await dissenter.getByRole('dialog').getByRole('button', { name: /^签字/ }).click();
    await dissenter.getByText('您已签字').waitFor();
    for (const seat of ['e1', 'e2', 'e3', 'e5'])
      await cast.act(seat, { type: 'sign', dissent: '' });
    await cast.act('e1', { type: 'seal', without: [] });

    await press(secretary, '申请重新开启');
    await secretary.getByRole('textbox', { name: '重新开启的理由' }).fill('审计报告已补正');
    await press(secretary, '申请重新开启');
    await confirm(secretary, '申请重新开启');
    await press(chair, '批准重新开启');
    await confirm(chair, '批准重新开启');
    await dissenter.getByText('评审已重新开启').waitFor();
  });

  test('the second result prints all of it: n = 4 and why, the paper card, the earlier result', async () => {
    await cast.act('e1', { type: 'conclude' });
    for (const seat of EXPERTS)
      await cast.act(seat, { type: 'sign', dissent: seat === 'e4' ? DISSENT : '' });
    await cast.act('e1', { type: 'seal', without: [] });
    await meeting.openResult(chair, 'unusual');
    let printed = '';
    for (const tab of ['意见表', '此前结果']) {
      await meeting.print(chair, `unusual-${tab}`, tab);
      printed += meeting.printed.replace(/\s+/g, '');
    }
    await chair.getByRole('tab', { name: '指标分析' }).click();
    await chair.getByText(PROBLEM).first().waitFor();
    expect(printed).toMatch(/n[=＝]4/);
    for (const words of ['参与过前期论证', '专家二（第1轮）代录，由专家二核对', DISSENT, '作废'])
      expect(printed).toContain(words);
    meeting.expectQuiet();
  });
});

/** What is still open, at the policy's value. */
async function decideTheRest(): Promise<void> {
  const { view } = cast.people['e1']!;
  const spreads = view['spreads'] as { leaf: string; value: number; edition: number }[];
  const { decisions } = view['tally'] as { decisions: object };
  const open = spreads.filter(({ leaf }) => !(leaf in decisions));
  await cast.act('e1', {
    type: 'decide',
    decisions: open.map(({ leaf, value, edition }) => ({
      ...{ leaf, score: value, base: edition },
      reason: '经合议按多数意见扣分',
    })),
  });
}
