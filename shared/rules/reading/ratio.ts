import { measureNamed, measureOf } from './measures.ts';
import type { Doubt, Reading, Source } from './source.ts';
import { spanOf } from './step.ts';

const WEIGHT = String.raw`(?:指标|该项)?(?:权重|分值|满分|标准分|\d+(?:\.\d+)?\s*分)`;
const TIMES = String.raw`\s*[*×xX]\s*`;
const QUOTIENT = new RegExp(
  String.raw`([^/÷,;。:“”"()*×=]{1,40})[/÷]\s*([^/÷,;。:“”"*×=]{1,40}?)(${TIMES}100\s*%?)?${TIMES}${WEIGHT}`,
);
const NAMED = new RegExp(
  String.raw`([^/÷,;。:“”"*×=]{1,60}(?:率|度|比例|\)))(${TIMES}100\s*%?)?${TIMES}${WEIGHT}`,
);
/** "满意度：表示满意的服务对象数/…": the name, and a word that only says that it is explained. */
const NAME_BEFORE = /([^,;。:“”"=\s]{1,20})\s*[:=]\s*[“"]?$/;
const EXPLAINS = /^(?:表示|即|指|为|是|按照?|以)/;
const ADJUSTABLE = /(?:适当|酌情|综合)[^。;]{0,12}(?:调整|考虑|确定)/;

/** "预算执行率=（实际支出资金/实际到位资金）×100%": what the rate is, not what it gives. */
const DEFINED =
  /([^,;。:“”"=\s]{1,20}[率度])\s*=\s*\(([^/÷,;。()=\-]{1,40})[/÷]([^/÷,;。()=\-]{1,40})\)\s*[*×]\s*100\s*%/;

/** "支付额/预算额度*100*指标权重", "完成率×分值". */
export function readRatio(source: Source): Reading | null {
  const { text } = source;
  const defined = DEFINED.exec(text);
  if (defined && source.tokens.length === 0) {
    const measure = measureOf(defined[1]!, defined[2]!.trim(), defined[3]!.trim());
    return {
      rule: { kind: 'ratio', measure },
      read: [spanOf(defined)],
      doubts: ['scoring-unstated'],
    };
  }
  const quotient = QUOTIENT.exec(text);
  const match = quotient ?? NAMED.exec(text);
  if (!match) return null;
  const [part, whole] = quotient ? [clean(quotient[1]!), clean(quotient[2]!)] : ['', ''];
  if (quotient && (part === '' || whole === '')) return null;
  const before = NAME_BEFORE.exec(text.slice(0, match.index));
  const measure = quotient
    ? measureOf(before?.[1] ?? '', part, whole)
    : measureNamed(clean(match[1]!));
  const hundred = quotient ? quotient[3] : match[2];
  const doubts: Doubt[] = [];
  if (hundred && !hundred.includes('%')) doubts.push('times-hundred');
  if (ADJUSTABLE.test(text)) doubts.push('adjustable');
  return { rule: { kind: 'ratio', measure }, read: [spanOf(match)], doubts };
}

const clean = (text: string): string =>
  text
    .trim()
    .replace(/^[(“"]+|["”]+$/g, '')
    .replace(EXPLAINS, '')
    .trim();
