import { SHEET_LIMITS } from '../../shared/import/sheet.ts';
import { READING_LIMITS, UPLOAD_LIMITS } from './limits.ts';

const MB = UPLOAD_LIMITS.bytes / 1024 / 1024;

/** Why a file can't be read, and what to do about it. `{x}` is filled in. */
const SENTENCES = {
  empty: ['文件是空的。', 'The file is empty.'],
  'upload-too-large': [
    `文件超过 ${MB} MB。请只保留指标表所在的工作表，删去图片后再试。`,
    `The file is larger than ${MB} MB. Keep only the sheet with the table, without pictures, and try again.`,
  ],
  'old-excel': [
    '这是旧版 Excel 文件（.xls）。请在 Excel 或 WPS 里“另存为”.xlsx 后再导入。',
    'This is a workbook of an old Excel (.xls). Save it as .xlsx and import it again.',
  ],
  encrypted: [
    '工作簿设有打开密码。请取消密码、另存后再导入。',
    'The workbook is protected with a password. Save it without one and import it again.',
  ],
  'web-page': [
    '这是网页格式的表格，不是真正的 Excel 文件。请用 Excel 或 WPS 打开，另存为 .xlsx 后再导入。',
    'This is a web page and no workbook. Open it in Excel and save it as .xlsx.',
  ],
  'not-a-table': [
    '这不是表格文件。请选择 .xlsx 或 .csv 文件。',
    'This is no spreadsheet. Choose a file of the kind .xlsx or .csv.',
  ],
  'other-office': [
    '这是 {x} 文件。请把表格另存为 .xlsx 后再导入。',
    'This is a file of the kind {x}. Save the table as .xlsx and import it again.',
  ],
  damaged: [
    '文件不完整或已损坏（{x}）。请重新保存或重新发送后再试。',
    'The file is incomplete or damaged ({x}). Save or send it again.',
  ],
  unsafe: [
    '文件里有不正常的内容（{x}），已拒绝。请用 Excel 或 WPS 打开后另存一份再试。',
    'The file holds something that no workbook should ({x}) and was refused. Open it in Excel and save it anew.',
  ],
  'unpacks-too-large': [
    '文件解开后过大（超过 {x} MB）。请只把指标表复制到新工作簿后再导入。',
    'The file unpacks to more than {x} MB. Copy the table into a new workbook and import that.',
  ],
  'too-many-parts': [
    '文件里有 {x} 个部件，过多。请只把指标表复制到新工作簿后再导入。',
    'The file has {x} parts, too many. Copy the table into a new workbook and import that.',
  ],
  'no-sheets': ['工作簿里没有工作表。', 'The workbook has no sheet.'],
  'too-many-sheets': [
    `工作簿有 {x} 张工作表，最多 ${SHEET_LIMITS.sheets} 张。请删去无关的工作表。`,
    `The workbook has {x} sheets; ${SHEET_LIMITS.sheets} is the most. Delete those that don't matter.`,
  ],
  'too-wide': [
    `工作表“{where}”用到了第 {x} 列，最多 ${SHEET_LIMITS.columns} 列。请删去右侧多余的列。`,
    `The sheet “{where}” goes to column {x}; ${SHEET_LIMITS.columns} is the most. Delete the columns on its right.`,
  ],
  'too-long': [
    `工作表“{where}”用到了第 {x} 行，最多 ${SHEET_LIMITS.rows} 行。请删去下方多余的行。`,
    `The sheet “{where}” goes to row {x}; ${SHEET_LIMITS.rows} is the most. Delete the rows below.`,
  ],
  'too-many-cells': [
    '工作表“{where}”的单元格过多（{x}）。请只把指标表复制到新工作簿后再导入。',
    'The sheet “{where}” has too many cells ({x}). Copy the table into a new workbook and import that.',
  ],
  'too-much-text': [
    '文件里的文字过多。请只把指标表复制到新工作簿后再导入。',
    'The file holds too much text. Copy the table into a new workbook and import that.',
  ],
  'merge-too-large': [
    '工作表“{where}”的合并单元格 {x} 过大。请取消合并后再导入。',
    'The merged cell {x} of the sheet “{where}” is too large. Take the merge back and import it again.',
  ],
  'too-many-merges': [
    '工作表“{where}”有 {x} 个合并单元格，过多。',
    'The sheet “{where}” has {x} merged cells, too many.',
  ],
  'took-too-long': [
    `读了 ${READING_LIMITS.time / 1000} 秒仍未读完，已停止。请只把指标表复制到新工作簿后再导入。`,
    `Reading was stopped after ${READING_LIMITS.time / 1000} seconds. Copy the table into a new workbook and import that.`,
  ],
  'too-much-memory': [
    '读取这个文件需要的内存过多，已停止。请只把指标表复制到新工作簿后再导入。',
    'Reading this file takes too much memory and was stopped. Copy the table into a new workbook and import that.',
  ],
} as const;

export type RefusalCode = keyof typeof SENTENCES;

/** A file that is not read, with a sentence that says why and what to do, in both languages. [IM7] */
export class ImportRefused extends Error {
  readonly code: RefusalCode;
  readonly zh: string;
  readonly en: string;

  constructor(code: RefusalCode, x: string | number = '', where = '') {
    super(code);
    this.code = code;
    const fill = (sentence: string) =>
      sentence.replace('{x}', String(x)).replace('{where}', where.slice(0, 40));
    this.zh = fill(SENTENCES[code][0]);
    this.en = fill(SENTENCES[code][1]);
  }
}
