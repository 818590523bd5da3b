import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { newTempDir } from '../kit/temp-dir.ts';

let demo: ChildProcess | undefined;
afterEach(() => void demo?.kill());

test('the demo plays on to the sealed Fengshun result', async () => {
  const main = path.resolve(import.meta.dirname, '../../dist/server/demo.js');
  demo = spawn(process.execPath, [main, '--speed', '60'], {
    env: { ...process.env, PORT: '0', HOST: '127.0.0.1', DATA_DIR: newTempDir() },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  const done = new Promise<void>((resolve, reject) => {
    demo!.once('exit', (code) => reject(new Error(`the demo ended with ${code}: ${printed}`)));
    demo!.stdout!.on('data', (chunk: Buffer) => {
      printed += chunk;
      if (printed.includes('sealed')) resolve();
    });
  });
  await done;
  const link = /Chair:\s+(\S+)\/join\/(\w+)\/(e1)#(\S+)/.exec(printed)!;
  const [, base, panel, seat, secret] = link;
  const join = await fetch(`${base}/api/join?token=1`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ panel, seat, secret }),
  });
  const { token } = (await join.json()) as { token: string };
  const view = await fetch(`${base}/api/panels/${panel}/${seat}/view`, {
    headers: { authorization: `Bearer ${token}` },
  });
  expect(await view.json()).toMatchObject({
    phase: 'sealed',
    round: 2,
    outcome: { total: 93_50, grade: '优', signed: 5 },
  });
});
