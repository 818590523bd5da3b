import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Cards on paper: keyed in by the secretary, compared and confirmed by a second person. */
export const paperCard = {
  mark: text('代录', 'From paper'),
  open: text('代录中', 'Being keyed in'),
  submitted: text('代录待核对', 'Keyed in, to be confirmed'),
  confirmed: text('已交卷（代录已核对）', 'Handed in (from paper, confirmed)'),
  nameOf: text('：{name}', ': {name}'),

  keyIn: text('代录纸质评分表', 'Key in a paper card'),
  goOn: text('打开代录', 'Go on keying in'),
  keyInTitle: text('代录{name}的纸质评分表？', 'Key in the paper card of {name}?'),
  keyInAct: text('开始代录', 'Start keying in'),
  keyInLocks: text(
    '{name}的设备随即只能查看；已在设备上填写的内容保留，停止代录后恢复，您看不到。',
    'Their own device becomes read-only at once; what was typed there is kept, comes back when the keying in stops, and is not shown to you.',
  ),
  keyInConfirm: text(
    '交卷后须由{name}本人或组长与纸质原件核对，核对后才计入，并标明“代录”。',
    'After the hand-in {name} or the chair compares it with the paper; only then it counts, marked as keyed in.',
  ),
  back: text('返回评审进展', 'Back to the progress'),
  keyingIn: text('代录：{name}', 'Keying in: {name}'),
  keyingInHint: text(
    '按纸质原件逐项录入：输入分数，按 Enter 到下一未评项。',
    'Key in what the paper says: a score, then Enter for the next open indicator.',
  ),
  waiting: text(
    '已交卷，待第二人核对。请{name}在自己的设备上核对，或请组长核对。',
    'Handed in and waiting for a second person: {name} on their own device, or the chair.',
  ),
  checked: text(
    '第二人已与纸质原件核对，计入本轮评分。',
    'Confirmed against the paper by a second person; it counts in this round.',
  ),
  takeBack: text('撤回修改', 'Take back'),
  stop: text('停止代录', 'Stop keying in'),
  stopTitle: text('停止代录{name}的评分表？', 'Stop keying in the card of {name}?'),
  stopSays: text(
    '改由{name}在自己的设备上评分；代录的内容不计入，但仍保留，可再次代录。',
    '{name} scores on the own device again; what was keyed in does not count, but is kept for another time.',
  ),

  compare: text('核对', 'Compare'),
  compareTitle: text('核对{name}的代录评分表？', 'Compare the keyed-in card of {name}?'),
  compareShows: text(
    '您将看到{name}的评分，请准备好纸质原件。此后您本轮的评分表不能再撤回。',
    'You will see the scores of {name}; have the paper at hand. From then on your own card of this round stays handed in.',
  ),
  compareShowsOnly: text(
    '您将看到{name}的评分，请准备好纸质原件。',
    'You will see the scores of {name}; have the paper at hand.',
  ),
  compareLater: text('您交卷后才能核对', 'To compare once you have handed in'),
  comparing: text('核对代录评分表：{name}', 'Keyed-in card to compare: {name}'),
  yours: text('核对您的代录评分表', 'Compare your keyed-in card'),
  compareHint: text(
    '请与纸质原件逐项对照。一致则确认；有出入则退回秘书修改。',
    'Compare it with the paper line by line. Confirm it if they agree; otherwise send it back.',
  ),
  agree: text('与原件一致，确认', 'Same as the paper: confirm'),
  differ: text('有出入，退回秘书', 'Not the same: send back'),
  agreed: text('已核对，与纸质原件一致。', 'Confirmed: the same as the paper.'),
  again: text('秘书正在修改，改好后请再次核对。', 'The secretary mends it; compare it again then.'),

  yourOpen: text('秘书正在代录您的纸质评分表', 'Your paper card is being keyed in'),
  yourOpenSays: text(
    '代录期间本机只能查看，您此前在本机填写的内容保留。录完后请您与纸质原件核对。',
    'This device is read-only meanwhile; what you typed here is kept. When it is done, compare it with the paper.',
  ),
  yourStop: text('停止代录，自己评分', 'Stop it and score here'),
  yourStopTitle: text('停止代录，改在本机评分？', 'Stop the keying in and score here?'),
  yourStopSays: text(
    '秘书代录的内容不再计入，您此前在本机填写的内容恢复，可继续评分。',
    'What the secretary keyed in no longer counts; what you typed here is there again.',
  ),
  yourAfter: text(
    '您第 {round} 轮的评分表由秘书按纸质原件代录，{by}核对。',
    'Your card of round {round} was keyed in from paper and confirmed by {by}.',
  ),
  bound: text(
    '您已核对他人的评分，本轮评分表不能再撤回。',
    'You have compared the card of somebody else; your own of this round stays handed in.',
  ),
} satisfies Record<string, Text>;
