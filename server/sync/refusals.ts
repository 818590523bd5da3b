import { sentenceOf, type RefusalCode } from '../../shared/panel/refusals.ts';
import type { SyncRefusal, SyncRefusalCode } from '../../shared/wire/sync.ts';

/** 'text-too-long' is a fault of a document and a refusal of the panel alike. */
type OwnCode = Exclude<SyncRefusalCode, RefusalCode>;

const SENTENCES: Record<OwnCode, { zh: string; en: string }> = {
  malformed: {
    zh: '设备发送的内容无法识别，未保存；请刷新页面后重新填写。',
    en: 'What this device sent could not be read and was not saved; reload and enter it again.',
  },
  'too-large': {
    zh: '一次提交的内容过多，未保存；请刷新页面后分几次填写。',
    en: 'That was too much at once and was not saved; reload and enter it in smaller steps.',
  },
  'not-a-card': {
    zh: '提交的内容不属于评分表，未保存；请刷新页面后重新填写。',
    en: 'What was sent is not part of a scorecard and was not saved; reload and enter it again.',
  },
  'not-a-score': {
    zh: '得分必须是数字或“弃评”，请改正。',
    en: 'A score must be a number, or an abstention; correct it.',
  },
  'not-a-basis': {
    zh: '所填的计分依据无法识别，未保存；请重新填写。',
    en: 'What the score was based on could not be read and was not saved; enter it again.',
  },
  'edits-missing': {
    zh: '此前的修改没有全部送达，本次未保存；请刷新页面后重新填写。',
    en: 'Earlier edits never arrived, so this one was not saved; reload and enter it again.',
  },
  'client-id-in-use': {
    zh: '两个窗口使用了同一份文档，本次未保存；请刷新页面后重新填写。',
    en: 'Two windows share one document, so this was not saved; reload and enter it again.',
  },
  'card-full': {
    zh: '这份评分表的修改记录已满，不能再改；请联系秘书。',
    en: 'This card holds as many edits as it can; ask the secretary.',
  },
  'link-voided': {
    zh: '此链接已作废，请向秘书索取新链接。',
    en: 'This link is no longer valid; ask the secretary for a new one.',
  },
  'not-your-seat': {
    zh: '这台设备没有进入此席位，请重新打开您的链接。',
    en: 'This device does not hold that seat; open your link again.',
  },
};

export function syncRefusal(code: SyncRefusalCode): SyncRefusal {
  return isOwn(code)
    ? { code, ...SENTENCES[code] }
    : { code, zh: sentenceOf({ code }, 'zh'), en: sentenceOf({ code }, 'en') };
}

function isOwn(code: SyncRefusalCode): code is OwnCode {
  return Object.hasOwn(SENTENCES, code);
}
