import { MAX_LABEL } from '../terms.ts';
import type { Source, Span } from './source.ts';
import { spanOf } from './step.ts';

const HALF =
  /((?:无|没有|未提供|未能提供|缺少|缺乏)[^,;。%]{0,30}(?:佐证|证明|依据|支撑)[^,;。%]{0,10}?)[,、]?\s*按\s*50\s*%\s*(?:计分|计算|给分|得分)/;

/** "无佐证,按50%计分": the condition, and where it stands. */
export function readHalf({ text }: Source): { when: string; span: Span } | null {
  const match = HALF.exec(text);
  if (!match) return null;
  return { when: match[1]!.replace(/的$/, '').slice(0, MAX_LABEL), span: spanOf(match) };
}
