import { describe, expect, test } from 'vitest';
import type { Command } from '../../shared/panel/commands.ts';
import type { Mark } from '../../shared/consensus/terms.ts';
import { updateIndicator } from '../../shared/framework/edits.ts';
import { ruledSetup, SMALL, smallSetup, Story } from '../kit/panel.ts';

const scoring = (): Story => new Story().does('secretary', { type: 'open-round' });
const revealed = (scoreOf?: (seat: string, leaf: string) => number): Story =>
  scoring().allScore(scoreOf).does('e1', { type: 'reveal', without: [] });
const concluded = (): Story => revealed().decidesAll().does('e1', { type: 'conclude' });

describe('preparation', () => {
  const project = { ...smallSetup().project, name: '新名称' };

  test('[PR1] only the secretary edits the setup, on top of what was seen, before the first round', () => {
    const story = new Story();
    const edit: Command = { type: 'edit-setup', section: 'project', value: project, base: 0 };
    expect(story.asks('e1', edit)).toBe('not-your-role');
    expect(story.asks('secretary', { ...edit, base: 3 })).toBe('setup-changed-meanwhile');
    story.does('secretary', edit);
    expect(story.state.setup.project.name).toBe('新名称');
    expect(story.asks('secretary', edit)).toBe('setup-changed-meanwhile');
    expect(scoring().asks('secretary', edit)).toBe('wrong-phase');
  });

  test('[PR2] a link can be voided by the secretary, but not the one of the own seat', () => {
    const story = new Story();
    expect(story.asks('e1', { type: 'void-link', seat: 'e2' })).toBe('not-your-role');
    expect(story.asks('secretary', { type: 'void-link', seat: 'e9' })).toBe('unknown-seat');
    expect(story.asks('secretary', { type: 'void-link', seat: 'secretary' })).toBe('unknown-seat');
    expect(story.asks('secretary', { type: 'void-link', seat: 'e2' })).toBe('accepted');
  });

  test('[PR2] whoever sits down after somebody left the seat gets another link', () => {
    const story = new Story();
    const experts = story.state.setup.experts;
    const edit = (value: typeof experts, base: number): Command => ({
      type: 'edit-setup',
      section: 'experts',
      value,
      base,
    });
    story.does('secretary', edit(experts.slice(0, 4), 0)).does('secretary', edit(experts, 1));
    expect(story.state.departures).toEqual({ e5: 1 });
  });

  test('[PR3] a seat joins once', () => {
    const story = new Story().does('e1', { type: 'join' }).does('e1', { type: 'join' });
    expect(story.state.joined).toEqual(['e1']);
    expect(story.entries).toHaveLength(2);
    expect(story.asks('e7', { type: 'join' })).toBe('unknown-seat');
  });

  test('[PR4] the round opens when the setup is complete, once', () => {
    expect(new Story().asks('e2', { type: 'open-round' })).toBe('not-your-role');
    const nameless = smallSetup({ project: { ...smallSetup().project, name: ' ' } });
    expect(new Story(nameless).asks('secretary', { type: 'open-round' })).toBe('setup-incomplete');
    const lonely = smallSetup({ experts: smallSetup().experts.slice(0, 1) });
    expect(new Story(lonely).asks('secretary', { type: 'open-round' })).toBe('setup-incomplete');
    expect(scoring().asks('secretary', { type: 'open-round' })).toBe('wrong-phase');
    expect(new Story().asks('e1', { type: 'open-round' })).toBe('accepted');
  });
});

