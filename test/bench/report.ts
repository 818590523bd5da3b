import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import type { Outcome, Plan, Round } from './bench.ts';
import type { Figures } from './load.ts';
import { spreadOf, type Spread } from './measure.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PACKAGES = ['@y/websocket-server', 'yjs', 'y-protocols', 'lib0', 'ws'];

/** What the figures were measured on, and with. */
export interface Setting {
  command: string;
  commit: string;
  machine: string;
  node: string;
  versions: Record<string, string>;
  /** Median ms of fdatasync where our data lies. */
  syncTime: number;
  /** Before the first round, over one minute: what else the machine was doing. */
  loadAverage: number;
}

export function settingOf(syncTime: number, args: readonly string[]): Setting {
  const [cpu] = os.cpus();
  const memory = Math.round(os.totalmem() / 2 ** 30);
  return {
    command: ['npm run bench', ...(args.length > 0 ? ['--', ...args] : [])].join(' '),
    commit: commit(),
    machine: `${cpu?.model.trim()}, ${os.availableParallelism()} cores, ${memory} GiB, ${os.type()} ${os.release()}`,
    node: process.version,
    versions: Object.fromEntries(PACKAGES.map((name) => [name, versionOf(name)])),
    syncTime,
    loadAverage: os.loadavg()[0]!,
  };
}

function commit(): string {
  const git = (...args: string[]): string =>
    execFileSync('git', args, { cwd: ROOT, encoding: 'utf8', stdio: 'pipe' }).trim();
  try {
    const changed = git('status', '--porcelain', '--', 'server', 'shared') !== '';
    return git('rev-parse', '--short', 'HEAD') + (changed ? ' with changes' : '');
  } catch {
    return 'unknown';
  }
}

function versionOf(name: string): string {
  const file = path.join(ROOT, 'node_modules', name, 'package.json');
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}

interface Row {
  name: string;
  digits: number;
  figure: (figures: Figures) => number | null;
}

const COST: Row[] = [
  { name: 'server CPU per delivered update, µs', digits: 1, figure: (of) => of.cpuPerUpdate },
  { name: 'load generator, share of a core', digits: 2, figure: (of) => of.generatorLoad },
];

const ROWS: Record<keyof Outcome, Row[]> = {
  paced: [
    ...COST,
    { name: 'delivered p50, ms', digits: 2, figure: (of) => of.delivered.p50 },
    { name: 'delivered p99, ms', digits: 2, figure: (of) => of.delivered.p99 },
    { name: 'durable at the writer p50, ms', digits: 2, figure: (of) => of.saved?.p50 ?? null },
    { name: 'durable at the writer p99, ms', digits: 2, figure: (of) => of.saved?.p99 ?? null },
    { name: 'bytes to the server per update', digits: 1, figure: (of) => of.bytesToServer },
    { name: 'bytes from the server per update', digits: 1, figure: (of) => of.bytesFromServer },
  ],
  // Latency under saturation is only the window divided by the updates a second.
  saturated: [
    ...COST,
    { name: 'updates a second', digits: 0, figure: (of) => of.updatesPerSecond },
    { name: 'bytes from the server per update', digits: 1, figure: (of) => of.bytesFromServer },
  ],
};

/** One line of the table; null where a side, or the operating system, tells nothing. */
export interface Line {
  name: string;
  digits: number;
  ours: Spread | null;
  theirs: Spread | null;
  /** Ours ÷ theirs, round by round. */
  ratio: Spread | null;
}

export function linesOf(rounds: readonly Round[], phase: keyof Outcome): Line[] {
  return ROWS[phase].map(({ name, digits, figure }) => {
    const ours = rounds.map((round) => figure(round.ours[phase]));
    const theirs = rounds.map((round) => figure(round.theirs[phase]));
    const ratios = ours.map((value, n) => {
      const other = theirs[n] ?? null;
      return value === null || other === null ? null : value / other;
    });
    return { name, digits, ours: spread(ours), theirs: spread(theirs), ratio: spread(ratios) };
  });
}

function spread(values: readonly (number | null)[]): Spread | null {
  const known = values.filter((value) => value !== null);
  return known.length === 0 ? null : spreadOf(known);
}

export function printed(setting: Setting, plan: Plan, rounds: readonly Round[]): string {
  const { cards, paced, saturated } = plan;
  const versions = Object.entries(setting.versions).map(([name, version]) => `${name} ${version}`);
  return [
    `${setting.command}   (commit ${setting.commit})`,
    `${setting.machine}`,
    `Node ${setting.node}, ${versions.join(', ')}`,
    `fdatasync ${setting.syncTime.toFixed(2)} ms, load average before ${setting.loadAverage.toFixed(1)}`,
    '',
    `${cards} cards, one writer and one second device each; ${rounds.length} rounds of ours and theirs,`,
    'each in a fresh process; median, and the least and greatest of the rounds. Ours: gate, fence,',
    'embedded log with fdatasync, no reader of views. Theirs: in memory, echoes to the writer too.',
    '',
    ...table(`paced: ${paced.perSecond} updates a second by each writer`, linesOf(rounds, 'paced')),
    '',
    ...table(
      `saturated: ${saturated.window} updates under way by each writer`,
      linesOf(rounds, 'saturated'),
    ),
  ].join('\n');
}

function table(title: string, lines: readonly Line[]): string[] {
  const head = [title, 'ours', 'theirs', 'ours ÷ theirs'];
  const rows = lines.map(({ name, digits, ours, theirs, ratio }) => [
    `  ${name}`,
    cell(ours, digits),
    cell(theirs, digits),
    cell(ratio, 2),
  ]);
  const widths = head.map((_, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]!.length)),
  );
  return [head, ...rows].map((row) =>
    row
      .map((text, column) => text.padEnd(widths[column]!))
      .join('   ')
      .trimEnd(),
  );
}

function cell(spread: Spread | null, digits: number): string {
  if (spread === null) return '–';
  const [median, min, max] = [spread.median, spread.min, spread.max].map((value) =>
    value.toFixed(digits),
  );
  return min === max ? median! : `${median} (${min}–${max})`;
}
