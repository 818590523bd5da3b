import { halfWidth } from '../framework/points.ts';

/** A number in front of a name, as the lines of an outline carry it. */
export interface Numbering {
  /** Its form: numbers of one form that follow each other stand on one level. */
  form: string;
  /** How far out the form stands by custom: 一、 before （一） before 1. before （1） before ①. */
  rank: number;
  /** Its place in its list; null where the form does not say it for sure. */
  ordinal: number | null;
  /** Of a decimal number the one above it, '1.2' of '1.2.3'; '' of any other. */
  above: string;
  /** Parts of a decimal number, 1 of a plain one, 0 of any other. */
  parts: number;
}

const HAN = '一二三四五六七八九';
/** Han numerals to 99. */
const HAN_NUMBER = `[${HAN}十]{1,3}`;
/** Not "1.5倍": a decimal number before a word that counts is an amount. */
const DECIMAL = /^(\d{1,2}(?:\.\d{1,2}){1,4})\.?(?![\d.%倍万亿])/;

type Read = (match: RegExpExecArray) => Numbering;
const plain =
  (form: string, rank: number, value: (text: string) => number | null = Number): Read =>
  (match) => ({
    ...{ form, rank, ordinal: value(match[1]!), above: '' },
    parts: form === 'arabic' ? 1 : 0,
  });
const from =
  (first: string) =>
  (text: string): number =>
    text.codePointAt(0)! - first.codePointAt(0)! + 1;

/** Read in half width. */
const FORMS: readonly [text: RegExp, read: Read][] = [
  [new RegExp(`^第(${HAN_NUMBER}|\\d{1,2})(?:部分|大类|章|篇)`), plain('part', 0, numberOf)],
  [/^([Ⅰ-Ⅻ])[.、\s]?/, plain('roman', 1, from('Ⅰ'))],
  [/^([IVX]{1,4})[.、]/, plain('roman', 1, () => null)],
  [/^([A-Z])(?:[.、\s]|(?=\p{Script=Han}))/u, plain('letter', 2, from('A'))],
  [/^[A-Z](\d{1,4})(?![\dA-Za-z%])/, (match) => code(match[1]!)],
  [new RegExp(`^(${HAN_NUMBER})[.、,:\\s]`), plain('han', 4, numberOf)],
  [new RegExp(`^\\((${HAN_NUMBER})\\)[.、]?`), plain('han-brackets', 5, numberOf)],
  [/^([㈠-㈩])/, plain('han-brackets', 5, from('㈠'))],
  [new RegExp(`^(${HAN_NUMBER})\\)`), plain('han-bracket', 6, numberOf)],
  [DECIMAL, (match) => decimal(match[1]!)],
  // "1.2023年预算" is the first of a list, "1.5" an amount.
  [/^(\d{1,3})(?:[、,:]|\.(?!\d{1,2}(?!\d)))/, plain('arabic', 7)],
  [/^(\d{1,2})\s+(?=\S)/, plain('arabic', 7)],
  [/^([⒈-⒛])/, plain('arabic', 7, from('⒈'))],
  [/^\((\d{1,2})\)[.、]?/, plain('arabic-brackets', 8)],
  [/^([⑴-⒇])/, plain('arabic-brackets', 8, from('⑴'))],
  [/^(\d{1,2})\)/, plain('arabic-bracket', 9)],
  [/^([①-⑳])/, plain('circled', 10, from('①'))],
  [/^([a-z])[.、)]/, plain('small-letter', 11, from('a'))],
];

const SERIAL = new RegExp(`^\\(?[\\dA-Z.Ⅰ-Ⅻ㈠-㈩⒈-⒛⑴-⒇①-⑳${HAN}十]{1,12}\\)?$`);

/** The number in front of a name; null where there is none. */
export function numberingOf(name: string): Numbering | null {
  const text = halfWidth(name).trim().slice(0, 40);
  for (const [form, read] of FORMS) {
    const match = form.exec(text);
    if (match) return read(match);
  }
  return null;
}

/** A cell that holds a number and nothing else, as a column of serial numbers does. */
export function serialOf(serial: string): Numbering | null {
  const text = halfWidth(serial)
    .trim()
    .replace(/[.、]$/, '')
    .replaceAll('-', '.');
  if (!SERIAL.test(text)) return null;
  return /[)㈠-㈩⒈-⒛⑴-⒇①-⑳]$/.test(text) ? numberingOf(text) : numberingOf(`${text}、`);
}

/** '二十一' is 21. */
function numberOf(text: string): number {
  if (/\d/.test(text)) return Number(text);
  const [tens, ones] = text.includes('十') ? text.split('十') : ['', text];
  const ten = text.includes('十') ? 1 : 0;
  const digit = (one: string | undefined) => HAN.indexOf(one || ' ') + 1;
  return (digit(tens) || ten) * 10 + digit(ones);
}

function decimal(text: string): Numbering {
  const parts = text.split('.');
  return {
    ...{ form: `decimal-${parts.length}`, rank: 7 + parts.length / 10 },
    ...{ ordinal: Number(parts.at(-1)), above: parts.slice(0, -1).join('.'), parts: parts.length },
  };
}

/** "B12" stands below "B1"; whether "B10" is the tenth nobody can say. */
function code(digits: string): Numbering {
  return {
    ...{ form: `code-${digits.length}`, rank: 2 + digits.length / 10 },
    ...{ ordinal: null, above: '', parts: 0 },
  };
}