describe('scoring', () => {
  test('[SC1] handing in needs every indicator scored or abstained', () => {
    const story = scoring().edits('e1', [
      { leaf: 'a', mark: { score: 0 } },
      { leaf: 'b', mark: 'abstained' },
    ]);
    expect(story.asks('e1', { type: 'submit-card' })).toBe('indicators-open');
    story.edits('e1', [{ leaf: 'c', mark: { score: 20_00 } }]);
    expect(story.asks('e1', { type: 'submit-card' })).toBe('accepted');
    story.does('e1', { type: 'submit-card' });
    expect(story.asks('e1', { type: 'submit-card' })).toBe('already-submitted');
    expect(story.asks('secretary', { type: 'submit-card' })).toBe('not-your-role');
  });

  test('[SC5] listed deductions add up to what was deducted', () => {
    const amounts = (...listed: number[]) => ({
      deductions: listed.map((amount) => ({ amount, reason: '无佐证' })),
    });
    const story = scoring().edits('e1', [
      { leaf: 'a', mark: { score: 49_00 }, basis: amounts(50) },
      { leaf: 'b', mark: 'abstained', basis: amounts(50) },
      { leaf: 'c', mark: { score: 20_00 }, basis: amounts(50) },
    ]);
    const submit = { type: 'submit-card' } as const;
    expect(story.refusal('e1', submit)).toEqual({ code: 'deductions-differ', leaves: ['a', 'c'] });
    story.edits('e1', [{ leaf: 'c', mark: { score: 19_50 } }]);
    story.edits('e1', [{ leaf: 'a', basis: amounts(50, 50) }]);
    expect(story.asks('e1', submit)).toBe('accepted');
    story.edits('e1', [{ leaf: 'a', basis: null }]);
    expect(story.asks('e1', submit)).toBe('accepted');
  });

  test('[SC6] who departs from what the criteria compute says why', () => {
    const fact = { input: { kind: 'rate', rate: 64_40 } } as const;
    const story = new Story(ruledSetup()).does('secretary', { type: 'open-round' }).edits('e1', [
      // Ten points a step of ten percent, four steps begun: 10.
      { leaf: 'a', mark: { score: 20_00 }, basis: fact },
      { leaf: 'b', mark: { score: 19_32 }, basis: fact },
      { leaf: 'c', mark: { score: 20_00 } },
    ]);
    const submit = { type: 'submit-card' } as const;
    expect(story.refusal('e1', submit)).toEqual({ code: 'departure-unexplained', leaves: ['a'] });
    story.edits('e1', [{ leaf: 'a', reason: '季末到账，非项目单位原因' }]);
    expect(story.asks('e1', submit)).toBe('accepted');
    story.edits('e1', [{ leaf: 'a', reason: ' ', mark: { score: 10_00 } }]);
    expect(story.asks('e1', submit)).toBe('accepted');
    // Without a fact the project's own figures are no computed score of this expert's.
    story.edits('e1', [{ leaf: 'a', mark: { score: 50_00 }, basis: null }]);
    expect(story.asks('e1', submit)).toBe('accepted');
  });

  test('[SC2] a card can be taken back until the reveal', () => {
    const story = scoring().allScore();
    expect(scoring().asks('e1', { type: 'take-back-card' })).toBe('not-submitted');
    expect(story.asks('e1', { type: 'take-back-card' })).toBe('accepted');
    expect(revealed().asks('e1', { type: 'take-back-card' })).toBe('wrong-phase');
  });

  test('[SC3] the reveal names those it does without', () => {
    const story = scoring()
      .scores('e1', () => 10_00)
      .scores('e2', () => 10_00);
    expect(story.asks('e2', { type: 'reveal', without: [] })).toBe('not-your-role');
    expect(story.asks('e1', { type: 'reveal', without: [] })).toBe('not-all-submitted');
    expect(story.asks('e1', { type: 'reveal', without: ['e3', 'e4'] })).toBe('not-all-submitted');
    expect(story.asks('e1', { type: 'reveal', without: ['e3', 'e4', 'e5'] })).toBe('accepted');
  });

  test('[SC3] somebody who handed in after the confirmation is revealed with the others', () => {
    const story = scoring()
      .scores('e1', () => 10_00)
      .scores('e2', () => 5_00)
      .does('e1', { type: 'reveal', without: ['e2', 'e3', 'e4', 'e5'] });
    expect(story.state.phase === 'revealed' && story.state.rounds).toMatchObject([
      { cards: { e1: {}, e2: {} }, without: ['e3', 'e4', 'e5'] },
    ]);
  });

  test('[SC4] somebody must have handed in', () => {
    const without = ['e1', 'e2', 'e3', 'e4', 'e5'];
    expect(scoring().asks('e1', { type: 'reveal', without })).toBe('nobody-submitted');
  });
});

