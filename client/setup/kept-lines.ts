import { formatPoints } from '../../shared/framework/points.ts';
import { findById, walk } from '../../shared/framework/tree.ts';
import { formatYuan } from '../../shared/framework/money.ts';
import { projectionRules } from '../../shared/panel/setup.ts';
import type { Rules, Setup } from '../../shared/panel/terms.ts';
import { t } from '../i18n/language.svelte.ts';
import { editor } from '../i18n/setup-framework.ts';
import { setup as words } from '../i18n/setup.ts';
import { stage } from '../i18n/stage.ts';
import { policyWords } from '../ui/spread-words.ts';
import { sameValue } from './same-value.ts';
import type { Kept } from './save-queue.ts';

/** What was typed here and differs from what is shown now, a line for each thing. */
export function keptLines(kept: Kept, shown: Setup): string[] {
  switch (kept.section) {
    case 'project': {
      const { name, department, unit, period, budget, spent } = kept.value;
      const money = (amount: number | null) => (amount === null ? '—' : formatYuan(amount));
      const now = shown.project;
      return lines([
        [t(words.projectName), name, now.name],
        [t(words.department), department, now.department],
        [t(words.unit), unit, now.unit],
        [t(words.period), period, now.period],
        [t(words.budget), money(budget), money(now.budget)],
        [t(words.spent), money(spent), money(now.spent)],
      ]);
    }
    case 'framework':
      return walk(kept.value).flatMap(({ indicator, path }) => {
        const theirs = findById(shown.framework, indicator.id);
        if (theirs && sameValue({ ...indicator, children: [] }, { ...theirs, children: [] }))
          return [];
        const points = indicator.points === null ? '' : ` (${formatPoints(indicator.points)})`;
        const names = path.map((name) => name || t(editor.unnamed));
        return [`${names.join(' / ')}${points} ${indicator.criteria}`];
      });
    case 'selfAssessment':
      return Object.entries(kept.value)
        .filter(([id, own]) => !sameValue(own, shown.selfAssessment[id]))
        .map(([id, { score, reason }]) => {
          const name = findById(shown.framework, id)?.name ?? id;
          return `${name}：${formatPoints(score)} ${reason}`;
        });
    case 'evidence':
      return Object.entries(kept.value).flatMap(([leaf, items]) =>
        items
          .filter((mine) => !shown.evidence[leaf]?.some((theirs) => sameValue(mine, theirs)))
          .map(({ number, title, source, link, file }) => {
            const name = findById(shown.framework, leaf)?.name ?? leaf;
            return `${name}：${number} ${title} ${source} ${file?.name ?? link}`;
          }),
      );
    case 'experts':
      return kept.value
        .filter((mine) => !shown.experts.some((theirs) => sameValue(mine, theirs)))
        .map(({ name, title, organisation }) => [name, title, organisation].join(' '));
    case 'chair': {
      const { value } = kept;
      if (value.kind === 'separate') return [`${value.name} ${value.title} ${value.organisation}`];
      return [shown.experts.find(({ seat }) => seat === value.seat)?.name ?? value.seat];
    }
    case 'rules': {
      const { policy, grades, blind, anonymity } = kept.value;
      const now = shown.rules;
      const named = (mode: string) => t(mode === 'named' ? words.named : words.anonymous);
      const graded = (preset: string) =>
        t(preset === 'national' ? words.gradesNational : words.gradesGuangdong);
      const reasons = (rules: Rules) =>
        t(projectionRules(rules).reasons ? stage.reasonsShown : stage.reasonsHidden);
      const nextSteps = (rules: Rules) => projectionRules(rules).nextSteps.replaceAll('\n', ' / ');
      const seen = (isBlind: boolean) => t(isBlind ? words.blind : words.open);
      return lines([
        [t(words.policy), policyWords(policy), policyWords(now.policy)],
        [t(words.grades), graded(grades), graded(now.grades)],
        [t(words.blindness), seen(blind), seen(now.blind)],
        [t(words.anonymity), named(anonymity), named(now.anonymity)],
        [t(stage.reasonsOnWall), reasons(kept.value), reasons(now)],
        [t(stage.nextSteps), nextSteps(kept.value), nextSteps(now)],
      ]);
    }
  }
}

function lines(rows: [label: string, mine: string, theirs: string][]): string[] {
  return rows
    .filter(([, mine, theirs]) => mine !== theirs)
    .map(([label, mine]) => `${label}：${mine}`);
}
