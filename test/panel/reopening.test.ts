import { describe, expect, test } from 'vitest';
import { fenceOf } from '../../shared/panel/fence.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import type { Command } from '../../shared/panel/commands.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const HEAD = 'f'.repeat(64);
const EXPERTS = ['e1', 'e2', 'e3', 'e4', 'e5'];
const request: Command = { type: 'request-reopening', reason: ' 丙指标漏扣两分 ' };
const approve: Command = { type: 'approve-reopening' };
const decline: Command = { type: 'decline-reopening' };

const revealed = (): Story =>
  new Story()
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] });
const concluded = (): Story => revealed().decidesAll().does('e1', { type: 'conclude' });
const sealed = (): Story => {
  const story = concluded();
  story.does('e1', { type: 'sign', dissent: '' });
  story.does('e2', { type: 'sign', dissent: '不同意丙' });
  return story.does('e1', { type: 'seal', without: ['e3', 'e4', 'e5'] });
};

describe('reopening', () => {
  test('[RP1] secretary or chair ask, with a reason, once the panel has concluded', () => {
    for (const story of [concluded(), sealed()])
      for (const seat of ['secretary', 'e1']) expect(story.asks(seat, request)).toBe('accepted');
    expect(sealed().asks('e2', request)).toBe('not-your-role');
    expect(sealed().asks('projection', request)).toBe('not-your-role');
    expect(revealed().asks('secretary', request)).toBe('wrong-phase');
    const empty: Command = { type: 'request-reopening', reason: '  ' };
    expect(sealed().asks('secretary', empty)).toBe('reopening-unreasoned');
    const asked = sealed().does('secretary', request);
    expect(asked.asks('secretary', request)).toBe('reopening-pending');
    expect(asked.asks('e1', request)).toBe('reopening-pending');
  });

  test.each([
    ['secretary', 'e1'],
    ['e1', 'secretary'],
  ])('[RP3] what %s asks only %s approves', (asks, answers) => {
    const story = sealed();
    expect(story.asks(answers, approve)).toBe('no-reopening');
    story.does(asks, request);
    expect(story.asks(asks, approve)).toBe('second-person-needed');
    expect(story.asks('e2', approve)).toBe('not-your-role');
    expect(story.asks(answers, approve)).toBe('accepted');
  });

  test('[RP2] declined or withdrawn, the result stands as it was', () => {
    for (const seat of ['secretary', 'e1']) {
      const story = sealed();
      const before = viewFor(story.state, 'e3', HEAD)!;
      story.does('secretary', request).does(seat, decline);
      expect(story.asks(seat, decline)).toBe('no-reopening');
      const after = viewFor(story.state, 'e3', HEAD)!;
      expect({ ...after, version: 0 }).toEqual({ ...before, version: 0 });
      expect(story.asks('e1', request)).toBe('accepted');
    }
    expect(sealed().asks('secretary', decline)).toBe('no-reopening');
    expect(sealed().does('secretary', request).asks('e3', decline)).toBe('not-your-role');
  });

  test('[RP4] approved, the panel deliberates again with its sheet, and the result is kept', () => {
    const story = sealed();
    const before = story.state;
    story.does('secretary', request).does('e1', approve);
    const { state } = story;
    if (state.phase !== 'revealed' || before.phase !== 'sealed') throw new Error('other phases');
    expect(state.sheet).toEqual(before.sheet);
    for (const key of ['outcome', 'signatures', 'seal', 'reopening'])
      expect(state).not.toHaveProperty(key);
    expect(state.earlier).toEqual([
      {
        number: 1,
        total: 30_00,
        grade: before.outcome.grade,
        concludedAt: before.outcome.at,
        decisions: before.sheet.decisions,
        signatures: before.signatures,
        seal: { ...before.seal, head: HEAD },
        reopened: {
          by: 'secretary',
          at: expect.any(String),
          reason: '丙指标漏扣两分',
          approvedBy: 'e1',
          approvedAt: expect.any(String),
        },
      },
    ]);
    expect(story.entries.at(-1)?.fact).toEqual({
      ...{ type: 'reopened', number: 1, total: 30_00, grade: before.outcome.grade, head: HEAD },
    });
  });

  test('[RP4] it is decided, concluded, signed and sealed again, and can be reopened again', () => {
    const story = sealed().does('secretary', request).does('e1', approve);
    expect(story.asks('e2', { type: 'sign', dissent: '' })).toBe('wrong-phase');
    story.does('e1', {
      type: 'decide',
      decisions: [{ leaf: 'c', score: 8_00, reason: '漏扣两分' }],
    });
    story.does('e1', { type: 'conclude' });
    // Whoever had signed signs again: it is another result.
    for (const seat of EXPERTS) story.does(seat, { type: 'sign', dissent: '' });
    story.does('e1', { type: 'seal', without: [] });
    if (story.state.phase !== 'sealed') throw new Error('not sealed');
    expect(story.state.outcome.total).toBe(28_00);
    expect(story.state.earlier.map(({ total }) => total)).toEqual([30_00]);
    story.does('e1', request).does('secretary', approve);
    expect(story.state.earlier.map(({ number, total }) => [number, total])).toEqual([
      [1, 30_00],
      [2, 28_00],
    ]);
    expect(story.state.earlier[0]!.decisions['c']!.score).toBe(10_00);
    expect(story.entries.reduce<PanelState | null>(evolve, null)).toEqual(story.state);
  });

  test('a concluded panel that nobody sealed is kept without a seal', () => {
    const story = concluded().does('e3', { type: 'sign', dissent: '' });
    story.does('e1', request).does('secretary', approve);
    expect(story.state.earlier[0]).toMatchObject({ seal: null, signatures: [{ seat: 'e3' }] });
    expect(story.entries.at(-1)?.fact).toMatchObject({ head: null });
  });

  test('[PH1] while a reopening is asked for, nothing else changes a sealed panel', () => {
    const story = sealed().does('secretary', request);
    const wishes: [string, Command][] = [
      ['e3', { type: 'sign', dissent: '' }],
      ['e1', { type: 'decide', decisions: [{ leaf: 'c', score: 8_00, reason: '改' }] }],
      ['secretary', { type: 'void-link', seat: 'e2' }],
      ['e1', { type: 'seal', without: EXPERTS }],
    ];
    for (const [seat, wish] of wishes) expect(story.asks(seat, wish)).toBe('panel-sealed');
  });

  test('a request survives the seal that comes before its answer', () => {
    const story = concluded().does('secretary', request);
    story.does('e1', { type: 'seal', without: EXPERTS }).does('e1', approve);
    expect(story.state.earlier[0]!.seal).not.toBeNull();
  });

  test('[FE1] one answer lands: a signature, a seal and a second answer race the approval', () => {
    const approval = fenceOf({ type: 'reopened', number: 1, total: 0, grade: '', head: null });
    const moved = (bumps: string[]) => approval.expects.some((counter) => bumps.includes(counter));
    const rivals = [
      fenceOf({ type: 'signed', seat: 'e3', dissent: '' }),
      fenceOf({ type: 'sealed', without: [], total: 0, grade: '' }),
      fenceOf({ type: 'reopening-declined' }),
      fenceOf({ type: 'reopening-requested', reason: 'x' }),
    ];
    for (const { bumps } of rivals) expect(moved(bumps)).toBe(true);
    for (const { expects } of rivals)
      expect(expects.some((counter) => approval.bumps.includes(counter))).toBe(true);
  });

  test('[EV1] a reopening that nobody asked for moves only the position', () => {
    const story = sealed();
    const stray = evolve(story.state, {
      ...{ position: 99, at: '2026-01-02T00:00:00.000Z', actor: 'e1', bumps: [] },
      fact: { type: 'reopened', number: 1, total: 0, grade: '', head: null },
    });
    expect(stray).toEqual({ ...story.state, position: 99 });
  });
});

