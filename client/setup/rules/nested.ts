import type { Component } from 'svelte';
import type { Points } from '../../../shared/framework/points.ts';
import type { Rule, RuleInput } from '../../../shared/rules/terms.ts';

/** Rules hold rules: a form is handed itself, so that no component imports its own parent. */
export interface RuleFormProps {
  rule: Rule;
  points: Points;
  /** Within a part: parts hold no parts. */
  inside?: boolean;
  Form: Component<RuleFormProps>;
  onchange: (rule: Rule) => void;
  onreadable: (key: string, readable: boolean) => void;
}

/** What an expert would enter for a rule, in its shortest form. */
export interface TryInputProps {
  rule: Rule;
  points: Points;
  value: RuleInput | null;
  Input: Component<TryInputProps>;
  onchange: (value: RuleInput | null) => void;
}
