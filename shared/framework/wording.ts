import { halfWidth, type Points } from './points.ts';
import type { Framework } from './terms.ts';
import { leavesOf, walk } from './tree.ts';

/** What the texts of a framework say twice in different words, or say wrongly. */
export type Wording =
  /** The criteria or the explanation of a leaf begin with a name that is not quite its own. */
  | Named<'named-otherwise', 'criteria' | 'explanation'>
  /** A text of one indicator names another one. `material`: self-assessment or evidence. */
  | Named<'names-another', 'criteria' | 'explanation' | 'material' | 'reason'>
  /** Two indicators in different places have one name. */
  | { code: 'name-elsewhere'; indicator: string; name: string; said: string }
  /** The formula of the criteria gives something else than the points when all is fulfilled. */
  | { code: 'formula-off'; indicator: string; said: string; gives: Points; points: Points };

interface Named<Code, Text> {
  code: Code;
  indicator: string;
  name: string;
  said: string;
  in: Text;
}

/** Names shorter than this are words of every day, which any text may use. */
const TELLING = 4;
/** Characters that two names must share to be meant for the same thing. */
const SHARED = 2;

/** What is told twice in other words, in printing order. */
export function checkWording(framework: Framework): Wording[] {
  return [
    ...namesOtherwise(framework),
    ...namesAnother(framework),
    ...namesElsewhere(framework),
    ...formulasOff(framework),
  ];
}

/** Does this text, which belongs to one indicator, name another one in full, and not its own? */
export function namedIn(text: string, own: string, framework: Framework): string | null {
  const named = leavesOf(framework)
    .map(({ path }) => path.at(-1)!.trim())
    .filter((name) => name.length >= TELLING && text.includes(name));
  if (named.length === 0 || named.some((name) => name === own) || text.includes(own)) return null;
  return named.find((name) => name !== own) ?? null;
}

/** '时效指标：…' below '完成时效', '满意度：…' below '服务对象满意度'. */
function namesOtherwise(framework: Framework): Wording[] {
  const names = namesOf(framework);
  return leavesOf(framework).flatMap(({ id, path, criteria, explanation }) => {
    const name = path.at(-1)!.trim();
    const texts = [
      { in: 'criteria', text: criteria },
      { in: 'explanation', text: explanation },
    ] as const;
    return texts.flatMap(({ in: where, text }): Wording[] => {
      const said = /^\s*([\p{Script=Han}A-Za-z]{2,12})[：:]/u.exec(text)?.[1];
      if (!said || isSame(said, name) || !isAlike(said, name) || names.includes(said)) return [];
      return [{ code: 'named-otherwise', indicator: id, name, said, in: where }];
    });
  });
}

/** A name at the head of a text or of one of its clauses: '质量达标率：…', '2.【完成时效】：…'. */
const HEAD =
  /(?:^|[\n。；;])\s*(?:[（(]?\d{1,2}[)）.、．]|[①-⑳])?\s*[“《【（(]?([\p{Script=Han}A-Za-z]{4,20})[”》】）)]?\s*[：:]/gu;

/**
 * The name of another indicator at the head of a text, the own one nowhere in it: plainly a text in
 * the wrong row. That a text speaks of other indicators within a sentence is nothing unusual.
 */
export function headedBy(text: string, own: string, framework: Framework): string | null {
  if (text.includes(own)) return null;
  const names = namesOf(framework).filter((name) => !isSame(name, own));
  const heads = [...text.matchAll(HEAD)].map(([, head]) => head!);
  return heads.find((head) => names.some((name) => isSame(name, head))) ?? null;
}

function namesAnother(framework: Framework): Wording[] {
  return leavesOf(framework).flatMap(({ id, path, criteria, explanation }) => {
    const name = path.at(-1)!.trim();
    const texts = [
      { in: 'criteria', text: criteria },
      { in: 'explanation', text: explanation },
    ] as const;
    return texts.flatMap(({ in: where, text }): Wording[] => {
      const said = headedBy(text, name, framework);
      return said === null ? [] : [{ code: 'names-another', indicator: id, name, said, in: where }];
    });
  });
}

const namesOf = (framework: Framework): string[] =>
  leavesOf(framework).map(({ path }) => path.at(-1)!.trim());

/** Indicators of one name, neither of which lies in the other. The editor shows siblings itself. */
function namesElsewhere(framework: Framework): Wording[] {
  const visits = walk(framework);
  return visits.flatMap(({ indicator, path, parent }, at) => {
    const name = indicator.name.trim();
    const other = visits.slice(0, at).find((each) => {
      const within = path.slice(0, each.path.length).join('\0') === each.path.join('\0');
      return each.indicator.name.trim() === name && each.parent !== parent && !within;
    });
    if (!other || name === '') return [];
    const said = other.path.join(' / ');
    return [{ code: 'name-elsewhere', indicator: indicator.id, name, said }];
  });
}

/** A product of a rate and factors: '支付额/预算额度*100*指标权重'. */
const FORMULA =
  /[\p{Script=Han}A-Za-z（）()]{2,30}\s*[/÷]\s*[\p{Script=Han}A-Za-z（）()]{2,30}((?:\s*[*×xX]\s*(?:\d+(?:\.\d+)?%?|指标权重|权重|指标分值|分值))+)/gu;
const WEIGHT = /权重|分值/;

/** With everything fulfilled the rate is 1, and the formula should give the points. */
function formulasOff(framework: Framework): Wording[] {
  return leavesOf(framework).flatMap(({ id, points, criteria }) =>
    [...halfWidth(criteria).matchAll(FORMULA)].flatMap(([said, factors]): Wording[] => {
      const parts = factors!.split(/[*×xX]/).map((part) => part.trim());
      // A rate without points is a measure, such as 执行率＝支付额/预算额×100%.
      if (!parts.some((part) => WEIGHT.test(part))) return [];
      const gives = parts.filter(Boolean).reduce((product, part) => {
        if (WEIGHT.test(part)) return product * points;
        const number = Number.parseFloat(part);
        return product * (part.endsWith('%') ? number / 100 : number);
      }, 1);
      const rounded = Math.round(gives);
      return rounded === points
        ? []
        : [{ code: 'formula-off', indicator: id, said, gives: rounded, points }];
    }),
  );
}

/** The same name, but for brackets and for being called an indicator. */
function isSame(one: string, other: string): boolean {
  return bare(one) === bare(other);
}

const bare = (name: string): string =>
  halfWidth(name)
    .replace(/\([^()]*\)/g, '')
    .replace(/指标$/, '')
    .replace(/\s/g, '');

function isAlike(one: string, other: string): boolean {
  const [a, b] = [bare(one), bare(other)];
  return Array.from({ length: Math.max(0, a.length - SHARED + 1) }, (_, at) =>
    a.slice(at, at + SHARED),
  ).some((part) => b.includes(part));
}
