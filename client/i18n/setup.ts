import type { Policy } from '../../shared/consensus/terms.ts';
import type { Section } from '../../shared/panel/terms.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** The set-up page, but for the framework editor and the findings. */
export const setup = {
  title: text('准备评审会', 'Set up the panel'),
  steps: text('准备步骤', 'Steps'),
  complete: text('已齐', 'Complete'),
  missing: text('还差 {n} 处', '{n} to mend'),
  arrived: text('{n} / {of} 已进入', '{n} / {of} have joined'),
  project: text('项目', 'Project'),
  framework: text('指标体系', 'Framework'),
  evidence: text('佐证材料', 'Evidence'),
  people: text('专家与组长', 'Experts and chair'),
  rules: text('规则', 'Rules'),
  invite: text('邀请', 'Invitations'),
  related: text('相关页面', 'Related pages'),
  views: text('评审进展与邀请', 'Progress and invitations'),
  progress: text('评审进展', 'Progress'),
  resultPage: text('结果', 'Result'),

  typed: text('仅在本机，即将保存…', 'On this device, saving shortly…'),
  saving: text('正在保存…', 'Saving…'),
  waiting: text('仅在本机，连上后保存', 'On this device, saved once connected'),
  saved: text('已保存 {time}', 'Saved {time}'),
  untouched: text('边填边存', 'Saved as you type'),
  refused: text('未保存：{why}', 'Not saved: {why}'),
  malformed: text(
    '内容超出限制，请先改正标出的字段。',
    'it is beyond the limits; mend the fields that are marked.',
  ),

  keptTitle: text(
    '另一台设备刚刚改过“{section}”，下面显示的是最新内容。您在这里填写的保留如下：',
    'Another device has just changed “{section}”; the latest is shown. What you typed here is kept:',
  ),
  keptNothing: text('（与最新内容相同）', '(the same as the latest)'),
  useMine: text('用我填写的', 'Use mine'),
  dropMine: text('放弃我填写的', 'Discard mine'),
  lateTitle: text(
    '评分已经开始，“{section}”中最后的改动没有保存：',
    'Scoring has begun; the last changes in “{section}” were not saved:',
  ),

  projectName: text('项目名称', 'Project name'),
  department: text('主管部门', 'Department'),
  unit: text('项目单位', 'Implementing unit'),
  period: text('评价年度（周期）', 'Period evaluated'),
  budget: text('预算金额', 'Budget'),
  spent: text('支出金额', 'Spent'),
  moneyHint: text('可写 1,200,000 或 120万元', 'Write 1,200,000 (yuan) or 120万'),
  moneyReads: text('{yuan} 元（{wan} 万元）', '{yuan} yuan ({wan} × 10,000)'),
  execution: text('预算执行率', 'Execution rate'),
  executionUnknown: text('填写预算和支出后算出', 'Shown once both amounts are there'),

  expertsHelp: text(
    '2 至 15 位。可把名单整列粘贴到“姓名”格：姓名、职称、单位各占一列。',
    'Two to fifteen. A whole list can be pasted into a name: name, title and organisation in columns.',
  ),
  experts: text('专家', 'Experts'),
  name: text('姓名', 'Name'),
  personTitle: text('职称或资格', 'Title or qualification'),
  organisation: text('单位', 'Organisation'),
  expertField: text('第 {n} 位专家：{field}', 'Expert {n}: {field}'),
  moveUp: text('上移', 'Up'),
  moveDown: text('下移', 'Down'),
  remove: text('移除', 'Remove'),
  forExpert: text('{act}：{name}', '{act}: {name}'),
  addExpert: text('增加专家', 'Add an expert'),
  full: text('已满 15 位', 'All fifteen seats are taken'),
  removed: text('已移除 {name}。其邀请随之作废。', '{name} was removed; the invitation is void.'),
  putBack: text('放回', 'Put back'),
  chair: text('组长', 'Chair'),
  chairHelp: text(
    '组长主持合议并逐项定分。可由一位专家兼任，也可另设不评分的组长。',
    'The chair leads the deliberation and settles each indicator: one of the experts, or somebody who does not score.',
  ),
  chairSeparate: text('另设组长（不评分）', 'A separate chair (does not score)'),
  chairField: text('组长：{field}', 'Chair: {field}'),

  policy: text('合成规则', 'Consensus policy'),
  frozen: text(
    '规则在开始评分时冻结，并印在结果上。',
    'The rules are frozen when scoring starts, and printed with the result.',
  ),
  grades: text('等级划分', 'Grades'),
  gradesGuangdong: text('广东五级', 'Guangdong, five bands'),
  gradesNational: text('国家四级', 'National, four bands'),
  band: text('{name} ≥{min}', '{name} ≥{min}'),
  lastBand: text('{name} <{below}', '{name} <{below}'),
  blindness: text('评分方式', 'While scoring'),
  blind: text('背靠背', 'Blind'),
  blindHelp: text(
    '揭示之前，任何人都看不到别人的分数，包括组长和秘书。',
    "Until the reveal nobody sees another's scores, neither chair nor secretary.",
  ),
  open: text('公开', 'Open'),
  openHelp: text(
    '评分过程中即可看到各指标的汇总；适合讨论式评审。',
    'The aggregate of each indicator shows while scoring; for panels that discuss as they go.',
  ),
  anonymity: text('揭示之后', 'After the reveal'),
  named: text('署名', 'By name'),
  namedHelp: text(
    '专家之间可以看到谁给了多少分、写了什么理由。',
    'Experts see who gave which score and reason.',
  ),
  anonymous: text('匿名', 'Anonymous'),
  anonymousHelp: text(
    '专家之间只看到分数与理由，不知是谁；组长和秘书仍见姓名。投屏上从不出现姓名。',
    'Experts see scores and reasons without names; chair and secretary see names. The projection never shows any.',
  ),

  start: text('开始评分', 'Start scoring'),
  ready: text('准备已齐，可以开始。', 'All is ready.'),
  notReady: text('还有 {n} 处需要补齐', '{n} to mend before scoring can start'),
  reasons: text('开始之前还需补齐', 'To mend before scoring starts'),
  warnings: text('可以开始，但请留意', 'Worth a look, though scoring can start'),
  unsavedYet: text('正在保存，请稍候…', 'Saving, one moment…'),
  keptOpen: text(
    '“{section}”中有两台设备的不同内容，请先选定。',
    'Two devices differ in “{section}”; choose one first.',
  ),
  confirmTitle: text('开始评分？', 'Start scoring?'),
  confirm: text('确认开始', 'Start now'),
  confirmFreeze: text(
    '指标体系、专家名单和规则从此冻结，不能再改。',
    'The framework, the experts and the rules are frozen from now on.',
  ),
  confirmOpen: text(
    '{n} 位专家的评分表将同时打开；已有 {joined} 位进入，其余随时可凭邀请码进入。',
    'The scorecards of {n} experts open at the same moment; {joined} have joined, the others may join any time.',
  ),
} satisfies Record<string, Text>;

