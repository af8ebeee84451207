// The page of search as it is used: typed, by keyboard, with its filters; and without scripts.

import assert from "node:assert/strict";
import { check, DESK, overflow, PHONE, sound, until } from "../browser.mjs";
import { serve } from "./site.mjs";

const site = await serve(process.env.PORTAL);
const LANGS = { vi: "tim-kiem/", en: "en/search/" };

const status = (page) => page.locator("#search_status");
const results = (page) => page.locator("#search_results > li");

/** Types a query as a hand does, and waits until it is answered. */
async function ask(page, query) {
  const input = page.locator("#search_query");
  await input.press("Escape");
  await until("nothing", async () => (await status(page).innerText()) === "");
  await input.pressSequentially(query);
  await until(`an answer to ${query}`, async () => /\d/.test(await status(page).innerText()));
  // The last letters may still be on their way to an answer.
  await page.waitForTimeout(300);
  await until("the results", async () => (await results(page).count()) > 0);
}

const first = (page) => results(page).first();

for (const [lang, path] of Object.entries(LANGS)) {
  const queries = {
    vi: { "tre em": /trẻ em/i, "duoi nuoc": /đuối nước/i, "so y te": /sở y tế/i },
    en: { children: /children/i, drown: /drowning/i, "department of hea": /Department of Health/i },
  }[lang];
  Object.assign(queries, { 18006605: /18006605|1800 6605/, "kh-ubnd": /KH-UBND/ });

  for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
    check(`${lang}, ${device}: what is typed without accents is found`, async ({ open }) => {
      const page = await open(site.at(path), options);
      for (const [query, found] of Object.entries(queries)) {
        await ask(page, query);
        assert.match(await first(page).innerText(), found, query);
        assert.ok(await page.locator("#search_index").isHidden());
        assert.equal(await overflow(page), 0, query);
      }
      await ask(page, "18006605");
      assert.equal(await first(page).locator('a[href="tel:18006605"]').count(), 1);
      await sound(page, "main", [device === "phone" ? "dark" : "light"]);
    });
  }

  check(`${lang}: by keyboard to a result, a kind and back to nothing`, async ({ open }) => {
    const page = await open(site.at(path));
    // From the link that skips the head of the page.
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.id), "search_query");
    await page.keyboard.type("hotline 111");
    await ask(page, "111");
    await page.keyboard.press("Tab");
    const chosen = page.locator("#search_kinds input:checked");
    assert.equal(await chosen.getAttribute("value"), "-1");
    await page.keyboard.press("ArrowDown");
    await until("one kind", async () => (await chosen.getAttribute("value")) !== "-1");
    await until("its results", async () => (await results(page).count()) > 0);
    assert.ok(await chosen.evaluate((radio) => radio === document.activeElement), "the focus stays at the filter");
    await page.keyboard.press("Tab");
    assert.ok(await first(page).locator("a").first().evaluate((link) => link === document.activeElement));
    await page.locator("#search_query").focus();
    await page.keyboard.press("Escape");
    await page.locator("#search_index").waitFor();
    assert.equal(await page.locator("#search_query").inputValue(), "");
    assert.equal(await results(page).filter({ visible: true }).count(), 0);
    assert.equal(await status(page).innerText(), "");
  });

  check(`${lang}: more results come below, and the focus with them`, async ({ open }) => {
    const page = await open(site.at(path), PHONE);
    await ask(page, lang === "vi" ? "trẻ em" : "children");
    const before = await results(page).count();
    await page.locator("#search_more button").focus();
    await page.keyboard.press("Enter");
    await until("more", async () => (await results(page).count()) > before);
    const focused = () => results(page).nth(before).locator("a").first().evaluate((link) => link === document.activeElement);
    await until("the focus at the first new one", focused);
  });

  check(`${lang}: without scripts the index from A to Z leads on`, async ({ open }) => {
    const page = await open(site.at(path), { ...PHONE, javaScriptEnabled: false });
    assert.ok(await page.locator("#search_form").isHidden());
    assert.ok(await page.locator("noscript").isVisible());
    const letters = page.locator(".letters a");
    assert.ok((await letters.count()) > 10);
    const named = await letters.evaluateAll((all) => all.map((a) => decodeURIComponent(a.hash.slice(1))));
    for (const anchor of named) assert.equal(await page.locator(`h3[id="${anchor}"]`).count(), 1, anchor);
    await letters.nth(3).click();
    await page.locator("#search_index .tally a").first().click();
    assert.ok(!page.url().includes(path));
  });
}
