import { labelOf } from '../amounts.ts';
import { MAX_LABEL, type Measure } from '../terms.ts';

const NAMED_PARTS = /\(([^()/÷]{1,40})[/÷]([^()/÷]{1,40})\)$/;

/** What a rate of this name is usually made of; the secretary sees the words and may change them. */
export function measureNamed(text: string): Measure {
  const name = labelOf(text).slice(0, MAX_LABEL);
  const parts = NAMED_PARTS.exec(name);
  if (parts) {
    const own = name.slice(0, parts.index).trim();
    return measureOf(own, parts[1]!.trim(), parts[2]!.trim());
  }
  if (/满意/.test(name)) return { name, part: '满意的人数', whole: '受调查的人数', of: 'count' };
  if (/到位/.test(name)) return { name, part: '到位资金', whole: '应到位资金', of: 'money' };
  if (/支付|支出|执行|预算/.test(name))
    return { name, part: '支付额', whole: '预算额', of: 'project' };
  return { name: name || '完成率', part: '完成数', whole: '计划数', of: 'count' };
}

/** A measure whose part and whole the text names. */
export function measureOf(name: string, part: string, whole: string): Measure {
  const isPaid = /支付|支出|执行/.test(part) && /预算/.test(whole);
  const isMoney = /额|金|款|费|支出|预算/.test(part) && /额|金|款|费|预算/.test(whole);
  const of = isPaid ? 'project' : isMoney ? 'money' : 'count';
  const fallback = isPaid ? '预算执行率' : '完成率';
  return { name: name || fallback, part, whole, of };
}
