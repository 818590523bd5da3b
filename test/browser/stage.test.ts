import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { zhongshan2019 } from '../../shared/framework/presets/zhongshan-2019.ts';
import { leavesOf } from '../../shared/framework/tree.ts';
import { TcpProxy } from '../kit/tcp-proxy.ts';
import { Cast } from './cast.ts';
import { Meeting } from './meeting.ts';
import { scriptOf } from './scripts.ts';

/** The chair leads the wall from the console; the wall stands what happens to walls. */
let meeting: Meeting;
let cast: Cast;
let cable: TcpProxy;
let chair: Page;
let wall: Page;
const leaves = leavesOf(zhongshan2019.framework);
const LAPTOP = { width: 1440, height: 900 };
const WALL = { width: 1280, height: 720 };

beforeAll(async () => {
  meeting = await Meeting.open();
  cable = await TcpProxy.start(meeting.server.port);
  cast = new Cast(meeting);
  await meeting.create('中山 2019');
  await meeting.invite();
  await cast.join('secretary', 'e1', 'e2', 'e3', 'e4', 'e5');
  chair = await meeting.join('e1', LAPTOP);
  wall = await meeting.device('projection', WALL);
  const { pathname, hash } = new URL(meeting.invitation('projection').link);
  await wall.goto(`http://127.0.0.1:${cable.port}${pathname}${hash}`);
});
afterAll(async () => {
  cast.close();
  await cable.stop();
  await meeting.close();
});

/** What the wall says; a slide that is fading out is still there for a moment. */
const onWall = (text: string | RegExp) => wall.getByText(text).first().waitFor();
const controls = () => chair.getByRole('region', { name: '投屏' });
const shows = (text: string | RegExp) => controls().getByRole('status').getByText(text).waitFor();

test('the wall follows the meeting until somebody leads it', async () => {
  await onWall('位专家已到场');
  await shows('跟随进程：欢迎与入席');
  await cast.act('secretary', { type: 'open-round' });
  const script = scriptOf(zhongshan2019, '中山 2019');
  for (const [seat, lines] of Object.entries(script.cards)) await cast.score(seat, leaves, lines);
  await chair.getByRole('tab', { name: '组长台' }).click();
  await shows('跟随进程：评分进度');
  await controls().getByRole('combobox').selectOption('欢迎与入席');
  await shows('手动投放：欢迎与入席');
  await onWall('位专家已到场');
});

test('what was led gives way to the reveal', async () => {
  await cast.act('e1', { type: 'reveal', without: [] });
  await onWall('已揭示');
  await shows('跟随进程：分歧总览');
});

test('by key: from the overview through the steps of an indicator, and back', async () => {
  const name = leaves[0]!.path.at(-1)!;
  await chair.getByRole('heading', { name: '投屏' }).click();
  await chair.keyboard.press('ArrowRight');
  await shows(`手动投放：逐项揭示 · ${name}`);
  await wall.getByRole('heading', { level: 1, name }).waitFor();
  await wall.getByRole('img', { name: '评分尚未展示' }).waitFor();
  await chair.keyboard.press('ArrowRight');
  await wall.getByRole('img', { name: /无分歧/ }).waitFor();
  expect(await wall.getByText(/^合成值（/).isVisible()).toBe(false);
  await chair.keyboard.press('PageDown');
  await onWall(/^合成值（/);
  await meeting.look(chair, 'console-leading');
  await chair.keyboard.press('ArrowRight');
  await shows(`手动投放：逐项揭示 · ${leaves[1]!.path.at(-1)!}`);
  for (let step = 0; step < 4; step++) await chair.keyboard.press('ArrowLeft');
  await shows('手动投放：分歧总览');
  await chair.keyboard.press('f');
  await shows('跟随进程：分歧总览');
});

test('who types keeps the keys: a B in a reason darkens nothing', async () => {
  await chair.getByRole('button', { name: '从分歧最大的开始' }).click();
  const reason = chair.getByRole('textbox', { name: '扣分理由' });
  await reason.pressSequentially('b.f');
  await shows(/^跟随进程：讨论/);
  await reason.press('Escape');
});

