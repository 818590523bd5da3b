import type { Response } from 'express';
import { sentenceOf, type Refusal } from '../../shared/panel/refusals.ts';
import type { Problem } from '../../shared/wire/http.ts';

const PROBLEMS = {
  malformed: [
    400,
    '请求格式不对，请刷新页面后重试。',
    'The request is malformed; reload the page.',
  ],
  'foreign-origin': [
    403,
    '请求来自其他网站，已拒绝。',
    'The request comes from another site and was refused.',
  ],
  'not-the-office': [
    403,
    '此设备不是秘书的设备，请打开服务器启动时给出的秘书链接。',
    "This is not the secretary's device; open the secretary's link that the server printed.",
  ],
  'not-your-seat': [
    403,
    '此设备没有这个席位的凭证，请重新打开邀请链接或输入邀请码。',
    'This device holds no pass for this seat; open its link or enter its code again.',
  ],
  'wrong-secret': [
    403,
    '链接无效或已作废，请向秘书索取新的邀请码。',
    'The link is wrong or was voided; ask the secretary for a new one.',
  ],
  'unknown-code': [
    404,
    '没有这个邀请码。请核对八位字符，或向秘书索取。',
    'There is no such code. Check the eight characters, or ask the secretary.',
  ],
  'unknown-panel': [
    404,
    '没有这个评审会，请核对地址。',
    'There is no such panel; check the address.',
  ],
  'not-found': [404, '没有这个地址。', 'There is nothing at this address.'],
  'not-yet': [
    409,
    '现在还没有可供下载的结果，请在揭示（记录）或形成结论（结果）之后再试。',
    'There is nothing to download yet: the log opens after the reveal, the result after the conclusion.',
  ],
  'too-large': [413, '内容过大，未保存。', 'That is too large and was not saved.'],
  'no-such-file': [
    404,
    '没有这份附件，或附件已不在服务器上；请告知秘书。',
    'There is no such file, or it is no longer on the server; tell the secretary.',
  ],
  'no-such-document': [
    404,
    '没有这份文件，或此席位不能查阅；请刷新页面后重试。',
    'There is no such document, or this seat may not read it; reload the page.',
  ],
  'writer-busy': [
    503,
    '正在生成的文件较多，请稍候重试。',
    'Many documents are being written; try again in a moment.',
  ],
  'not-written': [
    500,
    '这份文件未能生成，请重试；若仍如此，请改用另一种格式，并告知管理员。',
    'The document could not be written; try again, or take another format and tell the administrator.',
  ],
  'file-too-large': [
    413,
    '文件超过 20 MB，未保存。请压缩或拆分后再上传。',
    'The file is larger than 20 MB and was not saved; make it smaller or split it.',
  ],
  'file-not-allowed': [
    415,
    '只接受 PDF、图片（PNG、JPEG、WebP、GIF）和不含宏的 Office 文件，且内容须与扩展名一致；此文件未保存。',
    'Only PDF, images (PNG, JPEG, WebP, GIF) and office files without macros are taken, and the content must be what the extension says; this file was not saved.',
  ],
  'file-empty': [
    400,
    '文件是空的，未保存。请检查后重新选择。',
    'The file is empty and was not saved; check it and choose it again.',
  ],
  'setup-closed': [
    409,
    '评分已经开始，佐证材料不能再改动。',
    'Scoring has begun; the evidence can no longer be changed.',
  ],
  'setup-frozen': [
    409,
    '评分已经开始，不能再导入。',
    'Scoring has begun; nothing can be imported any more.',
  ],
  'import-busy': [
    503,
    '服务器正在读取其他文件，请稍候再试。',
    'The server is reading other files; try again shortly.',
  ],
  'no-files': [
    503,
    '本服务器未设置存放附件的共享文件夹（FILES_DIR），请改用链接，或告知管理员。',
    'This server has no shared folder for files (FILES_DIR); use a link, or tell the administrator.',
  ],
  'too-many-tries': [
    429,
    '尝试次数过多，请稍候再试。',
    'Too many tries; wait a little and try again.',
  ],
  'store-unavailable': [
    503,
    '存储暂时不可用，尚未保存，请稍候重试。',
    'The store is unavailable, nothing was saved; try again shortly.',
  ],
  broken: [500, '服务器出错，请重试；若仍如此，请告知管理员。', 'The server failed; try again.'],
} as const satisfies Record<string, readonly [number, string, string]>;

export type ProblemCode = keyof typeof PROBLEMS;

/** Answers with a reason code and one sentence in each language. */
export function refuse(response: Response, code: ProblemCode, retryAfter?: number): void {
  const [status, zh, en] = PROBLEMS[code];
  const problem: Problem = { code, zh, en, ...(retryAfter === undefined ? {} : { retryAfter }) };
  if (retryAfter !== undefined) response.setHeader('retry-after', String(retryAfter));
  response.status(status).json(problem);
}

/** Answers with a refusal of the panel or of the sitting. */
export function refuseWith(response: Response, refusal: Refusal): void {
  const problem: Problem = {
    code: refusal.code,
    zh: sentenceOf(refusal, 'zh'),
    en: sentenceOf(refusal, 'en'),
  };
  response.status(409).json(problem);
}