export const SECTION_WORDS: Record<Section, Text> = {
  project: setup.project,
  framework: setup.framework,
  selfAssessment: text('自评', 'Self-assessment'),
  evidence: setup.evidence,
  experts: setup.experts,
  chair: setup.chair,
  rules: setup.rules,
};

/** What each policy does, in one sentence. Its name is in common.ts. */
export const POLICY_HELP: Record<Policy, Text> = {
  mean: text(
    '每项取全体专家的平均分。通常的做法：评价得分＝各专家得分之和÷专家人数。',
    "Each indicator is the mean of all experts. The usual way: the sum of the experts' scores ÷ their number.",
  ),
  'trimmed-per-indicator': text(
    '每项去掉一个最高分和一个最低分，其余取平均；不足 5 个分数时改用算术平均，并注明。',
    'On each indicator the highest and the lowest score are dropped and the rest averaged; with fewer than five the plain mean is used, and says so.',
  ),
  'trimmed-totals': text(
    '去掉总分最高和总分最低的两位专家，其余专家各项取平均；不足 5 位时改用算术平均，并注明。',
    'The experts with the highest and the lowest total are left out, the others averaged; with fewer than five the plain mean is used, and says so.',
  ),
  median: text(
    '每项取居中的分数，个别极端分数不影响结果。',
    'Each indicator is the middle score, so that a single extreme has no effect.',
  ),
  unanimous: text(
    '专家给分一致才能定分，不一致时先讨论。适合有客观依据的指标。',
    'An indicator is settled only when the experts agree; otherwise they discuss first. For objective indicators.',
  ),
};
