import type { SeatId } from './terms.ts';

/** Why a command or an edit was not carried out. The code is the contract; sentences are for people. */
export type Refusal =
  | { code: 'not-your-role' }
  | { code: 'wrong-phase' }
  | { code: 'unknown-seat' }
  | { code: 'unknown-indicator' }
  | { code: 'unknown-card' }
  | { code: 'setup-incomplete' }
  | { code: 'setup-changed-meanwhile' }
  | { code: 'not-a-setup' }
  | { code: 'indicators-open'; leaves: string[] }
  | { code: 'already-submitted' }
  | { code: 'not-submitted' }
  | { code: 'not-all-submitted'; seats: SeatId[] }
  | { code: 'nobody-submitted' }
  | { code: 'score-out-of-range'; leaves: string[] }
  | { code: 'score-off-grid'; leaves: string[] }
  | { code: 'notes-without-scores' }
  | { code: 'basis-unfit'; leaves: string[] }
  | { code: 'deductions-differ'; leaves: string[] }
  | { code: 'departure-unexplained'; leaves: string[] }
  | { code: 'reason-missing'; leaves: string[] }
  | { code: 'text-too-long' }
  | { code: 'experts-disagree'; leaves: string[] }
  | { code: 'experts-differ'; leaves: string[] }
  | { code: 'scores-moved'; leaves: string[] }
  | { code: 'text-moved' }
  | { code: 'indicators-undecided'; leaves: string[] }
  | { code: 'draft-undecided'; leaves: string[] }
  | { code: 'result-differs'; leaves: string[] }
  | { code: 'already-signed' }
  | { code: 'not-all-signed'; seats: SeatId[] }
  | { code: 'already-exists' }
  | { code: 'changed-meanwhile' }
  | { code: 'too-many-rounds' }
  | { code: 'recused' }
  | { code: 'recusal-without-reason' }
  | { code: 'unknown-recusal' }
  | { code: 'lift-without-reason' }
  | { code: 'chair-recused' }
  | { code: 'nobody-left' }
  | { code: 'keyed-in' }
  | { code: 'hand-in-first' }
  | { code: 'has-compared' }
  | { code: 'not-compared' }
  | { code: 'panel-sealed' }
  | { code: 'set-in-sitting' }
  | { code: 'seat-under-way'; seats: SeatId[] }
  | { code: 'seat-taken-part'; seats: SeatId[] }
  | { code: 'unknown-project' }
  | { code: 'project-begun' }
  | { code: 'too-many-projects' }
  | { code: 'no-ranking' }
  | { code: 'reopening-pending' }
  | { code: 'reopening-unreasoned' }
  | { code: 'no-reopening' }
  | { code: 'second-person-needed' };

export type RefusalCode = Refusal['code'];

type Sentences = Record<RefusalCode, { zh: string; en: string }>;

