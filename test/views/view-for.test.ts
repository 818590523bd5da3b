import { describe, expect, test } from 'vitest';
import { paperFor } from '../../shared/views/paper.ts';
import { viewFor } from '../../shared/views/view-for.ts';
import { smallSetup, Story } from '../kit/panel.ts';

const HEAD = 'f'.repeat(64);
const see = (story: Story, seat: string) => viewFor(story.state, seat, HEAD)!;

describe('who sees what', () => {
  const scoring = (): Story =>
    new Story()
      .does('secretary', { type: 'open-round' })
      .scores('e2', () => 17_50)
      .edits('e3', [
        {
          leaf: 'a',
          mark: { score: 43_50 },
          reason: '机密理由',
          basis: { deductions: [{ amount: 6_50, reason: '机密扣分' }] },
        },
      ]);

  test('[VW1] before the reveal nobody sees a score, a reason or an aggregate', () => {
    const story = scoring();
    for (const seat of ['e1', 'e2', 'e4', 'secretary', 'projection']) {
      const text = JSON.stringify(see(story, seat));
      expect(text).not.toMatch(/1750|4350|650|机密|理由/);
      expect(see(story, seat).spreads).toBeNull();
      expect(see(story, seat).tally).toBeNull();
    }
  });

  test('before the reveal chair and secretary see who has finished, the others how many', () => {
    const story = scoring();
    for (const seat of ['e1', 'secretary'])
      expect(see(story, seat)).toMatchObject({
        handedIn: 1,
        finished: [{}, { seat: 'e2', finished: true }, { seat: 'e3', finished: false }, {}, {}],
      });
    for (const seat of ['e4', 'projection']) {
      expect(see(story, seat)).toMatchObject({ handedIn: 1, experts: 5 });
      expect(see(story, seat)).not.toHaveProperty('finished');
    }
  });

  test('[VW2] a seat that the panel does not have is shown nothing', () => {
    for (const seat of ['e6', 'chair', 'admin', '__proto__', ''])
      expect(viewFor(scoring().state, seat, HEAD)).toBeNull();
  });

  const revealed = (anonymity: 'named' | 'anonymous'): Story => {
    const setup = smallSetup({ rules: { ...smallSetup().rules, anonymity } });
    return new Story(setup)
      .does('secretary', { type: 'open-round' })
      .allScore((seat) => (seat === 'e2' ? 17_50 : 10_00))
      .does('e1', { type: 'reveal', without: [] });
  };

  test('after the reveal the projection has sorted values and no name', () => {
    const story = revealed('named');
    const view = see(story, 'projection');
    expect(view.spreads![0]).toMatchObject({ values: [10_00, 10_00, 10_00, 10_00, 17_50], n: 5 });
    expect(JSON.stringify(view)).not.toMatch(/专家|"e[1-5]"/);
  });

  test('the projection is sent reasons without names, or none where the rules keep them off it', () => {
    // A panel recorded before this rule existed has none: its wall shows them, as it always did.
    expect(see(revealed('named'), 'projection').spreads![0]).toMatchObject({
      reasons: Array(5).fill('理由 a'),
    });
    const { rules } = smallSetup();
    const story = new Story(
      smallSetup({ rules: { ...rules, projection: { reasons: false, nextSteps: '' } } }),
    )
      .does('secretary', { type: 'open-round' })
      .allScore()
      .does('e1', { type: 'reveal', without: [] });
    expect(JSON.stringify(see(story, 'projection'))).not.toContain('理由');
    expect(JSON.stringify(see(story, 'e1'))).toContain('理由 a');
  });

  test('the stage goes to the screen and to those who lead it', () => {
    const story = revealed('named').does('e1', {
      ...{ type: 'set-stage', led: { slide: 'reveal', leaf: 'b', step: 1 }, blank: false },
    });
    for (const seat of ['e1', 'secretary', 'projection'])
      expect(see(story, seat)).toMatchObject({
        stage: { mode: 'led', slide: 'reveal', leaf: 'b' },
      });
    expect(see(story, 'e2')).not.toHaveProperty('stage');
  });

  test('after the reveal experts see names only in a named panel', () => {
    const named = see(revealed('named'), 'e4');
    expect(JSON.stringify(named)).toContain('专家二');
    const anonymous = see(revealed('anonymous'), 'e4');
    expect(JSON.stringify(anonymous.spreads)).not.toMatch(/专家|"e[1-5]"/);
    expect(anonymous.spreads![0]).toMatchObject({ named: null, reasons: Array(5).fill('理由 a') });
    expect(JSON.stringify(see(revealed('anonymous'), 'secretary'))).toContain('专家二');
  });

  test('[VW4] what a score rests on goes with the name; the anonymous room hears the reason only', () => {
    const deductions = [{ amount: 40_00, reason: '无佐证' }];
    const based = (anonymity: 'named' | 'anonymous'): Story =>
      new Story(smallSetup({ rules: { ...smallSetup().rules, anonymity } }))
        .does('secretary', { type: 'open-round' })
        .edits('e2', [{ leaf: 'a', basis: { deductions } }])
        .allScore()
        .does('e1', { type: 'reveal', without: [] });
    const spoken = '无佐证，扣40分；理由 a';
    const [named, anonymous] = [based('named'), based('anonymous')];
    for (const view of [see(named, 'e4'), see(named, 'secretary'), see(anonymous, 'e1')])
      expect(view.spreads![0]).toMatchObject({
        named: [{ basis: null }, { seat: 'e2', reason: spoken, basis: { deductions } }, {}, {}, {}],
      });
    for (const view of [see(anonymous, 'e4'), see(anonymous, 'projection')]) {
      expect(view.spreads![0]).toMatchObject({ reasons: expect.arrayContaining([spoken]) });
      expect(JSON.stringify(view)).not.toMatch(/basis|deductions/);
    }
  });

  test('an open panel shows aggregates while scoring, by the same table', () => {
    const setup = smallSetup({ rules: { ...smallSetup().rules, blind: false } });
    const story = new Story(setup)
      .does('secretary', { type: 'open-round' })
      .scores('e2', () => 1_00);
    expect(see(story, 'projection').spreads![0]).toMatchObject({ values: [1_00] });
  });

  test('[RO5] in a further round cards show what was revealed before, and nothing of the new scores', () => {
    const story = revealed('anonymous').decidesAll();
    story.does('e1', { type: 'open-round', leaves: ['b'] });
    story.edits('e3', [{ leaf: 'b', mark: { score: 3_50 }, reason: '新的理由' }]);
    story.scores('e2', () => 7_50);
    for (const seat of ['e1', 'e4', 'secretary', 'projection']) {
      expect(JSON.stringify(see(story, seat))).not.toMatch(/新的|350|"score":750/);
      expect(see(story, seat)).toMatchObject({ round: 2, roundLeaves: ['b'], handedIn: 1 });
      expect(see(story, seat)).toMatchObject({ spreads: null, tally: null });
    }
    for (const seat of ['secretary', 'projection'])
      expect(see(story, seat)).not.toHaveProperty('last');
    const own = { mark: { score: 10_00 }, reason: '理由 b' };
    const last = { leaf: 'b', round: 1, n: 5, values: [10_00, 10_00, 10_00, 10_00, 17_50], own };
    expect(see(story, 'e4')).toMatchObject({
      own: { card: 'e4.r2', leaves: ['b'] },
      last: [{ ...last, reasons: Array(4).fill('理由 b') }],
    });
    expect(see(story, 'e2')).toMatchObject({ last: [{ own: { mark: { score: 17_50 } } }] });
    expect(JSON.stringify(see(story, 'e4'))).not.toMatch(/专家|"e[1235]"/);
  });

  test('[RO5] the reasons of the last round are shown where the rules say so', () => {
    const rules = { ...smallSetup().rules, lastReasons: false };
    const story = new Story(smallSetup({ rules }))
      .does('secretary', { type: 'open-round' })
      .allScore()
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', { type: 'open-round', leaves: ['a'] });
    expect(see(story, 'e2')).toMatchObject({ last: [{ own: { reason: '理由 a' }, reasons: [] }] });
  });

  test('after a further reveal each indicator shows the scores that stand, the own ones too', () => {
    const story = revealed('named')
      .does('e1', { type: 'open-round', leaves: ['b'] })
      .allScore(() => 5_00)
      .does('e1', { type: 'reveal', without: [] });
    expect(see(story, 'e2').spreads).toMatchObject([
      { leaf: 'a', round: 1, own: { mark: { score: 17_50 } } },
      { leaf: 'b', round: 2, own: { mark: { score: 5_00 } }, values: Array(5).fill(5_00) },
      { leaf: 'c', round: 1 },
    ]);
    expect(see(story, 'e2')).toMatchObject({ last: null });
  });

  test('an open panel shows the new scores of a further round, and what stands elsewhere', () => {
    const setup = smallSetup({ rules: { ...smallSetup().rules, blind: false } });
    const story = new Story(setup)
      .does('secretary', { type: 'open-round' })
      .allScore()
      .does('e1', { type: 'reveal', without: [] })
      .does('e1', { type: 'open-round', leaves: ['b'] })
      .scores('e2', () => 1_00);
    expect(see(story, 'e2').spreads).toMatchObject([
      { leaf: 'a', round: 1, n: 5, own: { mark: { score: 10_00 } } },
      { leaf: 'b', round: 2, values: [1_00], own: null },
      { leaf: 'c', round: 1 },
    ]);
  });

  test('the head of the chain is shown after the seal only', () => {
    const story = revealed('named').decidesAll().does('e1', { type: 'conclude' });
    expect(JSON.stringify(see(story, 'e2'))).not.toContain(HEAD);
    story.does('e1', { type: 'seal', without: ['e1', 'e2', 'e3', 'e4', 'e5'] });
    expect(see(story, 'e2').seal).toMatchObject({ head: HEAD, entries: story.entries.length });
  });

  test('[VW3] the draft of a framework is the secretary’s, and the projection never sees people', () => {
    const draft = new Story();
    expect(paperFor('p', draft.state, 'e2')!.setup.framework.indicators).toEqual([]);
    expect(paperFor('p', draft.state, 'secretary')!.setup.framework.indicators).toHaveLength(2);
    expect(JSON.stringify(paperFor('p', scoring().state, 'projection'))).not.toContain('专家');
    expect(paperFor('p', draft.state, 'e9')).toBeNull();
  });
});