describe('who sees a reopening', () => {
  test('[VW5] people, by name; the projection not at all', () => {
    const story = sealed().does('secretary', request);
    for (const seat of ['e1', 'e3', 'secretary'])
      expect(viewFor(story.state, seat, HEAD)).toMatchObject({
        reopening: { by: 'secretary', reason: '丙指标漏扣两分' },
        seal: { entries: story.entries.length - 1 },
        earlier: [],
      });
    expect(JSON.stringify(viewFor(story.state, 'projection', HEAD))).not.toMatch(/丙指标|reopen/);
    story.does('e1', approve);
    expect(viewFor(story.state, 'e3', HEAD)).toMatchObject({
      outcome: null,
      reopening: null,
      earlier: [
        {
          number: 1,
          total: 30_00,
          seal: { head: HEAD },
          signatures: [{ name: '专家一' }, { name: '专家二', dissent: '不同意丙' }, {}, {}, {}],
          reopened: { by: 'secretary', approvedBy: 'e1', approverName: '专家一' },
        },
      ],
    });
    expect(JSON.stringify(viewFor(story.state, 'projection', HEAD))).not.toMatch(
      /专家|不同意|earlier/,
    );
  });

  test('in an anonymous panel it names nobody who scored what', () => {
    const rules = { ...smallSetup().rules, anonymity: 'anonymous' as const };
    const story = new Story(smallSetup({ rules }))
      .does('secretary', { type: 'open-round' })
      .allScore((seat) => (seat === 'e2' ? 17_50 : 10_00))
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll()
      .does('e1', { type: 'conclude' })
      .does('secretary', request)
      .does('e1', approve);
    const view = viewFor(story.state, 'e4', HEAD)! as unknown as { earlier: object[] };
    expect(JSON.stringify(view.earlier)).not.toContain('1750');
  });
});
