import { MAX_ITEMS } from '../terms.ts';
import { amountOf, wordsBefore, type Doubt, type Reading, type Source } from './source.ts';

const EACH_ITEM = /每[^,;。(年月季日天周]{0,12}?[一1]?\s*[个项条处类家次份点]?[^,;。]{0,8}$/;
const COUNT = /共\s*(\d{1,3})\s*[个项条处类家次份点]/;

/** "全部满足(10分),每满足一个(2.5分),不满足(0分)": besides the amount of one, all and nothing only. */
export function readPerItem(source: Source): Reading | null {
  const { text, points, tokens } = source;
  const isEach = tokens.map((_, index) => {
    const { start, end } = wordsBefore(source, index);
    return EACH_ITEM.test(text.slice(start, end));
  });
  const place = isEach.indexOf(true);
  const unit = tokens[place];
  const each = unit && amountOf(source, unit);
  if (!unit || unit.kind !== 'gives' || !each || each > points) return null;
  const others = tokens.filter((token) => token !== unit);
  const plain = others.every((token) => {
    const amount = amountOf(source, token);
    return token.kind === 'gives' && (amount === 0 || amount === points);
  });
  if (!plain) return null;
  const stated = COUNT.exec(text);
  const count = stated ? Number(stated[1]) : Math.ceil(points / each);
  if (count < 1 || count > MAX_ITEMS) return null;
  const doubts: Doubt[] = stated ? [] : ['count-unstated'];
  const read = tokens.map((token, index) => ({
    start: wordsBefore(source, index).start,
    end: token.end,
  }));
  return { rule: { kind: 'per-item', count, each }, read, doubts };
}