describe('deliberation', () => {
  const decide = (score: number, reason = '理由', leaf = 'c'): Command => ({
    type: 'decide',
    decisions: [{ leaf, score, reason }],
  });

  test('[DL1] only the chair chooses what the room discusses', () => {
    expect(revealed().asks('e2', { type: 'discuss', leaf: 'a' })).toBe('not-your-role');
    expect(revealed().asks('e1', { type: 'discuss', leaf: 'x' })).toBe('unknown-indicator');
    expect(scoring().asks('e1', { type: 'discuss', leaf: 'a' })).toBe('wrong-phase');
    expect(revealed().asks('e1', { type: 'discuss', leaf: 'a' })).toBe('accepted');
  });

  test('[DL2] only the chair decides, all of the decisions or none', () => {
    expect(revealed().asks('secretary', decide(10_00))).toBe('not-your-role');
    expect(scoring().asks('e1', decide(10_00))).toBe('wrong-phase');
    const mixed: Command = {
      type: 'decide',
      decisions: [
        { leaf: 'a', score: 50_00, reason: '' },
        { leaf: 'b', score: 99_00, reason: '' },
      ],
    };
    expect(revealed().asks('e1', mixed)).toBe('score-out-of-range');
  });

  test('[DL3] a decision lies within 0…maximum and needs no grid', () => {
    expect(revealed().asks('e1', decide(-1))).toBe('score-out-of-range');
    expect(revealed().asks('e1', decide(20_01))).toBe('score-out-of-range');
    expect(revealed().asks('e1', decide(0.5))).toBe('score-out-of-range');
    expect(revealed().asks('e1', decide(19_93))).toBe('accepted');
  });

  test('[DL4] a decision below the maximum needs a reason', () => {
    expect(revealed().asks('e1', decide(19_50, '  '))).toBe('reason-missing');
    expect(revealed().asks('e1', decide(20_00, ''))).toBe('accepted');
  });

  test('[DL5] under the unanimous policy only the common score can be decided', () => {
    const setup = smallSetup({ rules: { ...smallSetup().rules, policy: 'unanimous' } });
    const story = new Story(setup)
      .does('secretary', { type: 'open-round' })
      .allScore((seat, leaf) => (leaf === 'c' && seat === 'e5' ? 0 : 10_00))
      .does('e1', { type: 'reveal', without: [] });
    expect(story.asks('e1', decide(10_00))).toBe('experts-disagree');
    expect(story.asks('e1', decide(10_00, '理由', 'a'))).toBe('accepted');
    expect(story.asks('e1', decide(12_00, '理由', 'a'))).toBe('experts-disagree');
  });

  test('[DL7] an objective indicator is decided only once those who scored it agree', () => {
    const framework = updateIndicator(SMALL, 'c', { nature: 'objective' });
    const differing = new Story(smallSetup({ framework }))
      .does('secretary', { type: 'open-round' })
      .allScore((seat, leaf) => (leaf === 'c' && seat === 'e5' ? 0 : 10_00))
      .does('e1', { type: 'reveal', without: [] });
    expect(differing.asks('e1', decide(10_00))).toBe('experts-differ');
    expect(differing.asks('e1', decide(0))).toBe('experts-differ');
    expect(differing.asks('e1', decide(10_00, '理由', 'a'))).toBe('accepted');
    const both = ['a', 'c'].map((leaf) => ({ leaf, score: 10_00, reason: '理由' }));
    expect(differing.asks('e1', { type: 'decide', decisions: both })).toBe('experts-differ');
  });

  test('[DL7] an abstention, or a card that is not counted, is no disagreement', () => {
    const framework = updateIndicator(SMALL, 'c', { nature: 'objective' });
    const opened = () =>
      new Story(smallSetup({ framework })).does('secretary', { type: 'open-round' });
    const abstained = opened();
    for (const seat of ['e1', 'e2', 'e3', 'e4']) abstained.scores(seat, () => 10_00);
    const marks = (mark: Mark) =>
      ['a', 'b', 'c'].map((leaf) => ({ leaf, mark: leaf === 'c' ? mark : { score: 10_00 } }));
    abstained.edits('e5', marks('abstained')).does('e5', { type: 'submit-card' });
    abstained.does('e1', { type: 'reveal', without: [] });
    expect(abstained.asks('e1', decide(10_00))).toBe('accepted');

    const absent = opened();
    for (const seat of ['e1', 'e2', 'e3', 'e4']) absent.scores(seat, () => 10_00);
    absent.edits('e5', marks({ score: 0 })).does('e1', { type: 'reveal', without: ['e5'] });
    expect(absent.asks('e1', decide(10_00))).toBe('accepted');
  });

  test('[DL6] the conclusion needs every indicator decided', () => {
    const story = revealed().does('e1', decide(10_00));
    expect(story.asks('e1', { type: 'conclude' })).toBe('indicators-undecided');
    expect(story.decidesAll().asks('e2', { type: 'conclude' })).toBe('not-your-role');
    expect(story.asks('e1', { type: 'conclude' })).toBe('accepted');
  });

  test('[DL6] a draft edited after its decision must be decided again', () => {
    const story = revealed().edits('secretary', [{ leaf: 'a', reason: '草稿' }], 'sheet');
    story.decidesAll();
    expect(story.asks('e1', { type: 'conclude' })).toBe('accepted');
    story.edits('secretary', [{ leaf: 'a', reason: '见讨论。' }], 'sheet');
    expect(story.asks('e1', { type: 'conclude' })).toBe('draft-undecided');
    story.does('e1', decide(10_00, '见讨论。', 'a'));
    expect(story.asks('e1', { type: 'conclude' })).toBe('accepted');
  });
});

