import { halfWidth, parsePoints, type Points } from '../framework/points.ts';

/** A place in a criteria text that names points. Offsets are those of the text itself. */
export interface Token {
  /**
   * gives: "(5分)", "得4分", "得满分", "不得分" · takes: "扣0.5分" · sinks: "可扣至0分", what is left after a
   * deduction · empties: "扣完5分", the most that a repeated deduction takes.
   */
  kind: 'gives' | 'takes' | 'sinks' | 'empties';
  /** One, or the two ends of "0-2分". 'all' is the maximum, whatever it is. */
  values: { points: Points | 'all'; start: number; end: number }[];
  /** From the first character to behind the last, with its verb and unit, without brackets. */
  start: number;
  end: number;
}

const NUMBER = String.raw`\d+(?:\.\d+)?`;

/** "分" that is a unit of points: not 分钟, 分之, 分制, 分值, 分位. */
const UNIT = String.raw`\s{0,4}分(?![钟之制值位])`;

const TOKEN = new RegExp(
  [
    String.raw`(?<word>不得分|不计分|得满分|计满分|不得满分)`,
    String.raw`(?:(?<verb>扣完|扣[至到除]?|减|[得计记给]|加)\s*)?(?:(?<low>${NUMBER})\s{0,4}分?\s{0,4}[-~—–至到]\s{0,4})?(?<high>${NUMBER})${UNIT}`,
  ].join('|'),
  'g',
);

const KINDS: Readonly<Record<string, Token['kind']>> = {
  扣完: 'empties',
  扣至: 'sinks',
  扣到: 'sinks',
  扣除: 'takes',
  扣: 'takes',
  减: 'takes',
};

/** "不得满分" says that something is missing, not how much: it is read, and names nothing. */
const WORDS: Readonly<Record<string, Points | 'all'>> = {
  不得分: 0,
  不计分: 0,
  得满分: 'all',
  计满分: 'all',
};

/** The points that a text names, in its order. "加1分" names none: it adds to what nobody knows. */
export function amountTokens(text: string): Token[] {
  return [...halfWidth(text).matchAll(TOKEN)].flatMap((match) => {
    const { word, verb = '', low, high = '' } = match.groups ?? {};
    const place = { start: match.index, end: match.index + match[0].length };
    if (word !== undefined) return WORDS[word] === undefined ? [] : gives(WORDS[word], place);
    const most = parsePoints(high);
    if (verb === '加' || most === null) return [];
    const kind = KINDS[verb] ?? 'gives';
    if (low === undefined) return { ...place, kind, values: [{ ...place, points: most }] };
    const least = parsePoints(low);
    if (least === null) return [];
    // Each end of a range has its own place: the number, and the number with its unit.
    const lowStart = place.start + match[0].indexOf(low);
    const highStart = place.start + match[0].lastIndexOf(high);
    const values = [
      { points: least, start: lowStart, end: lowStart + low.length },
      { points: most, start: highStart, end: place.end },
    ];
    return { ...place, kind, values };
  });
}

function gives(points: Points | 'all', place: { start: number; end: number }): Token {
  return { ...place, kind: 'gives', values: [{ ...place, points }] };
}
