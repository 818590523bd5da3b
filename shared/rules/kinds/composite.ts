import type { Context, Evaluate } from '../context.ts';
import type { Evaluation, RuleInput, RuleOf, Sentence, Trace } from '../terms.ts';
import { fault, pointsEn, pointsZh, said } from '../trace.ts';

/** [RU10] The sum of the parts, each by its own rule; what a part says is said with its name. */
export function evaluateComposite(
  rule: RuleOf<'composite'>,
  input: RuleInput | null,
  { facts }: Context,
  evaluate: Evaluate,
): Evaluation {
  if (input !== null && input.kind !== 'parts')
    return fault('请分项填写', 'Fill in the parts one by one');
  let points = 0;
  const trace: Trace = [];
  const missing: Sentence[] = [];
  for (const [index, part] of rule.parts.entries()) {
    const name = part.label || `${index + 1}`;
    const context = { points: part.points, facts };
    const result = evaluate(part.rule, input?.parts[index] ?? null, context);
    if ('fault' in result) return { fault: named(name, result.fault) };
    if ('missing' in result) {
      missing.push(named(name, result.missing));
      continue;
    }
    points += result.points;
    trace.push(partClause(name, result.points, result.trace));
  }
  // One thing to do at a time: the first part that is open.
  return missing[0] ? { missing: missing[0] } : { points, trace };
}

const named = (name: string, { zh, en }: Sentence): Sentence =>
  said(`${name}：${zh}`, `${name}: ${en}`);

function partClause(name: string, points: number, trace: Trace): Sentence {
  const [zh, en] = (['zh', 'en'] as const).map((language) =>
    trace.map((clause) => clause[language]).join(language === 'zh' ? '，' : ', '),
  );
  return said(`${name} ${pointsZh(points)}（${zh}）`, `${name} ${pointsEn(points)} (${en})`);
}
