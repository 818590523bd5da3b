import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import type { Meeting } from './meeting.ts';

/** Screenshots are wanted: then a look is a look at every width. */
export const ALL = process.env.SHOTS !== undefined;
if (ALL) mkdirSync(process.env.SHOTS!, { recursive: true });

const PHONE = [390, 844] as const;
const LAPTOP = [1440, 900] as const;
const WIDTHS = ALL ? [PHONE, [820, 1180] as const, LAPTOP, [1920, 1080] as const] : [PHONE, LAPTOP];
const LOOKS = [
  { language: 'zh', theme: 'light' },
  { language: 'en', theme: 'dark' },
] as const;

/** What brings the page to what is looked at. */
interface Way {
  /** … once, after the page was opened anew. */
  open?: () => Promise<unknown>;
  /** What stands at the top of the picture, at each width. */
  at?: string;
}

/**
 * One state of a page in every width, language and theme: opened anew, so that it shows what is now;
 * the other language is then chosen as a person does it. The page is left as it was found.
 */
export async function lookAround(
  meeting: Meeting,
  page: Page,
  what: string,
  { open, at }: Way = {},
): Promise<void> {
  const before = page.viewportSize()!;
  await page.reload();
  await page.locator('main').first().waitFor();
  await page.waitForFunction(() => !/正在载入|Loading…/.test(document.body.innerText));
  await open?.();
  for (const { language, theme } of LOOKS) {
    if (language === 'en') await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    for (const [width, height] of WIDTHS) {
      await page.setViewportSize({ width, height });
      if (at) {
        const place = page.locator(at).first();
        await place.waitFor();
        await place.evaluate((element) => element.scrollIntoView());
      }
      await meeting.look(page, `${what}-${language}-${theme}-${width}`);
    }
  }
  await page.getByRole('button', { name: '中文', exact: true }).click();
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  await page.setViewportSize(before);
}
