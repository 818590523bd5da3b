import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Pixels at 1080 lines; other screens in proportion, since they fill the same wall. */
const SMALLEST = 28;
const HERO = 200;

/** Every text of a slide can be read from the back row; its number (if it has one) from the door. */
export async function expectLegible(page: Page, what: string, number = true): Promise<void> {
  const { texts, height } = await page.evaluate(() => {
    const texts: { text: string; size: number }[] = [];
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const { parentElement: parent, textContent } = walker.currentNode;
      const text = textContent?.trim();
      if (!text || !parent?.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
        continue;
      if (parent.closest('.visually-hidden, title, script, style')) continue;
      texts.push({ text, size: Number.parseFloat(getComputedStyle(parent).fontSize) });
    }
    return { texts, height: innerHeight };
  });
  const scale = height / 1080;
  const small = texts.filter(({ size }) => size < SMALLEST * scale);
  expect.soft(small, `${what}: too small to be read`).toEqual([]);
  if (!number) return;
  const largest = Math.max(...texts.map(({ size }) => size));
  expect.soft(largest, `${what}: its number`).toBeGreaterThanOrEqual(HERO * scale);
}

/** Nothing of a slide lies outside it, and nothing scrolls. What is cut on purpose ends in dots. */
export async function expectWhole(page: Page, what: string): Promise<void> {
  const outside = await page.evaluate(() => {
    const main = document.querySelector('main')!.getBoundingClientRect();
    const found: string[] = [];
    for (const element of document.querySelectorAll('main *')) {
      const own = [...element.childNodes].some(
        (node) => node.nodeType === 3 && node.textContent?.trim(),
      );
      if (!own || element.closest('.visually-hidden')) continue;
      const cut = element.closest('p, span, li, h1');
      if (cut && getComputedStyle(cut).textOverflow === 'ellipsis') continue;
      // A line box is as high as it is set; an inline box as high as its font thinks.
      let box: Element = element;
      while (getComputedStyle(box).display === 'inline') box = box.parentElement!;
      const { top, bottom, left, right } = box.getBoundingClientRect();
      const inside =
        top >= main.top - 1 &&
        bottom <= main.bottom + 1 &&
        left >= main.left - 1 &&
        right <= main.right + 1;
      if (!inside) found.push(`${element.textContent} ${Math.round(top)}–${Math.round(bottom)}`);
    }
    const { scrollHeight, clientHeight } = document.documentElement;
    if (scrollHeight > clientHeight) found.push('the page scrolls');
    return found;
  });
  expect.soft(outside, `${what}: outside the slide`).toEqual([]);
}
