import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

/** Who may import whom, as docs/architecture.md draws it. Reads the sources themselves. */
const ROOT = path.resolve(import.meta.dirname, '../..');

interface Import {
  from: string;
  /** Repository path for our own files, the package's name otherwise. */
  to: string;
  ours: boolean;
  typeOnly: boolean;
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(ROOT, folder)).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(path.join(ROOT, file)).isDirectory()) return filesBelow(file);
    return /\.(ts|svelte)$/.test(name) ? [file] : [];
  });
}

const IMPORT =
  /(?:^|\n)\s*(?:import|export)\s+(type\s+)?(?:[^'";]*?\sfrom\s+)?'([^']+)'|import\('([^']+)'\)/g;

function importsOf(file: string): Import[] {
  const source = readFileSync(path.join(ROOT, file), 'utf8');
  return [...source.matchAll(IMPORT)].map((match) => {
    const target = match[2] ?? match[3]!;
    const ours = target.startsWith('.');
    const to = ours ? path.join(path.dirname(file), target) : packageName(target);
    return { from: file, to, ours, typeOnly: match[1] !== undefined };
  });
}

function packageName(target: string): string {
  if (target.startsWith('node:')) return 'node:';
  const parts = target.split('/');
  return target.startsWith('@') ? parts.slice(0, 2).join('/') : parts[0]!;
}

const files = ['shared', 'server', 'client'].flatMap(filesBelow);
const imports = files.flatMap(importsOf);
const show = (found: Import[]): string[] => found.map(({ from, to }) => `${from} → ${to}`);

/** Points and money are plain numbers that every room knows, though they live in the framework's. */
const NUMBERS = /^shared\/framework\/(points|money)\.ts$/;

const roomOf = (base: string, file: string): string =>
  NUMBERS.test(file) ? 'numbers' : file.slice(base.length + 1).split('/')[0]!;

/** Rooms in the order in which they may be built on: a room imports itself and earlier ones. */
function breaches(base: string, order: string[][]): Import[] {
  const rank = (file: string): number => {
    const room = roomOf(base, file);
    return order.findIndex((rooms) => rooms.includes(room));
  };
  return imports.filter(({ from, to, ours }) => {
    if (!ours || !from.startsWith(`${base}/`) || !to.startsWith(`${base}/`)) return false;
    const [a, b] = [rank(from), rank(to)];
    const sameRoom = roomOf(base, from) === roomOf(base, to);
    return a < 0 || b < 0 || b > a || (a === b && !sameRoom);
  });
}

describe('the house', () => {
  test('reads what it is about', () => {
    expect(files.length).toBeGreaterThan(60);
    expect(imports.filter(({ ours }) => ours).length).toBeGreaterThan(150);
  });

  test('shared imports nothing of ours from outside itself, and no platform', () => {
    const pure = new Set(['yjs', 'lib0', 'zod']);
    const found = imports.filter(
      ({ from, to, ours }) =>
        from.startsWith('shared/') && (ours ? !to.startsWith('shared/') : !pure.has(to)),
    );
    expect(show(found)).toEqual([]);
  });

  test('inside shared: numbers ← rules ← framework ← consensus, scorecard ← panel ← import, sitting ← views, documents ← wire', () => {
    const order = [
      ['numbers'],
      ['rules'],
      ['framework'],
      ['consensus'],
      ['scorecard'],
      ['panel'],
      ['import'],
      ['sitting'],
      ['views'],
      ['documents'],
      ['wire'],
    ];
    expect(show(breaches('shared', order))).toEqual([]);
  });

  test('on the server: main → http, socket, sync → auth, seal → sitting → panel → files → log', () => {
    const order = [
      ['log'],
      ['files'],
      ['workers'],
      ['import'],
      ['documents'],
      ['panel'],
      ['sitting'],
      ['auth', 'seal'],
      ['http', 'socket', 'sync'],
      ['serve.ts'],
      ['config'],
      ['main.ts', 'demo'],
    ];
    const config = imports.filter(({ from }) => from === 'server/serve.ts');
    const allowed = new Set(
      config.map(({ to }) => to).filter((to) => to.startsWith('server/config/')),
    );
    const found = breaches('server', order).filter(({ to }) => !allowed.has(to));
    expect(show(found)).toEqual([]);
  });

  test('neither side imports the other', () => {
    const found = imports.filter(
      ({ from, to, ours }) =>
        ours &&
        ((from.startsWith('server/') && to.startsWith('client/')) ||
          (from.startsWith('client/') && to.startsWith('server/'))),
    );
    expect(show(found)).toEqual([]);
  });

  test('on the client: pages → parts → state → sync → shared', () => {
    const order = [
      ['i18n'],
      ['sync'],
      ['state'],
      ['ui'],
      ['scorecard'],
      ['documents'],
      ['setup'],
      ['projection'],
      ['writing'],
      ['chair'],
      ['agenda'],
      ['pages'],
      ['App.svelte'],
      ['main.ts'],
    ];
    expect(show(breaches('client', order))).toEqual([]);
  });

  test('each library is named in one room only', () => {
    const home: Record<string, RegExp> = {
      redis: /^server\/log\/redis/,
      'socket.io': /^server\/socket\//,
      express: /^server\/http\//,
      docx: /^server\/documents\/word\//,
      pdfkit: /^server\/documents\/pdf\//,
      fontkit: /^server\/documents\//,
      ws: /^server\/(sync|demo)\//,
      yauzl: /^server\/(import|documents\/excel)\//,
      'csv-parse': /^server\/import\//,
      'socket.io-client': /^(client\/sync|server\/demo)\//,
      'y-websocket': /^(client\/sync|server\/demo)\//,
      yjs: /^(shared\/scorecard|server\/sync|client\/sync|server\/demo)\//,
    };
    const found = imports.filter(({ from, to }) => home[to] && !home[to].test(from));
    expect(show(found)).toEqual([]);
  });

  test('no component imports a socket or a document', () => {
    const found = imports.filter(
      ({ from, to }) =>
        from.endsWith('.svelte') && /^(socket\.io-client|yjs|y-websocket|ws)$/.test(to),
    );
    expect(show(found)).toEqual([]);
  });

  test('no barrels, no utils, no default exports', () => {
    expect(files.filter((file) => /(^|\/)(index\.ts|utils?(\.ts|\/))/.test(file))).toEqual([]);
    const found = files.filter(
      (file) =>
        file.endsWith('.ts') &&
        /(^|\n)export default /.test(readFileSync(path.join(ROOT, file), 'utf8')),
    );
    expect(found).toEqual([]);
  });

  test('no import circle', () => {
    const graph = new Map<string, string[]>();
    for (const { from, to, ours, typeOnly } of imports)
      if (ours && !typeOnly) graph.set(from, [...(graph.get(from) ?? []), to]);
    const done = new Set<string>();
    const circles: string[] = [];
    const visit = (file: string, trail: string[]): void => {
      if (trail.includes(file))
        circles.push([...trail.slice(trail.indexOf(file)), file].join(' → '));
      if (done.has(file) || trail.includes(file)) return;
      for (const next of graph.get(file) ?? []) visit(next, [...trail, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });
});
