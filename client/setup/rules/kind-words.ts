import type { Rule } from '../../../shared/rules/terms.ts';
import type { BasicKind } from '../../../shared/rules/blank-rule.ts';
import { layersOf } from '../../../shared/rules/layers.ts';
import { t } from '../../i18n/language.svelte.ts';
import { RULE_KIND_WORDS, ruleEditor as words } from '../../i18n/setup-rules.ts';

/** What kind of rule it is, in a few words: "按档给分，有不得分的情形". */
export function kindWords(rule: Rule): string {
  const { base, conditions, half } = layersOf(rule);
  return [
    ...(base ? [t(RULE_KIND_WORDS[base.kind as BasicKind])] : []),
    ...(conditions ? [t(words.vetoOn)] : []),
    ...(half === null ? [] : [t(words.halfShort)]),
  ].join(t(words.separator));
}
