import { formatPoints, halfWidth, parsePoints } from '../../../shared/framework/points.ts';
import { MAX_ITEMS } from '../../../shared/rules/terms.ts';

/** How a number of a rule is written and read. */
export interface Notation {
  read: (text: string) => number | null;
  write: (value: number) => string;
}

export const POINTS: Notation = { read: parsePoints, write: formatPoints };

/** Hundredths of a percent: "95", "95%", "64.4 ％". */
export const PERCENT: Notation = {
  read: (text) => parsePoints(halfWidth(text).replace(/%\s*$/, '')),
  write: formatPoints,
};

export const WHOLE: Notation = {
  read: (text) => {
    const digits = /^\s*(\d{1,3})\s*[项个]?\s*$/.exec(halfWidth(text));
    const count = digits ? Number(digits[1]) : NaN;
    return count <= MAX_ITEMS ? count : null;
  },
  write: String,
};
