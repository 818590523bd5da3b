import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** Words that more than one screen uses. */
export const common = {
  product: text('合议', 'Heyi'),
  secretary: text('秘书', 'Secretary'),
  chair: text('组长', 'Chair'),
  expert: text('专家', 'Expert'),
  projection: text('投屏', 'Projection'),
  points: text('分值', 'Points'),
  score: text('得分', 'Score'),
  rate: text('得分率', 'Rate'),
  total: text('总分', 'Total'),
  grade: text('评价等级', 'Grade'),
  criteria: text('评分标准', 'Criteria'),
  reason: text('扣分理由', 'Deduction reason'),
  selfAssessment: text('自评得分', 'Self-assessment'),
  abstained: text('弃评', 'Abstained'),
  missing: text('未评', 'Not scored'),
  cancel: text('取消', 'Cancel'),
  close: text('关闭', 'Close'),
  loading: text('正在载入…', 'Loading…'),
  offline: text('连接已断开，正在重连…', 'Connection lost, reconnecting…'),
  live: text('实时', 'Live'),
  phaseSetup: text('准备', 'Setup'),
  phaseScoring: text('评分', 'Scoring'),
  phaseRevealed: text('合议定分', 'Deciding'),
  phaseConcluded: text('签字', 'Signing'),
  phaseSealed: text('已封存', 'Sealed'),
  handedIn: text('{n} / {of} 已交卷', '{n} / {of} handed in'),
  illustrative: text(
    '示例数据：个人评分为演示所拟',
    'Illustrative: individual scores were made up',
  ),
  seatClosed: text('席位未能进入', 'This seat is closed to you'),
  pageMissing: text(
    '页面没有载入完整，请检查网络后刷新。',
    'The page did not load completely; check the network and reload.',
  ),
  linkVoided: text(
    '此链接已作废。请向秘书索取新的邀请码。',
    'This link was voided. Ask the secretary for a new one.',
  ),
  notYourSeat: text(
    '此设备没有进入这个席位的凭证。请重新打开邀请链接或输入邀请码。',
    'This device holds no pass for this seat. Open the invitation link or enter the code again.',
  ),
  policyMean: text('算术平均', 'Mean'),
  policyTrimmed: text('逐项去最高最低后平均', 'Trimmed mean per indicator'),
  policyTrimmedTotals: text('按专家总分去最高最低后平均', 'Trimmed mean of expert totals'),
  policyMedian: text('逐项中位数', 'Median per indicator'),
  policyUnanimous: text('一致通过', 'Unanimous'),
} satisfies Record<string, Text>;
