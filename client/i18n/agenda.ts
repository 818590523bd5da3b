import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** A sitting of several projects: the strip above each page, the secretary's agenda, the ranking. */
export const agenda = {
  untitled: text('未命名会议', 'Untitled meeting'),
  strip: text('议程', 'Agenda'),
  desk: text('会议设置', 'The meeting'),
  current: text('当前项目', 'current project'),
  empty: text('议程上还没有项目。', 'No project on the agenda yet.'),
  waiting: text('会议即将开始，请稍候。', 'The meeting is about to begin.'),
  next: text('下一个项目', 'Next project'),
  call: text('转到此项目', 'Move on to this one'),
  lookingAt: text(
    '会议当前的项目是“{name}”，您看的是另一个。',
    'The meeting is at “{name}”; you are looking at another project.',
  ),
  back: text('回到当前项目', 'Back to the current one'),
  unsentThere: text(
    '“{name}”还有内容只在本机，正在补交；请保持本页打开。',
    'Something in “{name}” is on this device only and is being sent; keep this page open.',
  ),
  refusedThere: text(
    '“{name}”有内容未被接受，已保留在本机。',
    'Something in “{name}” was not accepted; it is kept on this device.',
  ),
  lookThere: text('去查看', 'Have a look'),
  moved: text('会议已转到“{name}”。', 'The meeting has moved on to “{name}”.'),
  confirmTitle: text('转到“{name}”？', 'Move on to “{name}”?'),
  confirmOpen: text(
    '“{name}”尚未封存（{phase}）。以后还可以转回来，已填的内容都会保留。',
    '“{name}” is not sealed yet ({phase}). The meeting can come back to it; everything entered is kept.',
  ),
  confirmAll: text(
    '所有人的页面和投屏会一起转过去。',
    "Everybody's page and the projection move on together.",
  ),
  showRanking: text('投屏显示排名', 'Show the ranking'),
  hideRanking: text('收起排名', 'Hide the ranking'),
  ranking: text('排名', 'Ranking'),
  rank: text('名次', 'Rank'),
  project: text('项目', 'Project'),
  comma: text('、', ', '),
  noTotals: text(
    '还没有形成结论的项目，暂无排名。',
    'No project is concluded yet, so there is nothing to rank.',
  ),
  openProjects: text('尚未形成结论：{names}', 'Not concluded yet: {names}'),

  title: text('会议名称', 'Title of the meeting'),
  titleHelp: text(
    '写在邀请单和排名表上，如“2024 年度重点项目绩效评价会”。',
    'It is printed on the invitations and above the ranking.',
  ),
  wantRanking: text('会议结束时按总分排名', 'Rank the projects by total at the end'),
  wantRankingHelp: text(
    '只排已形成结论的项目，总分相同名次并列。组长决定何时在投屏上显示。',
    'Only concluded projects are ranked; equal totals share a rank. The chair decides when the room sees it.',
  ),
  projects: text('议程', 'Agenda'),
  projectsHelp: text(
    '按评审顺序排列；拖动左侧手柄，或在手柄上按 ↑ ↓ 调整顺序。专家、组长和规则各项目共用，在下面统一设定。',
    'In the order of the meeting. Drag a handle, or press ↑ ↓ on it. People and rules are shared and set below.',
  ),
  handle: text('移动“{name}”，第 {n} 个，共 {of} 个', 'Move “{name}”, {n} of {of}'),
  movedTo: text('“{name}”现在是第 {n} 个。', '“{name}” is now number {n}.'),
  openSetup: text('打开', 'Open'),
  remove: text('移出', 'Take off'),
  aside: text('已移出议程', 'Taken off the agenda'),
  putBack: text('放回议程', 'Put back'),
  add: text('添加项目', 'Add a project'),
  addFrom: text('起始指标体系', 'Start from'),
  adding: text('正在添加…', 'Adding…'),
  peopleHelp: text(
    '全部项目用同一组专家和同一位组长；已开始评分的项目不受后来的改动影响。',
    'All projects have the same people; projects that have begun keep theirs.',
  ),
  rulesHelp: text(
    '各项目用同样的规则；已开始评分的项目不再变动。',
    'All projects have the same rules; those that have begun keep theirs.',
  ),
  invitationsHelp: text(
    '每人只用一张邀请单，整场会议的所有项目都用它进入。',
    'One slip for each person opens every project of the meeting.',
  ),
  setInSitting: text(
    '专家、组长、规则和邀请由整场会议统一设定，各项目共用。',
    'People, rules and invitations are set once for the whole meeting.',
  ),
  toDesk: text('去会议设置', 'Go to the meeting'),
  saved: text('已保存', 'Saved'),
  record: text('会议记录', 'Record of the meeting'),
  recordHelp: text(
    '这里只记会议本身；各项目的评审过程在各自的记录里。',
    'Only what concerns the meeting as a whole; each project has a record of its own.',
  ),
  rankingPage: text('排名与记录', 'Ranking and record'),
  backToMeeting: text('返回会议', 'Back to the meeting'),
  forThoseWhoLead: text(
    '排名表和会议记录由组长和秘书查看、打印。',
    'The ranking and the record are for the chair and the secretary to read and print.',
  ),
  print: text('打印', 'Print'),
  several: text('多个项目', 'Several projects'),
  single: text('一个项目', 'One project'),
  how: text('这次会议评审', 'This meeting is about'),
  severalHelp: text(
    '同一组专家依次评审多个项目：一次邀请、一块投屏，组长逐个推进，最后可出排名表。项目在下一页添加。',
    'The same people on one project after the other: one invitation, one projection, a ranking at the end where wanted. Projects are added on the next page.',
  ),
  createSitting: text('新建会议', 'Create the meeting'),
  sittingsHere: text('已建的多项目会议', 'Meetings on several projects'),
  sittingsDone: text('{of} 个项目，{n} 个已封存', '{of} projects, {n} sealed'),
} satisfies Record<string, Text>;
