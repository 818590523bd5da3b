import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Invitation } from '../../shared/wire/http.ts';
import {
  complaints,
  device,
  type Device,
  expectAccessible,
  expectNoSidewaysScroll,
  launch,
} from '../kit/browser.ts';
import { TestServer } from '../kit/server.ts';
import { newTempDir } from '../kit/temp-dir.ts';

export interface ScriptLine {
  /** Text of the score as a person types it. */
  score: string;
  reason: string;
}

const LAPTOP = { width: 1440, height: 900 };
/** Who sits there with what: the chair's laptop, a tablet, a phone, two laptops. */
const DEVICES: Record<string, Device> = {
  e1: LAPTOP,
  e2: { width: 820, height: 1180, touch: true },
  e3: { width: 390, height: 844, touch: true },
  e4: LAPTOP,
  e5: { width: 1280, height: 800 },
};

/**
 * One meeting in real browsers: the secretary, five experts on their own devices, the projection.
 * Every page is watched for complaints; `look` has axe on it and files a screenshot where SHOTS
 * names a folder.
 */
export class Meeting {
  readonly server: TestServer;
  readonly dataDir: string;
  readonly browser: Browser;
  readonly pages: Record<string, Page> = {};
  readonly complaints: Record<string, string[]> = {};
  panel = '';
  invitations: Invitation[] = [];
  /** Text of the last print, laid out as on paper. */
  printed = '';

  private constructor(server: TestServer, dataDir: string, browser: Browser) {
    this.server = server;
    this.dataDir = dataDir;
    this.browser = browser;
  }

  static async open(): Promise<Meeting> {
    const dataDir = newTempDir();
    return new Meeting(await TestServer.start(dataDir), dataDir, await launch());
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.stop();
  }

  /** Opens a device for somebody. */
  async device(name: string, options: Device): Promise<Page> {
    const page = await device(this.browser, this.server.url, options);
    this.pages[name] = page;
    this.complaints[name] = complaints(page);
    return page;
  }

  /** axe, no sideways scroll, and a screenshot where one is wanted. */
  async look(page: Page, what: string): Promise<void> {
    const folder = process.env.SHOTS;
    if (folder) await page.screenshot({ path: path.join(folder, `${what}.png`) });
    await expectNoSidewaysScroll(page, what);
    await expectAccessible(page, what);
  }

  /** The secretary opens the printed link, chooses a framework, and stands before the set-up page. */
  async create(preset: string, options: Device = LAPTOP): Promise<Page> {
    const page = await this.device('secretary', options);
    await page.goto(`/office#${this.server.officeSecret}`);
    await page.getByRole('radio', { name: preset }).check();
    await page.getByRole('button', { name: /^(新建评审会|Create the panel)$/ }).click();
    await page.waitForURL(/\/panel\/\w+\/secretary$/);
    this.panel = new URL(page.url()).pathname.split('/')[2]!;
    await page.getByRole('heading', { level: 1 }).waitFor();
    return page;
  }

  /** Reads the invitations as the page does. */
  async invite(): Promise<void> {
    const url = `/api/panels/${this.panel}/secretary/invitations`;
    const response = await this.pages['secretary']!.request.get(url);
    ({ invitations: this.invitations } = (await response.json()) as { invitations: Invitation[] });
  }

  invitation(seat: string): Invitation {
    return this.invitations.find((invitation) => invitation.seat === seat)!;
  }

  /** Somebody opens the link of a seat; the secret must be gone from the address bar. */
  async join(seat: string, options: Device = DEVICES[seat] ?? LAPTOP, name = seat): Promise<Page> {
    const page = await this.device(name, options);
    await page.goto(this.invitation(seat).link);
    await page.waitForURL(`${this.server.url}/panel/${this.panel}/${seat}`);
    expect(page.url()).not.toContain('#');
    return page;
  }

  /** Scores a whole card with the keyboard: a score, Enter; where it is below the maximum a reason. */
  async score(page: Page, script: ScriptLine[]): Promise<void> {
    for (const [index, { score, reason }] of script.entries()) {
      const field = page.getByRole('textbox', { name: /^(得分|Score)/ });
      await expect
        .poll(() => page.getByText(`第 ${index + 1} 项，共 ${script.length} 项`).count())
        .toBe(1);
      await field.fill(score);
      if (reason) await page.getByRole('textbox', { name: /^扣分理由/ }).fill(reason);
      await field.press('Enter');
    }
  }

  async handIn(page: Page): Promise<void> {
    await page.getByRole('button', { name: '交卷', exact: true }).first().click();
    const anyway = page.getByRole('button', { name: '仍然交卷' });
    // A chair's page goes over to the console by itself.
    const handedIn = page
      .getByText('评分表已交卷')
      .or(page.getByRole('tab', { name: '组长台', selected: true }))
      .first();
    await anyway.or(handedIn).first().waitFor();
    if (await anyway.isVisible()) await anyway.click();
    await handedIn.waitFor();
  }

  /** Opens the result, where it is not open yet. */
  async openResult(page: Page, what: string): Promise<void> {
    await page
      .getByRole('link', { name: /^(查看结果|结果)$/ })
      .first()
      .click();
    await page.locator('.sheet').first().waitFor();
    await this.look(page, `result-${what}`);
  }

  /** Prints a document of the open result by the name on its tab; how many pages that makes. */
  async print(page: Page, what: string, tab: string): Promise<number> {
    await page.getByRole('tab', { name: tab, exact: true }).click();
    await page
      .getByRole('tabpanel', { name: tab, exact: true })
      .locator('.sheet')
      .first()
      .waitFor();
    const sheets = await page.locator('.sheet').count();
    const file = path.join(process.env.SHOTS ?? newTempDir(), `result-${what}.pdf`);
    await page.pdf({ path: file, preferCSSPageSize: true, printBackground: true });
    const info = spawnSync('pdfinfo', [file], { encoding: 'utf8' }).stdout;
    const pages = Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
    expect(pages, 'a page for each sheet').toBe(sheets);
    this.printed = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).stdout;
    return pages;
  }

  /** Nobody's browser complained: no error, no policy violation. */
  expectQuiet(): void {
    for (const [name, heard] of Object.entries(this.complaints)) expect(heard, name).toEqual([]);
  }
}
