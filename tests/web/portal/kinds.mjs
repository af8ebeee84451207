// A page of every kind, the one with the most to show, in each language: whether everybody can use it, whatever the width, the
// size of text, the colours, with the keyboard alone, and without scripts.

import assert from "node:assert/strict";
import { check, DESK, overflow, PHONE, sound } from "../browser.mjs";
import { serve } from "./site.mjs";
import { focused, headings, landmarks, lookAt, tables, targets } from "./page.mjs";

const own = await serve(process.env.PORTAL);
const small = await serve(process.env.SMALL_PORTAL);
// Pages that have moved lead on at once.
small.alter = (path, text) => text.replace(/<meta[^>]*refresh[^>]*>/, "");

const templates = new Set(own.kinds.map(({ template }) => template));
const kinds = [
  ...own.kinds.map((page) => ({ ...page, site: own })),
  ...small.kinds.filter(({ template }) => !templates.has(template)).map((page) => ({ ...page, site: small })),
];

const NARROW = { ...PHONE, viewport: { width: 320, height: 640 }, reducedMotion: "reduce" };
const WIDE = { ...DESK, reducedMotion: "reduce" };
/** How far the Tab key is followed, and back again. */
const STEPS = 30;

/** The size of text that a reader has chosen in the settings of the browser, in pixels; 16 where nothing was chosen. */
async function text(page, standard) {
  const session = await page.context().newCDPSession(page);
  await session.send("Page.setFontSizes", { fontSizes: { standard, fixed: standard } });
  await session.detach();
}

/** What one comes to with Tab, then with Shift and Tab: forward through the page, seen, and under nothing else. */
async function walk(page) {
  const amiss = [];
  const there = [];
  let ends = false;
  while (there.length < STEPS) {
    await page.keyboard.press("Tab");
    const { order, name, hidden, unmarked } = await page.evaluate(focused);
    ends = order < 0;
    if (ends) break;
    if (order <= (there.at(-1) ?? -1)) amiss.push(`${name} comes after what stands below it`);
    if (hidden) amiss.push(`${name} cannot be seen when it has the focus`);
    if (unmarked) amiss.push(`${name} is not marked when it has the focus`);
    there.push(order);
  }
  if (!ends) there.pop();
  for (const before of there.reverse()) {
    await page.keyboard.press("Shift+Tab");
    const { order, name, hidden } = await page.evaluate(focused);
    if (order !== before) amiss.push(`${name} is not what one came from`);
    if (hidden) amiss.push(`${name} cannot be seen on the way back`);
  }
  assert.deepEqual(amiss, [], page.url());
  assert.ok(there.length > 3, "the keyboard reaches nothing");
}

for (const { template, lang, file, site } of kinds) {
  const name = `${template} ${lang}`;
  const isMoved = template === "moved.html";

  check(`${name}: a narrow screen, light and dark, by keyboard`, async ({ open }) => {
    const page = await open(site.at(file), NARROW);
    assert.equal(await overflow(page), 0, "it scrolls sideways");
    await page.evaluate(lookAt);
    assert.deepEqual(await page.evaluate(targets), []);
    // Each language in one of the two: colours and the order of things are the same in both.
    if (lang !== "vi") return;
    await sound(page);
    await walk(page);
  });

  check(`${name}: a wide screen, forced colours, large text, by keyboard`, async ({ open }) => {
    const page = await open(site.at(file), WIDE);
    await page.evaluate(lookAt);
    assert.deepEqual(await page.evaluate(headings), []);
    assert.deepEqual(await page.evaluate(landmarks), []);
    assert.deepEqual(await page.evaluate(tables), []);
    assert.deepEqual(await page.evaluate(targets), []);
    assert.equal(await page.locator("html").getAttribute("lang"), lang);
    if (lang !== "vi") {
      await walk(page);
      await page.emulateMedia({ forcedColors: "active" });
      await sound(page, "html", ["light"]);
      await page.emulateMedia({ forcedColors: "none" });
    }
    await text(page, 32);
    assert.equal(await overflow(page), 0, "with large text it scrolls sideways");
  });

  check(`${name}: without scripts`, async ({ open }) => {
    const page = await open(site.at(file), { ...NARROW, javaScriptEnabled: false });
    assert.ok(await page.locator("h1").isVisible());
    const calls = page.locator('a[href^="tel:"]');
    if (!isMoved) assert.ok((await calls.count()) && (await calls.first().isVisible()), "no number can be called");
    if (!(await page.locator("script").count())) return;
    // What a script brings is nothing that one needs; the rest is the same.
    const scripted = await open(site.at(file), NARROW);
    const brought = "#search_form, #search_status, #page_keep, #page_shift, noscript";
    const reads = (page) =>
      page.locator("main").evaluate((main, brought) => {
        for (const part of main.querySelectorAll(brought)) part.remove();
        return main.innerText.trim();
      }, brought);
    assert.equal(await reads(page), await reads(scripted));
  });
}
