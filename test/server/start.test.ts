import { readFileSync, writeFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer } from '../kit/server.ts';

let server: TestServer | undefined;
afterEach(async () => {
  await server?.stop('SIGKILL');
  server = undefined;
});

describe('starting and stopping', () => {
  test.each([
    ['PORT', 'eighty'],
    ['PORT', '70000'],
    ['REDIS_URL', 'localhost:6379'],
    ['PUBLIC_URL', 'heyi.example'],
  ])('a wrong %s is named, with what it should be', async (name, value) => {
    const { code, said } = await TestServer.runToEnd({ DATA_DIR: newTempDir(), [name]: value });
    expect(code).toBe(1);
    expect(said).toContain(`${name}=${value}`);
    expect(said).toContain('must be');
    expect(said).not.toMatch(/\n\s+at /);
  });

  test('a folder for files that is not there is named, and no log stays locked', async () => {
    const dataDir = newTempDir();
    const given = path.join(dataDir, 'not-mounted');
    const { code, said } = await TestServer.runToEnd({ DATA_DIR: dataDir, FILES_DIR: given });
    expect(code).toBe(1);
    expect(said).toContain(`FILES_DIR=${given}`);
    expect(said).not.toMatch(/\n\s+at /);
    server = await TestServer.start(dataDir);
  });

  test('a port in use and a data folder in use are said in a sentence', async () => {
    const dataDir = newTempDir();
    server = await TestServer.start(dataDir);
    const env = { HOST: '127.0.0.1', PORT: String(server.port) };
    const port = await TestServer.runToEnd({ ...env, DATA_DIR: newTempDir() });
    expect(port).toMatchObject({ code: 1 });
    expect(port.said).toContain(String(server.port));
    const folder = await TestServer.runToEnd({ ...env, DATA_DIR: dataDir });
    expect(folder).toMatchObject({ code: 1 });
    expect(folder.said).toContain(dataDir);
  });

  test.each(['SIGTERM', 'SIGINT'] as const)('%s stops cleanly', async (signal) => {
    server = await TestServer.start(newTempDir());
    expect(await server.stop(signal)).toBe(0);
  });

  test('links and panels are the same after a restart, in under 3 s', async () => {
    const dataDir = newTempDir();
    server = await TestServer.start(dataDir);
    const office = await server.office();
    const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
      preset: 'fengshun-2023',
    });
    const codes = (await office.invitations(panel)).map(({ code }) => code);
    await server.stop();
    const started = performance.now();
    server = await TestServer.start(dataDir);
    expect(performance.now() - started).toBeLessThan(3000);
    const again = await server.office();
    expect(await again.get('/api/office/panels')).toMatchObject({
      panels: [{ panel, phase: 'setup', name: '2023年度县级社区矫正经费项目' }],
    });
    await again.post(`/api/office/panels/${panel}/session`);
    expect((await again.invitations(panel)).map(({ code }) => code)).toEqual(codes);
  });

  test('a damaged log is refused with the panel and the place', async () => {
    const dataDir = newTempDir();
    server = await TestServer.start(dataDir);
    const office = await server.office();
    const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
      preset: 'empty',
    });
    const [seat] = (await office.invitations(panel)).filter(({ role }) => role === 'expert');
    await office.post('/api/join', { code: seat!.code });
    await server.stop();
    const [file] = readdirSync(path.join(dataDir, 'panels'));
    const where = path.join(dataDir, 'panels', file!);
    const bytes = readFileSync(where);
    bytes[40]! ^= 1;
    writeFileSync(where, bytes);
    const { code, said } = await TestServer.runToEnd({ DATA_DIR: dataDir, PORT: '0' });
    expect(code).toBe(1);
    expect(said).toContain(panel);
    expect(said).toMatch(/position 1\b/);
  });
});
