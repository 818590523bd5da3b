/** An element of an XML file, or a text (its name is then ''). */
export interface Xml {
  name: string;
  attributes: Record<string, string>;
  children: Xml[];
  text: string;
}

const TOKEN =
  /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(\/?)>|([^<]+)|<[?!][^>]*>/g;
const ATTRIBUTE = /([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
const ENTITIES: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Reads what office programs write: no DTDs, no CDATA. Throws where elements don't nest. */
export function parseXml(source: string): Xml {
  const root: Xml = { name: '', attributes: {}, children: [], text: '' };
  const open = [root];
  for (const [, closing, name, attributes, empty, text] of source.matchAll(TOKEN)) {
    const parent = open.at(-1)!;
    if (text !== undefined)
      parent.children.push({ name: '', attributes: {}, children: [], text: unescape(text) });
    else if (closing) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`);
      open.pop();
    } else if (name) {
      const element: Xml = { name, attributes: attributesOf(attributes!), children: [], text: '' };
      parent.children.push(element);
      if (!empty) open.push(element);
    }
  }
  if (open.length > 1) throw new Error(`<${open.at(-1)!.name}> is not closed`);
  return root.children.find(({ name }) => name !== '')!;
}

/** The children of that name. */
export const all = (element: Xml, name: string): Xml[] =>
  element.children.filter((child) => child.name === name);

/** The element at the end of a path of names, or undefined. */
export const at = (element: Xml | undefined, ...names: string[]): Xml | undefined =>
  names.reduce<Xml | undefined>((found, name) => found && all(found, name)[0], element);

/** Every element of that name below, in document order. */
export const within = (element: Xml, name: string): Xml[] =>
  element.children.flatMap((child) => [
    ...(child.name === name ? [child] : []),
    ...within(child, name),
  ]);

const attributesOf = (source: string): Record<string, string> =>
  Object.fromEntries(
    [...source.matchAll(ATTRIBUTE)].map(([, name, double, single]) => [
      name,
      unescape(double ?? single ?? ''),
    ]),
  );

const unescape = (text: string): string =>
  text.replace(/&(#x?)?(\w+);/g, (whole, number: string | undefined, name: string) => {
    if (!number) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(parseInt(name, number === '#x' ? 16 : 10));
  });
