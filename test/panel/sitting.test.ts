import { describe, expect, test } from 'vitest';
import { evolveSitting } from '../../shared/sitting/evolve.ts';
import { sittingFenceOf } from '../../shared/sitting/fence.ts';
import { rankingOf } from '../../shared/sitting/ranking.ts';
import { currentOf } from '../../shared/sitting/state.ts';
import { isSittingId } from '../../shared/sitting/terms.ts';
import type { Expert } from '../../shared/panel/terms.ts';
import { smallSetup, Story } from '../kit/panel.ts';
import { SittingStory } from '../kit/sitting.ts';

const three = (): SittingStory => new SittingStory().adds('a').adds('b').adds('c');
const editing = (sitting: SittingStory, experts: Expert[]) =>
  ({
    type: 'edit-setup',
    section: 'experts',
    value: experts,
    base: sitting.state.fences['setup'] ?? 0,
  }) as const;

describe('a sitting', () => {
  test('[SI0] folds alike however often, and an entry before its opening makes nothing', () => {
    const { entries, state } = three().does('e1', { type: 'call-project', panel: 'b', from: 'a' });
    const again = entries.reduce<typeof state | null>(evolveSitting, null);
    expect(again).toEqual(state);
    expect(evolveSitting(null, entries[1]!)).toBeNull();
  });

  test('its id is told from a panel’s by its form', () => {
    expect(isSittingId('sitting0123456789abcdef')).toBe(true);
    expect(isSittingId('0123456789abcdef')).toBe(false);
    expect(isSittingId('sitting/../../../etc/passwd')).toBe(false);
  });

  test('[SI1] the secretary prepares it, and nobody else', () => {
    const sitting = three();
    const { setup, agenda } = sitting.state;
    for (const seat of ['e1', 'e2', 'projection']) {
      expect(sitting.asks(seat, { type: 'edit-title', title: '改' })).toBe('not-your-role');
      expect(sitting.asks(seat, editing(sitting, setup.experts))).toBe('not-your-role');
      expect(sitting.asks(seat, { type: 'want-ranking', wanted: false })).toBe('not-your-role');
      expect(sitting.asks(seat, { type: 'void-link', seat: 'e3' })).toBe('not-your-role');
      expect(sitting.asks(seat, { type: 'arrange-agenda', agenda, base: 3 })).toBe('not-your-role');
    }
    expect(sitting.asks('e9', { type: 'join' })).toBe('unknown-seat');
    expect(sitting.asks('secretary', { type: 'edit-title', title: '改' })).toBe('title-changed');
    expect(sitting.asks('secretary', { type: 'edit-title', title: '题'.repeat(201) })).toBe(
      'text-too-long',
    );
  });

  test('[SI2][SI7] chair or secretary move the room on, from what they saw, to what there is', () => {
    const sitting = three();
    expect(currentOf(sitting.state)).toBe('a');
    const call = (panel: string, from: string | null) =>
      ({ type: 'call-project', panel, from }) as const;
    expect(sitting.asks('e2', call('b', 'a'))).toBe('not-your-role');
    expect(sitting.asks('projection', call('b', 'a'))).toBe('not-your-role');
    expect(sitting.asks('e1', call('x', 'a'))).toBe('unknown-project');
    sitting.does('e1', call('b', 'a'));
    expect(currentOf(sitting.state)).toBe('b');
    // The secretary pressed at the same moment: nothing is skipped.
    expect(sitting.asks('secretary', call('b', 'a'))).toBe('nothing');
    expect(sitting.asks('secretary', call('c', 'a'))).toBe('changed-meanwhile');
    expect(sitting.asks('secretary', call('a', 'b'))).toBe('project-called');
  });

  test('[SI3] a voided link raises the issue; the secretary’s own stays', () => {
    const sitting = three();
    expect(sitting.asks('secretary', { type: 'void-link', seat: 'secretary' })).toBe(
      'unknown-seat',
    );
    sitting.does('secretary', { type: 'void-link', seat: 'e3' });
    expect(sitting.state.fences['link:e3']).toBe(1);
    expect(sitting.state.voids).toEqual([{ seat: 'e3', position: 5 }]);
  });

  test('[SI4] nobody who sits in a project under way is taken off; afterwards they may go', () => {
    const sitting = three().opens('a');
    const without = sitting.state.setup.experts.slice(0, 4);
    expect(sitting.asks('secretary', editing(sitting, without))).toBe('seat-under-way');
    const story = sitting.story('a');
    story.allScore().does('e1', { type: 'reveal', without: [] }).decidesAll();
    story.does('e1', { type: 'conclude' });
    expect(sitting.asks('secretary', editing(sitting, without))).toBe('seat-under-way');
    story.does('e1', { type: 'seal', without: ['e1', 'e2', 'e3', 'e4', 'e5'] });
    sitting.does('secretary', editing(sitting, without));
    expect(sitting.state.departures).toEqual({ e5: 1 });
  });

  test('[SI5] a seat that took part never goes to another person', () => {
    const sitting = three();
    const renamed = (name: string) =>
      sitting.state.setup.experts.map((expert) =>
        expert.seat === 'e2' ? { ...expert, name, title: '研究员' } : expert,
      );
    expect(sitting.asks('secretary', editing(sitting, renamed('专家甲')))).toBe('setup-changed');
    sitting.opens('a');
    expect(sitting.asks('secretary', editing(sitting, renamed('专家甲')))).toBe('seat-taken-part');
    expect(sitting.asks('secretary', editing(sitting, renamed('专家二')))).toBe('setup-changed');
    const more = [
      ...sitting.state.setup.experts,
      { seat: 'e6', name: '专家六', title: '', organisation: '' },
    ];
    expect(sitting.asks('secretary', editing(sitting, more))).toBe('setup-changed');
  });

  test('a setup edited on top of an older one is refused', () => {
    const sitting = three();
    const edit = editing(sitting, sitting.state.setup.experts.slice(0, 3));
    sitting.does('secretary', edit);
    expect(sitting.asks('secretary', edit)).toBe('setup-changed-meanwhile');
  });

  test('[SI6] the agenda takes known projects once; one that has begun stays', () => {
    const sitting = three().opens('b');
    const arrange = (agenda: string[], base = sitting.state.fences['agenda']!) =>
      ({ type: 'arrange-agenda', agenda, base }) as const;
    expect(sitting.asks('secretary', arrange(['a', 'b', 'c', 'x']))).toBe('unknown-project');
    expect(sitting.asks('secretary', arrange(['a', 'a', 'b', 'c']))).toBe('unknown-project');
    expect(sitting.asks('secretary', arrange(['a', 'c']))).toBe('project-begun');
    expect(sitting.asks('secretary', arrange(['a', 'b', 'c']))).toBe('nothing');
    expect(sitting.asks('secretary', arrange(['a', 'b', 'c'], 2))).toBe('changed-meanwhile');
    sitting.does('secretary', arrange(['c', 'b']));
    expect(sitting.state.agenda).toEqual(['c', 'b']);
    // Set aside is not lost.
    sitting.does('secretary', arrange(['a', 'c', 'b']));
    expect(sitting.state.agenda).toEqual(['a', 'c', 'b']);
  });

  test('[SI8] the ranking is shown where it is wanted, and gone when the room moves on', () => {
    const plain = new SittingStory(false).adds('a');
    expect(plain.asks('e1', { type: 'show-ranking', shown: true })).toBe('no-ranking');
    plain.does('secretary', { type: 'want-ranking', wanted: true });
    expect(plain.asks('e2', { type: 'show-ranking', shown: true })).toBe('not-your-role');

    const sitting = three().concludes('a', 10_00);
    sitting.does('e1', { type: 'show-ranking', shown: true });
    expect(sitting.entries.at(-1)!.fact).toEqual({
      type: 'ranking-shown',
      rows: [{ panel: 'a', rank: 1, name: '项目a', total: 30_00, grade: '差' }],
    });
    sitting.does('e1', { type: 'call-project', panel: 'b', from: 'a' });
    expect(sitting.state.ranking).toEqual({ wanted: true, shown: false });
    sitting.does('e1', { type: 'show-ranking', shown: true });
    // Back to the project at hand, which was never left.
    expect(sitting.asks('e1', { type: 'call-project', panel: 'b', from: 'b' })).toBe(
      'project-called',
    );
  });

  test('[FE2] what contradicts each other meets at one counter', () => {
    const called = sittingFenceOf({ type: 'project-called', panel: 'a', name: '' });
    expect(called).toEqual({ expects: ['called', 'agenda'], bumps: ['called'] });
    const added = sittingFenceOf({ type: 'project-added', panel: 'a', name: '' });
    expect(added).toEqual({ expects: ['agenda', 'setup'], bumps: ['agenda'] });
    const voided = sittingFenceOf({ type: 'link-voided', seat: 'e2' });
    expect(voided).toEqual({ expects: ['link:e2'], bumps: ['link:e2'] });
  });
});