test('one key turns the wall dark, at the console or at the wall itself', async () => {
  await chair.keyboard.press('b');
  await onWall('投屏已暂停');
  await shows(/^已黑屏/);
  await chair.keyboard.press('.');
  await wall.getByText('投屏已暂停').waitFor({ state: 'detached' });
  await wall.keyboard.press('.');
  await onWall('投屏已暂停');
  await shows(/^已黑屏/);
  await meeting.look(wall, 'wall-dark');
  await wall.keyboard.press('b');
  await wall.getByText('投屏已暂停').waitFor({ state: 'detached' });
  await shows(/^跟随进程/);
});

test('cut off: the wall says so, keeps its slide, can be darkened, and comes back by itself', async () => {
  const name = await wall.getByRole('heading', { level: 1 }).first().innerText();
  cable.unplug();
  await onWall('连接已断开，正在重连');
  await onWall(/^画面停在 \d\d:\d\d，不是实时$/);
  expect(await wall.getByRole('heading', { level: 1 }).first().innerText()).toBe(name);
  await meeting.look(wall, 'wall-cut');
  await wall.keyboard.press('b');
  await wall.locator('.blank').waitFor();
  await wall.keyboard.press('b');
  await wall.locator('.blank').waitFor({ state: 'detached' });
  await cast.act('e1', {
    ...{ type: 'set-stage', blank: false, led: { slide: 'decisions', leaf: null, step: 0 } },
  });
  cable.plugIn();
  await onWall('合议定分');
  await onWall('实时');
  expect(await wall.getByText('连接已断开').count()).toBe(0);
  // Only the cut itself is complained of.
  const heard = meeting.complaints['projection']!.splice(0);
  expect(heard.filter((line) => !line.includes('ERR_CONNECTION'))).toEqual([]);
});

test('slides cross-fade where motion is welcome, and change at once where it is not', async () => {
  const layers = wall.locator('.layer');
  const change = async (slide: string): Promise<void> => {
    await cast.act('e1', {
      ...{ type: 'set-stage', blank: false, led: { slide, leaf: null, step: 0 } },
    });
  };
  await expect.poll(() => layers.count()).toBe(1);
  await wall.emulateMedia({ reducedMotion: 'no-preference' });
  // Both slides are there for a moment, and nothing but paper is behind them.
  const fading = wall.waitForFunction(() => {
    const found = [...document.querySelectorAll('.layer')].filter(
      (one) => one.getAnimations().length,
    );
    const paper = getComputedStyle(document.querySelector('.screen')!).backgroundColor;
    return found.length === 2 && paper;
  });
  await change('overview');
  expect(await (await fading).jsonValue()).toBe('rgb(251, 248, 241)');
  await expect.poll(() => layers.count()).toBe(1);
  await wall.emulateMedia({ reducedMotion: 'reduce' });
  await wall.evaluate(() => {
    const moves: string[] = [];
    Object.assign(globalThis, { moves });
    const look = (): void => {
      for (const { playState, effect } of document.getAnimations())
        if (playState === 'running' && Number(effect?.getTiming().duration) > 0)
          moves.push('moved');
      requestAnimationFrame(look);
    };
    requestAnimationFrame(look);
  });
  await change('decisions');
  await onWall('合议定分');
  await expect.poll(() => layers.count()).toBe(1);
  expect(await wall.evaluate(() => (globalThis as unknown as { moves: string[] }).moves)).toEqual(
    [],
  );
});

test('a decision falls into place on its indicator, then the tree fills', async () => {
  await chair.keyboard.press('f');
  await shows(/^跟随进程/);
  const [first] = leaves;
  await cast.act('e1', { type: 'discuss', leaf: first!.id });
  await wall.getByRole('heading', { level: 1, name: first!.path.at(-1)! }).waitFor();
  await cast.act('e1', {
    ...{ type: 'decide', decisions: [{ leaf: first!.id, score: first!.points, reason: '' }] },
  });
  await onWall(/^定分$/);
  await onWall('合议定分');
  await onWall('已定 1 / 18 项');
  meeting.expectQuiet();
});
