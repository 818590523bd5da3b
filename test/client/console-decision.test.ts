import { describe, expect, test } from 'vitest';
import { planOf } from '../../client/chair/accept-all.ts';
import { differingOn } from '../../client/chair/differing.ts';
import { isSettled, lackingIn, proposalOf } from '../../client/chair/proposal.ts';
import { appendReason, joinedReasons } from '../../client/chair/reasons.ts';
import { itemOf } from './console-items.ts';

describe('reasons taken over', () => {
  test('are appended with ； and without the stop of the writer', () => {
    expect(appendReason('', '资料不完整。')).toBe('资料不完整');
    expect(appendReason('资料不完整。', '支出率偏低')).toBe('资料不完整；支出率偏低');
  });

  test('are not taken twice, but a part of a word is not the same reason', () => {
    expect(appendReason('资料不完整；支出率偏低', '资料不完整。')).toBe('资料不完整；支出率偏低');
    expect(appendReason('资料不完整的部分', '资料不完整')).toBe('资料不完整的部分；资料不完整');
  });

  test('an empty reason changes nothing', () => {
    expect(appendReason('资料不完整', '  ')).toBe('资料不完整');
  });

  test('distinct ones of all experts are joined in seat order', () => {
    const { spread } = itemOf('a', [450, 500, 450], { reasons: ['乙', '', '甲'] });
    expect(joinedReasons([...spread.named, ...spread.named])).toBe('乙；甲');
  });
});

describe('the fields of an indicator', () => {
  const decision = { score: 400, reason: '支出率偏低' };
  const draft = { mark: { score: 300 }, reason: '另一理由' };

  test('start from the policy, then follow the draft', () => {
    const item = itemOf('a', [400, 500]);
    expect(proposalOf(item, undefined, false)).toEqual({ score: 450, reason: '' });
    expect(proposalOf(item, { reason: '甲' }, false)).toEqual({ score: 450, reason: '甲' });
    expect(proposalOf(item, draft, false)).toEqual({ score: 300, reason: '另一理由' });
  });

  test('show the decision until the sheet is edited, here or elsewhere', () => {
    const decided = itemOf('a', [400, 500], { decision });
    expect(proposalOf(decided, draft, false)).toEqual(decision);
    expect(proposalOf(decided, draft, true)).toEqual({ score: 300, reason: '另一理由' });
    const edited = itemOf('a', [400, 500], { decision, draftDiffers: true });
    expect(proposalOf(edited, draft, false)).toEqual({ score: 300, reason: '另一理由' });
    expect(proposalOf(edited, { reason: '' }, false)).toEqual({ score: 400, reason: '' });
  });

  test('a decision stands while the fields say the same', () => {
    expect(isSettled(decision, { score: 400, reason: ' 支出率偏低 ' })).toBe(true);
    expect(isSettled(decision, { score: 400, reason: '' })).toBe(false);
    expect(isSettled(null, { score: 400, reason: '' })).toBe(false);
  });

  test('[DL3] [DL4] lack a score outside 0…maximum, and a reason below it', () => {
    expect(lackingIn({ score: null, reason: '甲' }, 500)).toBe('score');
    expect(lackingIn({ score: 501, reason: '甲' }, 500)).toBe('score');
    expect(lackingIn({ score: 450, reason: ' ' }, 500)).toBe('reason');
    expect(lackingIn({ score: 500, reason: '' }, 500)).toBeNull();
    expect(lackingIn({ score: 0, reason: '无佐证' }, 500)).toBeNull();
  });
});

describe('accepting all without divergence', () => {
  test('takes the policy values, with the drafted reason before those of the experts', () => {
    const items = [
      itemOf('full', [500, 500]),
      itemOf('below', [450, 500], { reasons: ['资料不完整'] }),
      itemOf('drafted', [450, 500], { reasons: ['资料不完整'] }),
    ];
    const plan = planOf(items, { drafted: { reason: ' 秘书所拟 ' } });
    expect(plan.decisions.map(({ leaf, score, reason }) => [leaf, score, reason])).toEqual([
      ['full', 500, ''],
      ['below', 475, '资料不完整'],
      ['drafted', 475, '秘书所拟'],
    ]);
    expect(plan.lacking).toEqual([]);
  });

  test('leaves out divergence, decisions, indicators without a value or a reason', () => {
    const decision = { score: 500, reason: '' };
    const unexplained = itemOf('unexplained', [450, 500]);
    const plan = planOf(
      [
        itemOf('wide', [0, 500]),
        itemOf('edited', [500, 500], { decision, draftDiffers: true }),
        itemOf('nobody', []),
        unexplained,
      ],
      {},
    );
    expect(plan).toEqual({ decisions: [], lacking: [unexplained], changed: [], differing: [] });
  });

  test('leaves out what the sheet scores otherwise, keeps what it scores the same', () => {
    const item = itemOf('full', [500, 500]);
    const other = { full: { mark: { score: 450 }, reason: '甲' } };
    expect(planOf([item], other).changed).toEqual([item]);
    const same = { full: { mark: { score: 500 }, reason: '' } };
    expect(planOf([item], same).decisions).toHaveLength(1);
  });

  test('[DL7] leaves out objective indicators on which the experts differ', () => {
    const objective = { nature: 'objective' as const };
    const differing = itemOf('rate', [450, 500], { reasons: ['甲', ''] });
    const item = { ...differing, leaf: { ...differing.leaf, ...objective } };
    const agreed = itemOf('agreed', [500, 500]);
    const plan = planOf([item, { ...agreed, leaf: { ...agreed.leaf, ...objective } }], {});
    expect(plan.differing).toEqual([item]);
    expect(plan.decisions.map(({ leaf }) => leaf)).toEqual(['agreed']);
  });
});

describe('[DL7] who differs on an objective indicator', () => {
  const objective = (scores: number[]) => {
    const item = itemOf('rate', scores);
    return { ...item, leaf: { ...item.leaf, nature: 'objective' as const } };
  };
  const who = (item: Parameters<typeof differingOn>[0]) =>
    differingOn(item)?.who.map(({ name, score }) => `${name} ${score}`);

  test('those beside the majority; everybody where there is none; nobody where they agree', () => {
    expect(who(objective([500, 500, 400]))).toEqual(['e3 400']);
    expect(differingOn(objective([500, 500, 400]))?.majority).toBe(500);
    expect(who(objective([500, 400]))).toEqual(['e1 500', 'e2 400']);
    expect(differingOn(objective([500, 500]))).toBeNull();
    expect(differingOn(objective([]))).toBeNull();
  });

  test('a subjective one may be decided whatever they gave', () => {
    expect(differingOn(itemOf('view', [0, 500]))).toBeNull();
  });
});