describe('the ranking', () => {
  test('[RK1] by total; ties share a rank in the order of the agenda, and the next is skipped', () => {
    const sitting = new SittingStory().adds('a').adds('b').adds('c').adds('d');
    sitting.concludes('a', 10_00).concludes('b', 20_00).concludes('c', 10_00).concludes('d', 5_00);
    const projects = [...sitting.panels].map(([panel, state]) => ({ panel, state }));
    expect(rankingOf(projects).rows.map(({ panel, rank }) => [panel, rank])).toEqual([
      ['b', 1],
      ['a', 2],
      ['c', 2],
      ['d', 4],
    ]);
  });

  test('[RK2] what is not concluded has no place, whatever its decisions come to so far', () => {
    const sitting = three().concludes('a', 10_00).opens('b');
    const story = sitting.story('b');
    story
      .allScore()
      .does('e1', { type: 'reveal', without: [] })
      .decidesAll(() => 20_00);
    const projects = [...sitting.panels].map(([panel, state]) => ({ panel, state }));
    const { rows, open } = rankingOf(projects);
    expect(rows.map(({ panel }) => panel)).toEqual(['a']);
    expect(open).toEqual([
      { panel: 'b', name: '项目b' },
      { panel: 'c', name: '项目c' },
    ]);
  });
});

describe('a panel on an agenda', () => {
  const inSitting = (): Story => new Story(smallSetup(), { sitting: 'sitting0123456789abcdef' });

  test('[PR5] takes people, rules and links from its sitting only', () => {
    const story = inSitting();
    const { experts, chair, rules, project } = story.state.setup;
    const base = 0;
    for (const edit of [
      { section: 'experts', value: experts },
      { section: 'chair', value: chair },
      { section: 'rules', value: rules },
    ] as const)
      expect(story.asks('secretary', { type: 'edit-setup', ...edit, base })).toBe('set-in-sitting');
    expect(story.asks('secretary', { type: 'void-link', seat: 'e2' })).toBe('set-in-sitting');
    expect(
      story.asks('secretary', { type: 'edit-setup', section: 'project', value: project, base }),
    ).toBe('accepted');
  });

  test('a panel recorded before there were sittings is one of its own', () => {
    expect(new Story().state.sitting).toBeNull();
    expect(inSitting().state.sitting).toBe('sitting0123456789abcdef');
  });
});
