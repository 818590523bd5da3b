import type { FindingCode } from '../../shared/framework/checks.ts';
import type { SetupFinding } from '../../shared/panel/check-setup.ts';
import type { Text } from './language.svelte.ts';

const text = (zh: string, en: string): Text => ({ zh, en });

/** What is wrong in the tree. `{actual}` and `{limit}` are what the finding's code says. */
export const FRAMEWORK_FINDINGS: Record<FindingCode, Text> = {
  'no-indicators': text('还没有指标。', 'There are no indicators yet.'),
  'total-off': text('合计 {actual} 分，须为 {limit} 分。', 'Adds up to {actual}; must be {limit}.'),
  'too-many-leaves': text(
    '共 {actual} 项，最多 {limit} 项。',
    '{actual} indicators; at most {limit}.',
  ),
  'too-deep': text('在第 {actual} 级，最多 {limit} 级。', 'On level {actual}; at most {limit}.'),
  'sum-off': text(
    '标明 {actual} 分，下级合计 {limit} 分。',
    'Declared {actual}, adds up to {limit}.',
  ),
  'points-missing': text('请填写分值。', 'Give it points.'),
  'points-invalid': text(
    '分值须大于 0，不超过 {limit}。',
    'Points must be over 0 and at most {limit}.',
  ),
  'points-off-step': text(
    '分值 {actual} 不是评分档 {limit} 的整数倍；仍可给满分。',
    '{actual} is no multiple of the step {limit}; the maximum can be given all the same.',
  ),
  'step-invalid': text('评分档须大于 0。', 'The step must be over 0.'),
  'name-empty': text('请填写指标名称。', 'Give it a name.'),
  'title-empty': text('指标体系没有名称。', 'The framework has no title.'),
  'name-too-long': text(
    '名称有 {actual} 字，最多 {limit} 字。',
    '{actual} characters; at most {limit}.',
  ),
  'title-too-long': text(
    '名称有 {actual} 字，最多 {limit} 字。',
    '{actual} characters; at most {limit}.',
  ),
  'criteria-too-long': text(
    '评分标准有 {actual} 字，最多 {limit} 字。',
    'The criteria have {actual} characters; at most {limit}.',
  ),
  'explanation-too-long': text(
    '说明有 {actual} 字，最多 {limit} 字。',
    'The explanation has {actual} characters; at most {limit}.',
  ),
  'responsible-too-long': text(
    '责任单位有 {actual} 字，最多 {limit} 字。',
    'The responsible unit has {actual} characters; at most {limit}.',
  ),
  rule: text('评分规则：{what}', 'Rule: {what}'),
  'name-repeated': text('同级有 {actual} 个同名指标。', '{actual} siblings share this name.'),
  'id-malformed': text(
    '内部编号不合规，请删除此行后重新添加。',
    'Its internal id is malformed; delete the row and add it again.',
  ),
  'id-repeated': text(
    '内部编号重复，请删除此行后重新添加。',
    'Its internal id is used twice; delete the row and add it again.',
  ),
};

/** What is wrong elsewhere. `{field}` is the field's label. */
export const SETUP_FINDINGS: Record<Exclude<SetupFinding['code'], 'framework'>, Text> = {
  empty: text('请填写{field}。', 'Fill in: {field}.'),
  'too-long': text('{field}过长，最多 200 字。', '{field}: at most 200 characters.'),
  negative: text('{field}不能为负数。', "{field} can't be negative."),
  'too-few-experts': text('至少需要两位专家。', 'At least two experts are needed.'),
  'too-many-experts': text('专家最多十五位。', 'At most fifteen experts.'),
  'same-name': text(
    '与另一位专家同名，请加以区分。',
    'Another expert has this name; tell them apart.',
  ),
  'no-chair': text('请选定组长。', 'Choose a chair.'),
  'score-out-of-range': text(
    '自评得分应在 0 与分值之间。',
    'It must lie between 0 and the points.',
  ),
  'no-attachment': text('请附上文件或填写链接。', 'Attach a file, or give a link.'),
  'two-attachments': text(
    '文件和链接只能留一个，请去掉其中之一。',
    'Keep either the file or the link, not both.',
  ),
  'not-a-link': text(
    '链接须以 http:// 或 https:// 开头，中间没有空格。',
    'A link begins with http:// or https:// and has no spaces.',
  ),
  'same-number': text(
    '编号与另一条佐证重复，请移除其中一条后重新添加。',
    'Another item has this number; remove one of them and add it again.',
  ),
  'no-indicator': text(
    '所属指标已删除，评审时不会出现。可改挂到其他指标，或移除。',
    'Its indicator was deleted, so nobody will see it. Move it to another one, or remove it.',
  ),
};

export const findingWords = {
  moneyUnreadable: text(
    '看不懂这个金额，尚未保存。请写数字，如 1,200,000 或 120万元。',
    "This amount can't be read and isn't saved. Write a number, such as 1,200,000 or 120万.",
  ),
  pointsUnreadable: text('不是分数，未保存。', 'No number; not saved.'),
  unreadable: text(
    '{field}：填写的内容看不懂，尚未保存。',
    "{field}: what it holds can't be read and isn't saved.",
  ),
  at: text('{place}：{what}', '{place}: {what}'),
  expertNumber: text('第 {n} 位专家', 'Expert {n}'),
} satisfies Record<string, Text>;
