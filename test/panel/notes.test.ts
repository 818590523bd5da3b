import { describe, expect, test } from 'vitest';
import { checkChanges, mayEdit, mayRead } from '../../shared/panel/admission.ts';
import { evolve } from '../../shared/panel/evolve.ts';
import { fenceOf } from '../../shared/panel/fence.ts';
import type { PanelState } from '../../shared/panel/state.ts';
import { NOTES } from '../../shared/panel/terms.ts';
import { MAX_REASON } from '../../shared/scorecard/terms.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { Story, smallSetup } from '../kit/panel.ts';

const scoring = () => new Story().does('secretary', { type: 'open-round' });
const revealed = (setup = smallSetup()) =>
  new Story(setup)
    .does('secretary', { type: 'open-round' })
    .allScore()
    .does('e1', { type: 'reveal', without: [] });

describe('who may take notes', () => {
  test('[AD1] the secretary alone', () => {
    const { state } = revealed();
    expect(mayEdit(state, 'secretary', NOTES)).toBeNull();
    for (const seat of ['e1', 'e2', 'projection', 'chair'])
      expect(mayEdit(state, seat, NOTES)).toEqual({ code: 'not-your-role' });
    expect(mayRead(state, 'secretary', NOTES)).toBe(true);
    expect(mayRead(state, 'e1', NOTES)).toBe(false);
  });

  test('[AD8] from the reveal to the conclusion', () => {
    expect(mayEdit(scoring().state, 'secretary', NOTES)).toEqual({ code: 'wrong-phase' });
    expect(mayRead(scoring().state, 'secretary', NOTES)).toBe(false);
    const concluded = revealed().decidesAll().does('e1', { type: 'conclude' });
    expect(mayEdit(concluded.state, 'secretary', NOTES)).toEqual({ code: 'wrong-phase' });
    expect(mayRead(concluded.state, 'secretary', NOTES)).toBe(true);
  });

  test('[AD9] words only, on known indicators, within their length', () => {
    const { state } = revealed();
    const check = (change: object) => checkChanges(state, NOTES, [{ leaf: 'a', ...change }], {});
    expect(check({ reason: '资料不齐' })).toBeNull();
    expect(check({ mark: { score: 10_00 } })).toEqual({ code: 'notes-without-scores' });
    expect(check({ basis: { deductions: [{ amount: 50, reason: 'x' }] } })).toEqual({
      code: 'notes-without-scores',
    });
    expect(check({ mark: 'abstained' })).toEqual({ code: 'notes-without-scores' });
    expect(check({ reason: '长'.repeat(MAX_REASON + 1) })).toEqual({ code: 'text-too-long' });
    expect(checkChanges(state, NOTES, [{ leaf: 'x', reason: '' }], {})).toEqual({
      code: 'unknown-indicator',
    });
  });
});

describe('what becomes of them', () => {
  const taken = () =>
    revealed().edits(
      'secretary',
      [
        { leaf: 'a', reason: ' 专家认为佐证不足。 ' },
        { leaf: 'b', reason: '  ' },
      ],
      NOTES,
    );

  test('[NT2] the conclusion freezes those with words in them', () => {
    const story = taken().decidesAll().does('e1', { type: 'conclude' });
    expect(story.entries.at(-1)?.fact).toMatchObject({
      type: 'concluded',
      notes: { a: '专家认为佐证不足。' },
    });
  });

  test('[NT2] an edit that races the conclusion is refused by the fence, or in it', () => {
    const fact = { type: 'concluded' as const, total: 0, grade: '优' };
    expect(fenceOf(fact).expects).toContain('edits:notes');
    expect(fenceOf({ type: 'scores-changed', card: NOTES, leaves: [] }).bumps).toEqual([
      'edits:notes',
    ]);
  });

  test('[EV1] a note after the conclusion moves only the position', () => {
    const story = taken().decidesAll().does('e1', { type: 'conclude' });
    const before = story.state.notes;
    story.edits('secretary', [{ leaf: 'a', reason: '改' }], NOTES);
    expect(story.state.notes).toEqual(before);
  });

  test('[NT3] chair and secretary read them at once, experts after the conclusion, the wall never', () => {
    const story = taken();
    const seen = (seat: string) => JSON.stringify(viewFor(story.state, seat, ''));
    for (const seat of ['e1', 'secretary']) expect(seen(seat)).toContain('佐证不足');
    for (const seat of ['e2', 'projection']) expect(seen(seat)).not.toContain('佐证不足');
    story.decidesAll().does('e1', { type: 'conclude' });
    expect(seen('e2')).toContain('佐证不足');
    expect(seen('projection')).not.toContain('佐证不足');
  });

  test('[NT3] in an anonymous panel experts do not get them: they may name who gave what', () => {
    const setup = smallSetup();
    const story = revealed({ ...setup, rules: { ...setup.rules, anonymity: 'anonymous' } })
      .edits('secretary', [{ leaf: 'a', reason: '专家二说' }], NOTES)
      .decidesAll()
      .does('e1', { type: 'conclude' });
    expect(JSON.stringify(viewFor(story.state, 'e2', ''))).not.toContain('专家二说');
    expect(JSON.stringify(viewFor(story.state, 'secretary', ''))).toContain('专家二说');
  });

  test('[NT4] a conclusion recorded before there were notes still folds', () => {
    const story = revealed().decidesAll().does('e1', { type: 'conclude' });
    const entries = story.entries.map((entry) => {
      if (entry.fact.type !== 'concluded') return entry;
      const { type, total, grade } = entry.fact;
      return { ...entry, fact: { type, total, grade } };
    });
    expect(entries.reduce<PanelState | null>(evolve, null)?.phase).toBe('concluded');
  });
});
