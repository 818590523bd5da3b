import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Reopening a concluded or sealed panel, for those who do it and those who sign again. */
export const reopening = {
  title: text('重新开启', 'Reopening'),
  why: text(
    '如发现结果有误，可由组长或秘书申请重新开启，另一位批准后回到合议定分。原结果、签字和封存码全部保留，标为作废；改定后需重新形成结论、签字、封存。',
    'If the result turns out to be wrong, chair or secretary may ask to reopen the panel; once the other approves, it deliberates again. The earlier result, its signatures and its seal are kept, marked as superseded; then the panel concludes, signs and seals anew.',
  ),
  ask: text('申请重新开启', 'Ask to reopen'),
  reason: text('重新开启的理由', 'Reason for reopening'),
  reasonHint: text('写明错在哪里；理由将记入评审会记录。', 'Say what is wrong; it goes on record.'),
  askTitle: text('申请重新开启评审？', 'Ask to reopen the panel?'),
  askOf: text(
    '申请由{who}批准后才生效。在此之前，现有结果不变。',
    'Nothing happens before {who} approves; until then the result stands.',
  ),
  pending: text('{who}申请重新开启评审（{time}）', '{who} asked to reopen the panel ({time})'),
  waiting: text('等待{who}答复。现有结果仍然有效。', 'Waiting for {who}. The result still holds.'),
  approve: text('批准重新开启', 'Approve'),
  decline: text('不同意', 'Decline'),
  withdraw: text('撤回申请', 'Withdraw'),
  approveTitle: text('批准重新开启？', 'Approve reopening?'),
  approveWhat: text(
    '总分 {total}、等级“{grade}”的结果将作废并存档，{n} 人的签字不再有效；评审回到合议定分。',
    'The result of {total}, grade “{grade}”, is superseded and kept; the signatures of {n} no longer count, and the panel deliberates again.',
  ),
  reopened: text('评审已重新开启', 'The panel was reopened'),
  reopenedSays: text(
    '{time} 由{asker}申请、{approver}批准。理由：{reason}',
    '{time}: asked for by {asker}, approved by {approver}. Reason: {reason}',
  ),
  signFresh: text(
    '第 {n} 次结果（总分 {total}，等级“{grade}”）已作废。组长重新形成结论后，请核对并签字。',
    'Result {n} (total {total}, grade “{grade}”) is superseded. Once the chair concludes again, check the new result and sign it.',
  ),
  signAgain: text(
    '第 {n} 次结果（总分 {total}，等级“{grade}”）已作废，您在其上的签字不再有效。组长重新形成结论后，请再次核对并签字。',
    'Result {n} (total {total}, grade “{grade}”) is superseded, and so is your signature on it. Once the chair concludes again, check the new result and sign it.',
  ),
  earlier: text('此前的结果（均已作废）', 'Earlier results (superseded)'),
  superseded: text('已作废', 'Superseded'),
  number: text('第 {n} 次结果', 'Result {n}'),
  outcome: text('总分 {total}，等级“{grade}”', 'Total {total}, grade “{grade}”'),
  signed: text('{n} / {of} 已签字', '{n} / {of} signed'),
  sealedAs: text('{time} 封存，封存码 {code}', 'Sealed {time}, seal {code}'),
  neverSealed: text('未封存', 'Never sealed'),
} satisfies Record<string, Text>;
