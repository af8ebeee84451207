// What suites of checks in a real browser share: one Chromium for a suite, tabs of its own for each check, and waiting until
// something is so. A suite is a script that calls `check`; `tests/browser.rs` runs it and shows each check by its name.

import AxeBuilder from "@axe-core/playwright";
import assert from "node:assert/strict";
import { after, test } from "node:test";
import { stripVTControlCharacters } from "node:util";
import { chromium } from "playwright-core";

export const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };
export const DESK = { viewport: { width: 1280, height: 800 } };

// Far more than anything takes, so that no slow computer fails a check; once one has failed, the rest may be told sooner.
let patience = 120_000;

export const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM,
  args: ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"],
});
after(() => browser.close());

/**
 * A check by name. Its body is given
 * - `open(address, device)`: a page in a browser of its own, `PHONE` or `DESK` or any of Playwright's context options;
 * - `beside(page, address)`: another tab of the same browser;
 * - `later(end)`: what is to be done at the end, whatever happens.
 * No page may throw an error, or ask another host than that of its address for anything.
 */
export function check(name, body) {
  test(name, async () => {
    const ends = [];
    const amiss = [];
    const later = (end) => ends.push(end);
    const visit = async (context, address) => {
      const page = await context.newPage();
      page.on("pageerror", (error) => amiss.push(`${page.url()}: ${error.stack ?? error}`));
      page.on("request", (request) => {
        const to = new URL(request.url());
        if (/^https?:$/.test(to.protocol) && to.host !== new URL(address).host) amiss.push(`a request to ${to}`);
      });
      await page.goto(address);
      return page;
    };
    const open = async (address, device = DESK) => {
      const context = await browser.newContext(device);
      later(() => context.close());
      context.setDefaultTimeout(patience);
      return visit(context, address);
    };
    const beside = (page, address) => visit(page.context(), address);
    try {
      await body({ open, beside, later });
      assert.deepEqual(amiss, []);
    } catch (error) {
      patience = 10_000;
      for (const part of ["message", "stack"]) error[part] = stripVTControlCharacters(error[part]);
      throw error;
    } finally {
      for (const end of ends.reverse()) await end();
    }
  });
}

/** Asks until the answer is yes; one that cannot be given yet is asked for again. */
export async function until(what, ask) {
  const begun = Date.now();
  for (;;) {
    let last;
    try {
      last = await ask();
      if (last) return last;
    } catch (error) {
      last = error;
    }
    if (Date.now() - begun > patience) throw new Error(`still waiting: ${what} (last: ${last})`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Waits until the page shows a text in its main part. */
export const shows = (page, text) =>
  until(`${page.url()} shows "${text}"`, async () => (await page.locator("main").innerText()).includes(text));

/** By how many pixels a page is wider than its window. */
export const overflow = (page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Holds a part of a page, or all of it, to axe's rules, light and dark. */
export async function sound(page, part = "html", schemes = ["light", "dark"]) {
  for (const colorScheme of schemes) {
    await page.emulateMedia({ colorScheme });
    const { violations } = await new AxeBuilder({ page })
      .setLegacyMode()
      .options({ rules: { "target-size": { enabled: true } } })
      .include(part)
      .analyze();
    const found = violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.target}: ${node.failureSummary}`));
    assert.deepEqual(found, [], `${page.url()}, ${colorScheme}`);
  }
}
