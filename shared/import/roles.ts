import { bare } from './bare.ts';

/** What a column of a framework's table holds. Levels count from 1; `weight2` is level 2's points. */
export const ROLES = [
  ...(['level1', 'level2', 'level3', 'level4'] as const),
  ...(['weight1', 'weight2', 'weight3', 'weight4'] as const),
  ...([
    'points',
    'criteria',
    'explanation',
    'responsible',
    'step',
    'selfScore',
    'selfReason',
  ] as const),
  'ignored',
] as const;
export type Role = (typeof ROLES)[number];

/** Why a column is not read. */
export type Ignored =
  /** Numbers the rows. */
  | 'serial'
  /** Scores, reasons and other outcomes: they come from the panel, not from a file. */
  | 'result'
  /** Its heading says nothing that we know. */
  | 'unknown'
  /** Nobody sees it in the office table. */
  | 'hidden'
  /** Another column has this role already. */
  | 'second';

/** What a heading says alone; `name` is a level without a number, `amount` points of something. */
export type HeadWord =
  | Exclude<Role, 'points' | 'ignored'>
  | 'name'
  | 'amount'
  | 'serial'
  | 'result'
  | 'description'
  | 'score'
  | 'why'
  | null;

const NUMERALS = ['一1ⅰ', '二2ⅱ', '三3ⅲ', '四4ⅳ'];
const LEVEL =
  /^第?([一二三四1234ⅰⅱⅲⅳ])级(?=指标|维度|目录|内容|要素|评价|考核|名称|分值|权重|$)|^(?:indicator)?level([1234])/;
const AMOUNT =
  /分值|权重|满分|标准分|基准分|基本分|应得分|赋分|配分|比重|^分数$|points|weight|^max/;
const SELF = /自评|自查|自我评|self/;
const REASON = /说明|理由|原因|情况|依据|描述|reason|explanation/;
const CRITERIA =
  /(?:评分|评价|计分|打分|考核|评定|评审|扣分|得分)(?:标准|细则|办法|方法|规则)|^(?:标准|细则)$|criteri/;
const WHAT_COUNTS = /评价要点|评分要点|考核要点|评价依据/;
const RESPONSIBLE = /(?:责任|牵头|负责|承担|考核)(?:单位|部门|科室|处室|股室|主体|人)|responsible/;
const STEP = /评分档|计分档|打分档|步长|最小(?:打分|计分)?单位|^step/;
const SERIAL = /^(?:序号|编号|项次|no\.?|#)$/;
const WHY = /(?:扣分|偏差|未完成|得分)(?:的?)(?:理由|原因|说明|依据)|改进措施/;
const SCORE = /^(?:得分|评分|打分|实得分|实际得分|评价得分|评价分数?)(?:\(.*\))?$/;
const RESULT =
  /得分|评分|打分|扣分|得分率|结果|结论|备注|等级|指标值|完成值|完成情况|目标值|实际值|佐证|附件|资料|数据来源|^score|remark/;
const DESCRIPTION = /说明|description/;
const EXPLANATION = /解释|要点|内涵|释义|定义|含义|explanation|内容/;
const NAME =
  /^(?:评价|考核|绩效|评估|评审|评分|具体|末级)?(?:指标|维度|要素|类别|方面|因素)(?:名称|目录|体系)?$|^名称$|^(?:评价|考核|考评|测评|评分|检查)(?:项目|内容|事项)$|^(?:indicator|name)$/;
/** All levels in one column: "一、二、三级指标", "一级/二级/三级指标". */
const ALL_LEVELS = /^(?:[一二三四]级?[、/,及和]){1,3}[一二三四]级指标(?:名称)?$/;

/** Longer texts are no headings, whatever words are in them. */
const LONGEST = 40;

/** Reads one heading; the two or three that stand above each other over one column, by lines. */
export function headWord(heading: string): HeadWord {
  const text = bare(heading);
  if (text === '' || text.length > LONGEST) return null;
  const lines = heading.split('\n').map(bare);
  const level = lines.map((line) => LEVEL.exec(line)).find((match) => match !== null);
  if (level) {
    const numeral = level[1] ?? level[2]!;
    const number = (NUMERALS.findIndex((forms) => forms.includes(numeral)) + 1) as 1 | 2 | 3 | 4;
    return AMOUNT.test(text) ? `weight${number}` : `level${number}`;
  }
  if (SELF.test(text)) return REASON.test(text) ? 'selfReason' : 'selfScore';
  if (CRITERIA.test(text)) return 'criteria';
  if (SERIAL.test(text)) return 'serial';
  if (RESPONSIBLE.test(text)) return 'responsible';
  if (STEP.test(text)) return 'step';
  if (WHY.test(text)) return 'why';
  if (SCORE.test(text)) return 'score';
  if (NAME.test(text) || ALL_LEVELS.test(text)) return 'name';
  if (AMOUNT.test(text)) return 'amount';
  if (WHAT_COUNTS.test(text)) return 'description';
  if (RESULT.test(text)) return 'result';
  if (EXPLANATION.test(text)) return 'explanation';
  if (DESCRIPTION.test(text)) return 'description';
  return null;
}

export const levelOf = (role: Role): number | null =>
  /^level[1-4]$/.test(role) ? Number(role.at(-1)) : null;

export const weightOf = (role: Role): number | null =>
  /^weight[1-4]$/.test(role) ? Number(role.at(-1)) : null;