const SENTENCES: Sentences = {
  'not-your-role': {
    zh: '您的席位不能执行这一步，请由组长或秘书操作。',
    en: 'Your seat may not do this; ask the chair or the secretary.',
  },
  'wrong-phase': {
    zh: '评审会已进入另一阶段，请按页面上的当前步骤继续。',
    en: 'The panel is in another phase; go on with the step the page shows.',
  },
  'unknown-seat': {
    zh: '没有这个席位，请刷新页面。',
    en: 'There is no such seat; reload the page.',
  },
  'unknown-indicator': {
    zh: '指标体系中没有这个指标，请刷新页面。',
    en: 'The framework has no such indicator; reload the page.',
  },
  'unknown-card': {
    zh: '没有这份评分表，请刷新页面。',
    en: 'There is no such card; reload the page.',
  },
  'setup-incomplete': {
    zh: '准备尚未完成，请先补齐页面上标出的各项。',
    en: 'The setup is not complete; mend the fields that are marked first.',
  },
  'setup-changed-meanwhile': {
    zh: '另一台设备刚刚改过这里，已显示最新内容，请核对后再改。',
    en: 'Another device has just changed this; the latest is shown, check it and change it again.',
  },
  'not-a-setup': {
    zh: '提交的内容格式不对，未保存；请检查后重试。',
    en: 'What was sent is not a valid setup and was not saved; check it and try again.',
  },
  'indicators-open': {
    zh: '还有指标未评分；请评分或选择弃评后再交卷。',
    en: 'Some indicators are still open; score them or abstain, then hand in.',
  },
  'already-submitted': {
    zh: '评分表已交；如需修改，请先撤回。',
    en: 'The card is handed in; take it back to change it.',
  },
  'not-submitted': {
    zh: '评分表尚未交卷，无需撤回。',
    en: 'The card is not handed in, so there is nothing to take back.',
  },
  'not-all-submitted': {
    zh: '还有专家未交卷；请等待，或确认不含这些专家后再揭示。',
    en: 'Some experts have not handed in; wait, or confirm revealing without them.',
  },
  'nobody-submitted': {
    zh: '还没有任何专家交卷，不能揭示。',
    en: 'Nobody has handed in yet, so there is nothing to reveal.',
  },
  'score-out-of-range': {
    zh: '得分必须在 0 与分值之间，请改正。',
    en: 'A score must lie between 0 and the maximum; correct it.',
  },
  'score-off-grid': {
    zh: '得分不在该指标的评分档上，请改正。',
    en: "A score is not on the indicator's grid; correct it.",
  },
  'notes-without-scores': {
    zh: '讨论记录只写文字，不填分数。',
    en: 'Notes of the discussion hold words, not scores.',
  },
  'basis-unfit': {
    zh: '所填的计分依据不符合该指标的评分标准或分值，请改正。',
    en: "What the score was based on does not fit the indicator's criteria or points; correct it.",
  },
  'deductions-differ': {
    zh: '逐条所列扣分之和与所扣分数不符；请补齐或改正后再交卷。',
    en: 'The listed deductions do not add up to what was deducted; correct them, then hand in.',
  },
  'departure-unexplained': {
    zh: '所给分数与按标准计算的分数不同，请写明理由后再交卷。',
    en: 'A score departs from what the criteria compute; say why, then hand in.',
  },
  'reason-missing': {
    zh: '低于满分的指标需要写明扣分理由。',
    en: 'An indicator below its maximum needs a deduction reason.',
  },
  'text-too-long': {
    zh: '文字过长，请缩短后重试。',
    en: 'The text is too long; shorten it and try again.',
  },
  'experts-disagree': {
    zh: '按一致规则，专家意见一致后才能定分；请先讨论或改用统一的分数。',
    en: 'Under the unanimous policy experts must agree before this is decided; discuss it first.',
  },
  'experts-differ': {
    zh: '客观指标须评分一致后才能定分；请就该指标再开一轮，或由有关专家回避。',
    en: 'An objective indicator is decided only once the experts agree: open a further round on it, or let an expert recuse.',
  },
  'scores-moved': {
    zh: '该指标的有效评分刚刚变动（回避或新一轮评分），本次未定分；请查看最新评分后再定分。',
    en: 'The scores that count here have just changed (a recusal or another round), so nothing was decided; look at them and decide again.',
  },
  'text-moved': {
    zh: '另一个人（或另一台设备）刚刚改过这段文字，本次未保存；请对照最新文字后再保存。',
    en: 'Somebody else, or another device, has just written here, so this was not saved; compare both, then save again.',
  },
  'indicators-undecided': {
    zh: '还有指标未定分，请全部定分后再形成结论。',
    en: 'Some indicators are not decided; decide all of them, then conclude.',
  },
  'draft-undecided': {
    zh: '有指标在定分后又被修改，请组长重新定分。',
    en: 'Some indicators were edited after their decision; the chair decides them again.',
  },
  'result-differs': {
    zh: '有合计、等级或文字中写明的得分前后不一致，不能形成结论；请看“一致性核对”。',
    en: 'A sum, the grade or a score stated in a text does not agree with the result, so there can be no conclusion; see “Consistency”.',
  },
  'already-signed': { zh: '您已签字。', en: 'You have already signed.' },
  'not-all-signed': {
    zh: '还有人未签字；请等待，或确认缺少这些签字后再封存。',
    en: 'Some have not signed; wait, or confirm sealing without their signatures.',
  },
  'already-exists': { zh: '评审会已存在。', en: 'The panel exists already.' },
  'changed-meanwhile': {
    zh: '内容同时被他人改动，本次未执行；请查看最新状态后重试。',
    en: 'Somebody changed this at the same moment; look at the latest state and try again.',
  },
  recused: {
    zh: '该专家已回避，不再评分。',
    en: 'This expert is recused and does not score here.',
  },
  'recusal-without-reason': {
    zh: '请写明回避的理由；理由会印在结果上。',
    en: 'Say why; the reason of a recusal is printed with the result.',
  },
  'unknown-recusal': {
    zh: '没有这条回避登记，请刷新页面。',
    en: 'There is no such recusal on record; reload the page.',
  },
  'lift-without-reason': {
    zh: '请写明撤销回避的理由；理由将记入评审会记录。',
    en: 'Say why the recusal is lifted; the reason goes on record.',
  },
  'chair-recused': {
    zh: '组长须主持全程，不能整体回避；请只就相关指标回避，或另建评审会指定其他组长。',
    en: 'The chair leads to the end: recuse the chair from single indicators, or set up a panel with another chair.',
  },
  'nobody-left': {
    zh: '其他专家均已回避，至少要有一位专家评分。',
    en: 'All others are recused; at least one expert has to score.',
  },
  'keyed-in': {
    zh: '本轮评分表由秘书按纸质表代录，本机只能查看；如需自己评分，请先停止代录。',
    en: 'The secretary keys in this card from paper, so it is read-only here; stop that to score yourself.',
  },
  'hand-in-first': {
    zh: '请先交卷：核对会看到他人的评分，交卷后才能进行。',
    en: 'Hand in first: comparing shows you the scores of somebody else.',
  },
  'has-compared': {
    zh: '核对他人评分表后，本轮的评分表不能再撤回。',
    en: 'After comparing the card of somebody else the own one can no longer be taken back.',
  },
  'not-compared': {
    zh: '这份代录评分表又有改动，请重新与纸质原件核对。',
    en: 'This keyed-in card has changed; compare it with the paper again.',
  },
  'too-many-rounds': {
    zh: '评分轮次已达上限，请在现有结果上定分。',
    en: 'No more rounds can be opened; decide on the scores that there are.',
  },
  'reopening-pending': {
    zh: '已有重新开启的申请等待答复，请先处理该申请。',
    en: 'A request to reopen is waiting for its answer; see to that one first.',
  },
  'reopening-unreasoned': {
    zh: '申请重新开启需要写明理由。',
    en: 'A request to reopen needs a reason.',
  },
  'no-reopening': {
    zh: '没有等待答复的重新开启申请，请刷新页面。',
    en: 'There is no request to reopen to answer; reload the page.',
  },
  'second-person-needed': {
    zh: '申请人不能自行批准；请由组长、秘书中的另一位批准。',
    en: 'Who asked cannot approve; the other of chair and secretary does.',
  },
  'panel-sealed': {
    zh: '结果已封存，不能直接改动；如确需更正，请由组长或秘书申请重新开启。',
    en: 'The result is sealed; to correct it, chair or secretary ask to reopen the panel.',
  },
  'set-in-sitting': {
    zh: '专家、组长、规则和邀请由本次会议统一设定，请在“议程”页修改。',
    en: 'People, rules and invitations are set for the whole sitting; change them on the agenda page.',
  },
  'seat-under-way': {
    zh: '有项目正在评审，在座的专家和组长暂不能去掉；请等该项目封存后再改。',
    en: 'A project is under way with this person; seal it before taking them off.',
  },
  'seat-taken-part': {
    zh: '该席位已参加过前面的项目，不能在原席位上换人；请去掉该席位，另加一位。',
    en: 'This seat took part in an earlier project; take it off and add the new person instead.',
  },
  'unknown-project': {
    zh: '议程上没有这个项目，请刷新页面。',
    en: 'There is no such project on the agenda; reload the page.',
  },
  'project-begun': {
    zh: '该项目已开始评分，不能移出议程。',
    en: 'This project has begun and stays on the agenda.',
  },
  'too-many-projects': {
    zh: '一次会议最多 30 个项目，请另建一次会议。',
    en: 'A sitting takes 30 projects at most; open another one.',
  },
  'no-ranking': {
    zh: '本次会议不排名；如需排名，请秘书在“议程”页开启。',
    en: 'This sitting has no ranking; the secretary can turn it on on the agenda page.',
  },
};

export function sentenceOf(refusal: Pick<Refusal, 'code'>, language: 'zh' | 'en'): string {
  return SENTENCES[refusal.code][language];
}
