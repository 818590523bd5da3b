import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core';
import { expect } from 'vitest';

/**
 * The first two are the address bar's, which no one sees: a process for each window. The others are
 * those that Playwright turns off; of two such lists Chromium keeps the last.
 */
const WITHOUT = [
  ...['WebUIOmniboxPopup', 'WebUIOmniboxAimPopup'],
  ...['AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsUpgrades'],
  ...['HttpsFirstBalancedModeAutoEnable', 'LensOverlay', 'MediaRouter', 'PaintHolding'],
  ...['ThirdPartyStoragePartitioning', 'AvoidCorsURLLoaderRestartOnRedirect', 'AimEnabled'],
  ...['OptimizationHints', 'NetworkTimeServiceQuerying', 'PreconnectToSearch'],
];
const FLAGS = [
  `--disable-features=${WITHOUT.join(',')}`,
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--font-render-hinting=none',
];

/** Debian's Chromium; CHROMIUM names another one. */
export async function launch(): Promise<Browser> {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  return chromium.launch({ executablePath, args: FLAGS });
}

export interface Device {
  width: number;
  height: number;
  language?: 'zh' | 'en';
  theme?: 'light' | 'dark';
  touch?: boolean;
}

/** One person's device: a profile of its own, so cookies and storage are nobody else's. */
export async function device(browser: Browser, base: string, options: Device): Promise<Page> {
  const { width, height, language = 'zh', theme = 'light', touch = false } = options;
  const context: BrowserContext = await browser.newContext({
    baseURL: base,
    viewport: { width, height },
    colorScheme: theme,
    hasTouch: touch,
    locale: language === 'zh' ? 'zh-CN' : 'en-GB',
    reducedMotion: 'reduce',
  });
  await context.addInitScript((chosen) => {
    // The browser's PDF viewer is a frame without storage.
    if (window !== window.top) return;
    if (!localStorage.getItem('heyi.language')) localStorage.setItem('heyi.language', chosen);
  }, language);
  const page = await context.newPage();
  page.setDefaultTimeout(15_000);
  return page;
}

/** What the browser complained of: errors on the console, uncaught errors, policy violations. */
export function complaints(page: Page): string[] {
  const heard: string[] = [];
  page.on('pageerror', (error) => heard.push(String(error)));
  page.on('console', (message) => {
    if (message.type() === 'error') heard.push(message.text());
  });
  return heard;
}

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  id: string;
  help: string;
  nodes: { target: string[]; failureSummary?: string }[];
}

/** axe, with the rules of WCAG 2.2 A and AA and its best practices, finds nothing on this page. */
export async function expectAccessible(page: Page, what: string): Promise<void> {
  // Evaluated by the debugger, so the page's own policy need not allow it; once a document is enough.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE);
  const violations = await page.evaluate(async () => {
    const { axe } = globalThis as unknown as {
      axe: { run: (options: object) => Promise<{ violations: Violation[] }> };
    };
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    // Where it passed is not asked: writing those places down takes a fifth of the time.
    return (await axe.run({ runOnly: tags, resultTypes: ['violations'] })).violations;
  });
  const found = violations.map(({ id, help, nodes }) => {
    const places = nodes.slice(0, 3).map(({ target, failureSummary }) => {
      return `${target.join(' ')} (${failureSummary?.split('\n').slice(1, 3).join('; ').trim()})`;
    });
    return `${id}: ${help}: ${places.join(' | ')}`;
  });
  expect.soft(found, `axe on ${what}`).toEqual([]);
}

/** No page is wider than its screen. */
export async function expectNoSidewaysScroll(page: Page, what: string): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect.soft(overflow, `${what} scrolls sideways by`).toBeLessThanOrEqual(1);
}
