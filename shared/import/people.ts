import { MAX_EXPERTS, MAX_FACT, type Person } from '../panel/terms.ts';
import { bare, isNothing, oneLine } from './bare.ts';
import { addressOf, Cover, textAt, widthOf, type Cell, type Sheet } from './sheet.ts';
import type { Traced } from './tree.ts';

export type PersonField = keyof Person;

export type ReadPerson = Record<PersonField, Traced<string>>;

export interface PeopleDoubt {
  code: 'no-people' | 'name-repeated' | 'too-many' | 'too-long';
  cell: Cell | null;
  zh: string;
  en: string;
}

/** A list of people as it was understood. */
export interface PeopleReading {
  sheet: number;
  people: ReadPerson[];
  doubts: PeopleDoubt[];
}

const HEADS: readonly [field: PersonField, words: RegExp][] = [
  ['name', /^(?:专家|成员|评委|组员|人员)?(?:姓名|名字|名单)$|^(?:expert)?name$/],
  ['title', /职称|职务|资格|专业技术|头衔|title|position/],
  ['organisation', /单位|机构|部门|院校|公司|organi[sz]ation|employer|institution/],
];
const HEAD_WITHIN = 20;
const ORGANISATION =
  /(?:大学|学院|研究[院所]|事务所|公司|局|厅|委|中心|协会|单位|部|处|所|院|university|institute|office|ltd)$/i;
const TITLE = /师|教授|研究员|主任|处长|科长|局长|professor|engineer|accountant/i;
/** Chinese, Latin, and names with a dot between their parts. */
const NAME = /^(?:\p{Script=Han}{2,6}|[\p{L}·.' -]{2,60})$/u;

/** Finds a list of people: by its head, or by what its columns look like. Phone numbers and the like are read past. [IM4] */
export function readPeople(sheets: readonly Sheet[]): PeopleReading {
  const shown = [...sheets.keys()].filter((index) => !sheets[index]!.hidden);
  const places = shown.length > 0 ? shown : [...sheets.keys()];
  const headed = places.filter((index) => headOf(sheets[index]!) !== null);
  // A guess is for sheets without any head: it would take other tables for a list.
  const readings = (headed.length > 0 ? headed : places).map((sheet) => ({
    sheet,
    people: peopleIn(sheets[sheet]!),
  }));
  const best = readings.reduce(
    (most, each) => (each.people.length > most.people.length ? each : most),
    { sheet: 0, people: [] as ReadPerson[] },
  );
  return { ...best, doubts: doubtsOn(best.people) };
}

function peopleIn(sheet: Sheet): ReadPerson[] {
  const found = headOf(sheet) ?? { body: 0, columns: guess(sheet) };
  const { body, columns } = found;
  if (columns.name === undefined) return [];
  const cover = new Cover(sheet);
  return sheet.rows.flatMap((_, row) => {
    if (row < body || sheet.hiddenRows.includes(row)) return [];
    // A merged cell ("某大学" beside three people) says the same of each of them.
    const at = (field: PersonField): Traced<string> => {
      const column = columns[field];
      if (column === undefined) return { value: '', cell: null };
      const cell = cover.originOf({ row, column });
      const text = oneLine(textAt(sheet, cell));
      return { value: isNothing(text) ? '' : text, cell };
    };
    const person = { name: at('name'), title: at('title'), organisation: at('organisation') };
    const { value, cell } = person.name;
    const own =
      cell !== null && cell.row === row && NAME.test(value) && !/^(?:合计|备注|说明)/.test(value);
    return own ? [person] : [];
  });
}

type Columns = Partial<Record<PersonField, number>>;

function headOf(sheet: Sheet): { body: number; columns: Columns } | null {
  for (const [row, texts] of sheet.rows.slice(0, HEAD_WITHIN).entries()) {
    const columns: Columns = {};
    texts.forEach((text, column) => {
      const match = HEADS.find(([, words]) => bare(text).length <= 20 && words.test(bare(text)));
      if (match && columns[match[0]] === undefined) columns[match[0]] = column;
    });
    if (columns.name !== undefined) return { body: row + 1, columns };
  }
  return null;
}

/** Without a head: the first column of names, then whatever looks like a title or an organisation. */
function guess(sheet: Sheet): Columns {
  const columns: Columns = {};
  for (let column = 0; column < widthOf(sheet); column += 1) {
    const texts = sheet.rows
      .map((_, row) => oneLine(textAt(sheet, { row, column })))
      .filter((text) => text !== '');
    const share = (test: RegExp, most = 2) =>
      texts.length > 0 && texts.filter((text) => test.test(text)).length * 4 >= texts.length * most;
    if (columns.organisation === undefined && share(ORGANISATION)) columns.organisation = column;
    else if (columns.title === undefined && columns.name !== undefined && share(TITLE))
      columns.title = column;
    else if (columns.name === undefined && share(NAME, 3)) columns.name = column;
  }
  return columns;
}

function doubtsOn(people: readonly ReadPerson[]): PeopleDoubt[] {
  if (people.length === 0)
    return [
      {
        ...{ code: 'no-people', cell: null },
        zh: '没有找到名单：需要一列“姓名”，可另有“职称”“单位”。',
        en: 'No list of people was found: it needs a column “Name”, and may have “Title” and “Organisation”.',
      },
    ];
  const found: PeopleDoubt[] = people.flatMap(({ name }, index): PeopleDoubt[] => {
    const before = people.findIndex((other) => bare(other.name.value) === bare(name.value));
    if (before >= index) return [];
    const place = addressOf(people[before]!.name.cell!);
    return [
      {
        ...{ code: 'name-repeated', cell: name.cell },
        zh: `“${name.value}”在 ${place} 已有一位。`,
        en: `“${name.value}” stands in ${place} already.`,
      },
    ];
  });
  for (const { name, title, organisation } of people)
    for (const { value, cell } of [name, title, organisation])
      if (value.length > MAX_FACT)
        found.push({
          ...{ code: 'too-long', cell },
          zh: `“${value.slice(0, 20)}…”超过 ${MAX_FACT} 字。`,
          en: `“${value.slice(0, 20)}…” is longer than ${MAX_FACT} characters.`,
        });
  if (people.length > MAX_EXPERTS)
    found.push({
      ...{ code: 'too-many', cell: people[MAX_EXPERTS]!.name.cell },
      zh: `名单有 ${people.length} 人，最多 ${MAX_EXPERTS} 位专家。`,
      en: `The list has ${people.length} people; there are at most ${MAX_EXPERTS} experts.`,
    });
  return found;
}
