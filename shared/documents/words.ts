import type { Policy } from '../consensus/terms.ts';

/** A document is printed in one language; names, criteria, reasons and grades stay as written. */
export type Language = 'zh' | 'en';

const word = (zh: string, en: string): Record<Language, string> => ({ zh, en });

/** Words of the printed documents. `{n}` marks a value. */
export const words = {
  opinionTitle: word('重点项目绩效评价小组意见表', 'Panel Opinion on a Key Project'),
  scoringTitle: word('项目绩效评价评分表', 'Project Evaluation Scores'),
  summaryTitle: word('项目绩效评价综合得分', 'Project Evaluation Summary'),
  deductionsTitle: word('扣分情况表', 'Deductions'),
  minutesTitle: word('会议讨论记录', 'Minutes of the Discussion'),
  signaturesTitle: word('评审组签字', 'Signatures of the Panel'),
  recordTitle: word('评审会记录', 'Record of the Panel'),

  opinionName: word('意见表', 'Opinion'),
  scoringName: word('评分表', 'Scores'),
  summaryName: word('综合得分', 'Summary'),
  deductionsName: word('扣分情况', 'Deductions'),
  evidenceDocument: word('佐证清单', 'Evidence'),
  earlierName: word('此前结果', 'Earlier results'),
  recordName: word('记录', 'Record'),

  draft: word('未封存 · 草稿', 'Draft · not sealed'),
  illustrative: word(
    '示例数据：个人评分为演示所拟',
    'Illustrative: individual scores were made up',
  ),
  page: word('第 {n} 页，共 {of} 页', 'Page {n} of {of}'),
  code: word('封存码 {code}', 'Seal {code}'),

  level1: word('一级指标', 'Level 1'),
  level2: word('二级指标', 'Level 2'),
  level3: word('三级指标', 'Level 3'),
  level4: word('四级指标', 'Level 4'),
  name: word('名称', 'Name'),
  weight: word('权重(%)', 'Weight (%)'),
  points: word('分值', 'Points'),
  criteria: word('评分标准', 'Criteria'),
  score: word('评分', 'Score'),
  selfScore: word('自评得分', 'Self score'),
  expertScore: word('专家评分', 'Expert score'),
  reason: word('扣分理由', 'Reason for deduction'),
  sum: word('合计', 'Total'),
  scoreSum: word('得分合计', 'Total score'),
  grade: word('评价等级', 'Grade'),
  note: word('备注', 'Notes'),

  dimension: word('评价维度', 'Dimension'),
  evaluated: word('评价得分', 'Score'),
  rate: word('得分率', 'Rate'),

  number: word('序号', 'No.'),
  indicator: word('指标', 'Indicator'),
  deduction: word('扣分', 'Deducted'),
  noDeduction: word('各项指标均为满分，没有扣分。', 'Every indicator has its full points.'),

  scoresGiven: word('专家评分', 'Scores given'),
  proposed: word('合成', 'Proposed'),
  decidedScore: word('定分', 'Decided'),
  took: word('用时', 'Time'),
  discussion: word('讨论记录', 'Discussion'),

  person: word('姓名', 'Name'),
  duty: word('职责', 'Duty'),
  qualification: word('职称或资格', 'Title or qualification'),
  organisation: word('工作单位', 'Organisation'),
  signature: word('签字', 'Signature'),
  signedAt: word('签字时间', 'Signed at'),
  chair: word('组长', 'Chair'),
  expert: word('专家', 'Expert'),
  signed: word('已签字', 'Signed'),
  signedWithDissent: word('已签字，有保留意见', 'Signed (with a dissent)'),
  unsigned: word('未签字', 'Not signed'),
  evidenceTitle: word('佐证材料清单', 'Evidence'),
  evidenceName: word('名称', 'Title'),
  source: word('来源', 'Source'),
  attachment: word('文件或链接', 'File or link'),
  attachedFile: word('{name}\nSHA-256 {digest}…', '{name}\nSHA-256 {digest}…'),

  earlierTitle: word('第 {n} 次结果（已作废）', 'Result {n} (superseded)'),
  earlierSignatures: word('第 {n} 次结果的签字', 'Signatures of result {n}'),
  earlierGrade: word('评价等级：{grade}', 'Grade: {grade}'),
  earlierConcluded: word('{time} 形成结论；', 'Concluded {time}; '),
  earlierSealed: word('{time} 封存，封存码 {code}。', 'sealed {time}, seal {code}.'),
  earlierUnsealed: word('未封存。', 'never sealed.'),
  earlierReopened: word(
    '{time} 重新开启：{asker}申请，{approver}批准。理由：{reason}',
    'Reopened {time}: asked for by {asker}, approved by {approver}. Reason: {reason}',
  ),

  dissent: word('保留意见：{text}', 'Dissent: {text}'),

  project: word('项目名称', 'Project'),
  department: word('主管部门', 'Department'),
  unit: word('实施单位', 'Implementing unit'),
  period: word('评价期间', 'Period'),
  budget: word('预算金额', 'Budget'),
  spent: word('支出金额', 'Spent'),
  execution: word('预算执行率', 'Budget execution'),
  money: word('{amount} 万元', 'CNY {amount}'),
  concludedAt: word('结论时间', 'Concluded'),

  rankingTitle: word('项目绩效评价排名表', 'Ranking of the Projects'),
  meeting: word('会议名称', 'Meeting'),
  rank: word('名次', 'Rank'),
  notConcluded: word('未形成结论', 'Not concluded'),
  sittingRecordTitle: word('会议记录', 'Record of the Meeting'),

  time: word('时间', 'Time'),
  entry: word('记录号', 'Entry'),
  happening: word('事项', 'What happened'),
} satisfies Record<string, Record<Language, string>>;

export const policyNames: Record<Policy, Record<Language, string>> = {
  mean: word('算术平均', 'mean'),
  'trimmed-per-indicator': word('逐项去最高最低后平均', 'trimmed mean per indicator'),
  'trimmed-totals': word('按专家总分去最高最低后平均', 'trimmed mean of expert totals'),
  median: word('逐项中位数', 'median per indicator'),
  unanimous: word('一致通过', 'unanimous'),
};

/** The word in a language with its values filled in. */
export function say(
  text: Record<Language, string>,
  language: Language,
  values: Readonly<Record<string, string | number>> = {},
): string {
  return text[language].replace(/\{(\w+)\}/g, (whole, name: string) =>
    Object.hasOwn(values, name) ? String(values[name]) : whole,
  );
}