describe('closing', () => {
  test('[CL1] each signer signs once', () => {
    const story = concluded();
    expect(revealed().asks('e2', { type: 'sign', dissent: '' })).toBe('wrong-phase');
    expect(story.asks('secretary', { type: 'sign', dissent: '' })).toBe('not-your-role');
    story.does('e2', { type: 'sign', dissent: ' 不同意第三项 ' });
    expect(story.asks('e2', { type: 'sign', dissent: '' })).toBe('already-signed');
    expect(story.state.phase === 'concluded' && story.state.signatures[0]).toMatchObject({
      seat: 'e2',
      dissent: '不同意第三项',
    });
  });

  test('[CL2] the seal names the signatures that are missing', () => {
    const story = concluded().does('e1', { type: 'sign', dissent: '' });
    const rest = ['e2', 'e3', 'e4', 'e5'];
    expect(story.asks('e2', { type: 'seal', without: rest })).toBe('not-your-role');
    expect(story.asks('e1', { type: 'seal', without: ['e2'] })).toBe('not-all-signed');
    expect(story.asks('e1', { type: 'seal', without: rest })).toBe('accepted');
  });

  test('[PH1] nothing changes after the seal', () => {
    const story = concluded();
    for (const seat of ['e1', 'e2', 'e3', 'e4', 'e5'])
      story.does(seat, { type: 'sign', dissent: '' });
    story.does('e1', { type: 'seal', without: [] });
    const wishes: [string, Command][] = [
      ['secretary', { type: 'void-link', seat: 'e2' }],
      ['e2', { type: 'join' }],
      ['e1', { type: 'reveal', without: [] }],
      ['e1', decideAgain],
      ['e1', { type: 'conclude' }],
      ['e1', { type: 'sign', dissent: '' }],
      ['e1', { type: 'seal', without: [] }],
    ];
    for (const [seat, wish] of wishes) expect(story.asks(seat, wish)).toBe('panel-sealed');
  });
});

const decideAgain: Command = {
  type: 'decide',
  decisions: [{ leaf: 'c', score: 1_00, reason: '改' }],
};
