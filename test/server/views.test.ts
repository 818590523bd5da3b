import { afterAll, beforeAll, expect, test } from 'vitest';
import { newTempDir } from '../kit/temp-dir.ts';
import { TestServer } from '../kit/server.ts';
import { Outsider } from '../protocol/outsider.ts';

let server: TestServer;
beforeAll(async () => void (server = await TestServer.start(newTempDir())));
afterAll(async () => void (await server.stop()));

test('[PB1] a burst of changes comes as few views, and the last one is complete', async () => {
  const office = await server.office();
  const { panel } = await office.post<{ panel: string }>('/api/office/panels', {
    preset: 'zhongshan-2019',
  });
  const [invitation] = await office.invitations(panel);
  const secretary = await Outsider.join(server.url, invitation!.code);
  try {
    await secretary.until((view) => view['role'] === 'secretary');
    const { project } = secretary.paper['setup'] as { project: Record<string, unknown> };
    const before = secretary.received.length;
    const edits = 40;
    for (let base = 0; base < edits; base++)
      await secretary.act({
        type: 'edit-setup',
        section: 'project',
        value: { ...project, name: `第 ${base + 1} 次` },
        base,
      });
    while (secretary.paper['revision'] !== edits)
      await new Promise((resolve) => secretary.socket.once('paper', resolve));
    expect(secretary.paper).toMatchObject({ setup: { project: { name: `第 ${edits} 次` } } });
    const papers = secretary.received.slice(before).filter(({ event }) => event === 'paper');
    expect(papers.length).toBeGreaterThan(1);
    expect(papers.length).toBeLessThan(edits);
    const revisions = papers.map(({ content }) => (content as { revision: number }).revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  } finally {
    secretary.close();
  }
});
