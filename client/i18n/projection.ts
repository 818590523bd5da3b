import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The screen on the wall: few words, read from the back row. */
export const projection = {
  live: text('实时', 'Live'),
  lost: text('连接已断开，正在重连', 'Connection lost, reconnecting'),
  standsAt: text('画面停在 {time}，不是实时', 'This picture is from {time}, not live'),
  blank: text('投屏已暂停', 'The projection is paused'),

  scanToJoin: text(
    '扫码或输入网址，凭邀请码入席',
    'Scan or type the address, then enter your code',
  ),
  loopback: text(
    '此处以本机地址打开，其他设备无法访问；请用局域网地址打开投屏。',
    "Opened by this machine's own address, which others cannot reach; open the projection by the network address.",
  ),
  qrStart: text('打开开始页的二维码：{address}', 'QR code of the start page: {address}'),
  joined: text('位专家已到场', 'experts are here'),

  scoring: text('独立评分', 'Scoring'),
  scoringRound: text('第 {n} 轮评分', 'Scoring, round {n}'),
  againOf: text('重新评分 {n} 项：{names}', 'Scored again, {n}: {names}'),
  againMore: text('{names} 等', '{names} and others'),
  blind: text('揭示之前，谁也看不到别人的分数', "Until the reveal nobody sees another's scores"),
  openScoring: text('公开评分', 'Open scoring'),
  handedIn: text('已交卷', 'handed in'),
  elapsed: text('已用时 {time}', '{time} elapsed'),

  revealed: text('已揭示', 'Revealed'),
  revealedRound: text('第 {n} 轮已揭示', 'Round {n} revealed'),
  diverging: text('项有分歧', 'indicators with divergence'),
  ofIndicators: text('共 {of} 项指标，{n} 位专家的评分', '{of} indicators, scores of {n} experts'),

  page: text('第 {n} / {of} 页', 'Page {n} of {of}'),

  placeOf: text('第 {n} / {of} 项 · 分值 {points}', '{n} of {of} · {points} points'),
  leafTime: text('本项 {time} / {n} 分钟', 'This indicator {time} of {n} min'),
  leafOver: text('本项已超时 {time} / {n} 分钟', 'This indicator over time: {time} of {n} min'),
  meetingTime: text('会议 {time} / {n} 分钟', 'Meeting {time} of {n} min'),
  meetingOver: text('会议已超时 {time} / {n} 分钟', 'Meeting over time: {time} of {n} min'),
  lineWaits: text('评分尚未展示', 'Scores not shown yet'),
  scored: text('{n} 位专家评分', '{n} experts scored'),
  abstained: text('{n} 位弃评', '{n} abstained'),
  policyValueOf: text('合成值（{policy}）', 'Policy value ({policy})'),
  noValue: text('意见尚未一致', 'No common score yet'),
  decided: text('定分', 'Decided'),
  decisionReason: text('扣分理由', 'Deduction reason'),
  anonymousReasons: text('专家理由（不署名）', "Experts' reasons, unsigned"),
  moreReasons: text('，另有 {n} 条', ', {n} more'),

  deciding: text('合议定分', 'Deciding'),
  soFar: text('已定分合计', 'Decided so far'),
  decidedCount: text('已定 {n} / {of} 项', '{n} / {of} indicators decided'),
  openCount: text('还有 {n} 项', '{n} open'),

  allIndicators: text('全部指标', 'All indicators'),

  grade: text('评价等级', 'Grade'),
  total: text('总分', 'Total'),
  scale: text('总分 {total}，等级“{grade}”：{band}。', 'Total {total}, grade "{grade}": {band}.'),
  bandTop: text('{min} 分及以上', '{min} and above'),
  band: text('{min} 分及以上，不足 {below} 分', 'From {min} to below {below}'),
  bandBottom: text('不足 {below} 分', 'Below {below}'),

  signing: text('签字确认', 'Signing'),
  signed: text('已签字', 'signed'),
  totalAndGrade: text('总分 {total}，等级“{grade}”', 'Total {total}, grade "{grade}"'),

  sealed: text('结果已封存', 'Sealed'),
  shortHead: text('日志链首，前八位', 'Head of the log, first eight digits'),
  scanHead: text(
    '扫码取得完整链首，与结果页及打印件核对',
    'Scan for the whole head; compare it with the result page and the prints',
  ),
  qrHead: text('链首的二维码：{head}', 'QR code of the head: {head}'),

  thanks: text('感谢各位专家', 'Thank you all'),
  next: text('后续事项', 'Next steps'),
  nextSteps: text(
    '请核对评分表与小组意见表，确认无误后签字\n秘书整理会议纪要，随结果一并存档',
    'Check the scorecards and the consensus sheet, then sign\nThe secretary files the minutes with the result',
  ),
  sealedAs: text('结果已封存，链首', 'Sealed, head of the log'),
} satisfies Record<string, Text>;
