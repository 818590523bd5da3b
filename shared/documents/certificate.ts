import { formatPoints } from '../framework/points.ts';
import type { SealView } from '../views/outcome-terms.ts';
import { heading, paragraph, tableOf } from './blocks.ts';
import { formatMoment } from './dates.ts';
import type { Block } from './document.ts';
import { type ResultFacts, shortCode } from './facts.ts';
import { cell, headOf, type Table } from './table.ts';
import { type Language, say } from './words.ts';

export const CERTIFICATE_TITLE = { zh: '封存证书', en: 'Certificate of the Seal' };

type Both = Record<Language, string>;

const W = {
  item: { zh: '项目', en: 'Item' },
  value: { zh: '内容', en: 'Value' },
  panel: { zh: '评审会', en: 'Panel' },
  result: { zh: '评价结果', en: 'Result' },
  outcome: { zh: '{total}分，{grade}', en: '{total} points, {grade}' },
  at: { zh: '封存时间', en: 'Sealed at' },
  entries: { zh: '记录条数', en: 'Entries of the log' },
  code: { zh: '封存码', en: 'Short code' },
  head: { zh: '链头（SHA-256）', en: 'Head of the chain (SHA-256)' },
  key: { zh: '密钥指纹（SHA-256）', en: 'Fingerprint of the key (SHA-256)' },
  signatures: { zh: '签字', en: 'Signatures' },
  signed: { zh: '应签 {of} 人，已签 {n} 人', en: '{n} of {of} signed' },
  dissents: { zh: '，保留意见 {n} 份', en: ', {n} with a dissent' },
  scan: {
    zh: '扫码得到链头全文。\n封存码是它的前 16 位，印在每一页的页脚。',
    en: 'The code holds the whole head of the chain.\nIts first 16 digits are the short code at the foot of each page.',
  },
  verify: { zh: '怎样核验', en: 'How to verify' },
  proves: { zh: '能证明什么', en: 'What it proves' },
} satisfies Record<string, Both>;

const STEPS: Both[] = [
  {
    zh: '组长或秘书在结果页下载记录（log.json），其中 records 按顺序列出每一条 entry 及其 hash。',
    en: 'The chair or the secretary downloads the log (log.json) from the result page: its records hold each entry and its hash, in order.',
  },
  {
    zh: '从第一条起逐条计算 SHA-256：依次为文本“heyi-log/v1”加一个零字节、上一条的 hash（32 字节，第一条之前为 32 个零字节）、entry 的规范 JSON（RFC 8785，UTF-8）。每条结果应与该条 hash 相同。',
    en: 'From the first record on, take SHA-256 of: the text “heyi-log/v1” and a zero byte; the hash before (32 bytes, zeros before the first); the entry as canonical JSON (RFC 8785, UTF-8). Each result equals the hash of its record.',
  },
  {
    zh: '第 {entries} 条为封存，其 hash 应与本页的链头完全相同。',
    en: 'Record {entries} is the seal, and its hash is the head on this page.',
  },
];

const KEY_STEPS: Both[] = [
  {
    zh: '第一条 entry 写明公钥（fact.key.public，Base64 编码的 SPKI DER）。对其 DER 字节计算 SHA-256，应与本页的密钥指纹相同。',
    en: 'The first entry names the public key (fact.key.public, SPKI DER in Base64). SHA-256 of its DER bytes is the fingerprint on this page.',
  },
  {
    zh: 'checkpoints 列出公布、形成结论、签字、封存各处的 hash 及其签名。用该公钥验证 Ed25519 签名，消息为文本“heyi-checkpoint/v1”加一个零字节、再加 hash 的 32 字节；position 为 {entries} 的一个应是本页的链头。',
    en: 'The checkpoints list the hash of each reveal, conclusion, signature and seal with its signature. Verify Ed25519 with that key over the text “heyi-checkpoint/v1”, a zero byte and the 32 bytes of the hash; the one at position {entries} is the head on this page.',
  },
];

const PROVES: Both = {
  zh: '记录中任何一处改动、增删或换序，都会使链头与本页不同。',
  en: 'Whatever is altered, added, removed or reordered in the log gives another head than the one on this page.',
};
const KEY_PROVES: Both = {
  zh: '签名说明链头出自持有该密钥的服务器。',
  en: 'The signatures show that the heads come from the server that holds the key.',
};
const LIMITS: Both = {
  zh: '掌握服务器的人可以另写一份完整的记录，只有在别处保存的链头能发现这一点，所以请各方各自保存本页。',
  en: 'Whoever runs the server could write another log as a whole; only a head kept elsewhere reveals that, so everybody should keep this page.',
};

/** The certificate of a sealed result: what was sealed, by which head of the log, how to check it. */
export function certificateBlocks(facts: ResultFacts, seal: SealView, language: Language): Block[] {
  const steps = seal.key ? [...STEPS, ...KEY_STEPS] : STEPS;
  // Small, so that the certificate is one page in every format.
  const text = (each: Both) => paragraph(say(each, language, { entries: seal.entries }), 'small');
  return [
    tableOf(sealTable(facts, seal, language)),
    { kind: 'qr', text: seal.head, caption: W.scan[language] },
    heading(2, W.verify[language]),
    ...steps.map((step, at) => text({ zh: `${at + 1}. ${step.zh}`, en: `${at + 1}. ${step.en}` })),
    heading(2, W.proves[language]),
    text(inOne([PROVES, ...(seal.key ? [KEY_PROVES] : []), LIMITS])),
  ];
}

/** Sentences as one paragraph. */
const inOne = (sentences: Both[]): Both => ({
  zh: sentences.map(({ zh }) => zh).join(''),
  en: sentences.map(({ en }) => en).join(' '),
});

function sealTable(facts: ResultFacts, seal: SealView, language: Language): Table {
  const rows: [Both, string][] = [
    [W.panel, facts.panel],
    [
      W.result,
      say(W.outcome, language, { total: formatPoints(facts.tally.total), grade: facts.grade }),
    ],
    [W.signatures, signaturesText(facts, language)],
    [W.at, formatMoment(seal.at, language)],
    [W.entries, String(seal.entries)],
    [W.code, shortCode(seal.head)],
    [W.head, groups(seal.head)],
    ...(seal.key ? [[W.key, groups(seal.key)] satisfies [Both, string]] : []),
  ];
  return {
    title: CERTIFICATE_TITLE[language],
    paper: 'portrait',
    widths: [42, 138],
    head: headOf([W.item[language], W.value[language]]),
    body: rows.map(([label, value]) => [cell('label', label[language]), cell('text', value)]),
    foot: [],
  };
}

function signaturesText({ signers }: ResultFacts, language: Language): string {
  const all = signers ?? [];
  const n = all.filter(({ at }) => at !== null).length;
  const dissents = all.filter(({ dissent }) => dissent !== '').length;
  const signed = say(W.signed, language, { n, of: all.length });
  return dissents === 0 ? signed : signed + say(W.dissents, language, { n: dissents });
}

/** All 64 digits in groups of eight, four to a line. */
function groups(digits: string): string {
  return digits
    .replace(/(.{8})/g, '$1 ')
    .replace(/((?:\S{8} ){4})(?=\S)/g, '$1\n')
    .trim();
}
