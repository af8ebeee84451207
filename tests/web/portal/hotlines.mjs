// The pages of hotlines in a browser: leaving quickly, keeping a copy, printing, and what is never done.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser } from "../browser.mjs";
import { serve } from "./site.mjs";

const portal = await serve(process.env.PORTAL);
const site = portal.address;
const HELP = [
  "duong-day-nong/",
  "en/hotlines/",
  "duong-day-nong/ap-phich/lang-son/a4/",
  "en/hotlines/poster/hai-phong/a5/",
  "an-toan/",
  "en/safety/",
];
const OTHERS = ["", "en/", "ke-hoach/", "du-lieu/", "quyen-rieng-tu/"];

/** A browser that has seen nothing yet; whatever is elsewhere answers with a blank page, and is noted. */
async function fresh(options = {}) {
  const context = await browser.newContext(options);
  const elsewhere = [];
  await context.route((url) => !url.href.startsWith(site), (route) => {
    elsewhere.push(route.request().url());
    route.fulfill({ contentType: "text/html", body: "<title>elsewhere</title>" });
  });
  const page = await context.newPage();
  const broken = [];
  page.on("console", (message) => message.type() === "error" && broken.push(message.text()));
  page.on("pageerror", (error) => broken.push(String(error)));
  return { context, page, elsewhere, broken };
}

const stored = (page) =>
  page.evaluate(async () => ({
    cookie: document.cookie,
    local: localStorage.length,
    session: sessionStorage.length,
    databases: (await indexedDB.databases()).length,
    caches: await caches.keys(),
    workers: (await navigator.serviceWorker.getRegistrations()).map((one) => new URL(one.scope).pathname).sort(),
  }));
const NOTHING = { cookie: "", local: 0, session: 0, databases: 0, caches: [], workers: [] };

test("numbers and the way out work without a script, on pages for help alone", async () => {
  const { context, page } = await fresh({ javaScriptEnabled: false });
  for (const path of HELP) {
    await page.goto(site + path);
    const exit = page.locator("a.btn.exit");
    assert.ok(await exit.isVisible(), path);
    assert.match(await exit.getAttribute("rel"), /noreferrer/);
    assert.ok(!(await exit.getAttribute("href")).startsWith(site));
    assert.equal(await page.locator("a.skip.exit").count(), 1, path);
    assert.ok((await page.locator('a[href="tel:111"]').count()) > 0, path);
    assert.equal(await page.locator("#page_keep").isVisible(), false, "nothing can be kept without a script");
    const box = await exit.boundingBox();
    assert.ok(box.height >= 44 && box.width >= 44);
  }
  for (const path of OTHERS) {
    await page.goto(site + path);
    assert.equal(await page.locator(".exit").count(), 0, path);
    assert.ok((await page.locator('.safe a[href="tel:111"]').count()) > 0, path);
    assert.equal(await page.locator('script[src*="page.js"]').count(), 0, path);
  }
  await page.goto(site + HELP[0]);
  await page.locator("a.btn.exit").click();
  assert.equal(await page.title(), "elsewhere");
  await context.close();
});

test("leaving puts another page in the place of this one", async () => {
  for (const path of HELP) {
    const { context, page, elsewhere } = await fresh();
    await page.goto(site);
    await page.goto(site + path);
    assert.deepEqual(elsewhere, [], "nothing was asked for before the button was pressed");
    await page.locator("a.btn.exit").click();
    await page.waitForURL((url) => !url.href.startsWith(site));
    await page.goBack();
    assert.equal(page.url(), site, "the back button does not lead to the page that was left");
    await context.close();
  }
});

test("the first keys of the keyboard reach the way out", async () => {
  const { context, page } = await fresh();
  await page.goto(site + HELP[0]);
  await page.keyboard.press("Tab");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.matches("a.skip.exit")));
  assert.ok((await page.locator("a.skip.exit").boundingBox()).x >= 0, "it is seen when it has the focus");
  await page.keyboard.press("Enter");
  await page.waitForURL((url) => !url.href.startsWith(site));
  await context.close();
});

test("Shift three times leaves, a capital letter or a slow hand does not", async () => {
  const { context, page } = await fresh();
  await page.clock.install();
  await page.goto(site + HELP[1]);
  const told = page.locator("#page_exit");
  for (const key of ["Shift+A", "Shift+B", "Shift+C", "Shift+D"]) await page.keyboard.press(key);
  assert.equal(await told.textContent(), "");
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  assert.match(await told.textContent(), /once more/);
  await page.clock.fastForward(5100);
  assert.equal(await told.textContent(), "");
  await page.keyboard.press("Shift");
  assert.equal(page.url(), site + HELP[1]);
  assert.match(await told.textContent(), /two more/);
  await page.keyboard.press("Shift");
  await page.keyboard.press("Shift");
  await page.waitForURL((url) => !url.href.startsWith(site));
  await context.close();
});

test("reading asks nobody else and leaves nothing behind", async () => {
  const { context, page, elsewhere, broken } = await fresh();
  const seen = new Set(), next = [site, ...HELP.map((path) => site + path)];
  while (next.length && seen.size < 80) {
    const url = next.shift();
    if (seen.has(url)) continue;
    seen.add(url);
    await page.goto(url);
    const links = await page.locator("a[href]").evaluateAll((all) => all.map((a) => a.href.split("#")[0]));
    next.push(...links.filter((link) => link.startsWith(site) && link.endsWith("/")));
  }
  assert.deepEqual(elsewhere, []);
  assert.deepEqual(broken, []);
  assert.deepEqual(await stored(page), NOTHING);
  assert.deepEqual(await context.cookies(), []);
  await context.close();
});

/** Presses the button and waits for what it says. */
async function press(page, state) {
  const button = page.locator("#page_keep button"), status = page.locator("#page_keep [role=status]");
  await button.waitFor();
  const words = await status.getAttribute(`data-${state}`);
  await button.click();
  await page.waitForFunction(
    (words) => document.querySelector("#page_keep [role=status]").textContent === words, words);
}

const opens = (page, path) => page.goto(site + path).then((answer) => answer.ok(), () => false);

test("the button keeps the pages for help without a connection, and removes them", async () => {
  const { context, page, broken } = await fresh();
  await page.goto(site + HELP[0]);
  await press(page, "on");
  const kept = await page.evaluate(async () => {
    const [name] = await caches.keys();
    return (await (await caches.open(name)).keys()).map((request) => new URL(request.url).href);
  });
  for (const path of HELP) assert.ok(kept.includes(site + path), path);
  for (const path of OTHERS) assert.ok(!kept.includes(site + path), path);
  assert.deepEqual(broken, []);
  const { workers } = await stored(page);
  const folders = ["an-toan/", "duong-day-nong/", "en/hotlines/", "en/safety/"];
  assert.deepEqual(workers, folders.map((folder) => `/${folder}`));

  await context.setOffline(true);
  for (const path of HELP) {
    assert.ok(await opens(page, path), path);
    assert.ok(await page.locator('a[href="tel:111"]').first().isVisible());
    const bar = await page.locator(".safe").evaluate((bar) => getComputedStyle(bar).position);
    assert.equal(bar, "sticky", "the style sheet is there too");
    await page.locator("#page_keep button").waitFor();
  }
  assert.equal(await opens(page, ""), false, "other pages are not kept");

  await context.setOffline(false);
  await page.goto(site);
  assert.equal(await page.evaluate(() => navigator.serviceWorker.controller), null, "no part in other pages");
  await page.goto(site + HELP[5]);
  await press(page, "removed");
  assert.deepEqual(await stored(page), NOTHING);
  await press(page, "on");
  assert.equal((await stored(page)).caches.length, 1, "it can be kept anew from the same page");
  await press(page, "removed");
  await context.setOffline(true);
  for (const path of HELP) assert.equal(await opens(page, path), false, path);
  await context.close();
});

test("the copy is the same whichever page it was asked for on", async () => {
  const names = [];
  for (const path of [HELP[0], HELP[3], HELP[5]]) {
    const { context, page } = await fresh();
    await page.goto(site + path);
    await press(page, "on");
    names.push(await page.evaluate(async () => {
      const cache = await caches.open((await caches.keys())[0]);
      return [...(await caches.keys()), ...(await cache.keys()).map((request) => request.url)].join("\n");
    }));
    await context.close();
  }
  assert.equal(new Set(names).size, 1);
});

test("a new version takes the place of the old copy", async () => {
  const { context, page } = await fresh();
  await page.goto(site + HELP[0]);
  await press(page, "on");
  const [old] = await page.evaluate(() => caches.keys());
  portal.alter = (path, text) => {
    if (path === "sw.js") return text.replace(/VERSION = "\w+"/, 'VERSION = "later"');
    return path === "duong-day-nong/" ? text.replace("</h1>", " (mới)</h1>") : text;
  };
  await page.goto(site + HELP[0]);
  const renewed = async () => {
    const names = await page.evaluate(() => caches.keys());
    return names.length === 1 && names[0] !== old;
  };
  for (let tries = 0; tries < 100 && !(await renewed()); tries++) await page.waitForTimeout(100);
  portal.alter = undefined;
  await context.setOffline(true);
  assert.ok(await opens(page, HELP[0]));
  assert.match(await page.locator("h1").textContent(), /mới/);
  assert.ok(await opens(page, HELP[1]), "in the other language as well");
  await context.close();
});

test("where the copy cannot be made nothing is left", async () => {
  const { context, page } = await fresh();
  portal.alter = (path, text) => (path === "sw.js" ? text.replace('"an-toan/"', '"not-there/"') : text);
  await page.goto(site + HELP[0]);
  await press(page, "failed");
  portal.alter = undefined;
  const left = await stored(page);
  assert.deepEqual([left.workers, left.caches], [[], []]);
  await context.close();
});

test("a poster is one sheet of its paper", async () => {
  const { context, page } = await fresh({ colorScheme: "dark" });
  const sizes = { a4: [595, 842], a5: [420, 595] };
  for (const place of ["viet-nam", "lang-son", "hai-phong"]) {
    for (const [paper, [width, height]] of Object.entries(sizes)) {
      for (const folder of ["duong-day-nong/ap-phich", "en/hotlines/poster"]) {
        await page.goto(`${site}${folder}/${place}/${paper}/`);
        const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
        assert.equal(pdf.match(/\/Type\s*\/Page\b/g).length, 1, `${place} ${paper}`);
        const box = pdf.match(/\/MediaBox\s*\[([\d. ]+)\]/)[1].trim().split(/\s+/).map(Number);
        assert.ok(Math.abs(box[2] - width) < 1 && Math.abs(box[3] - height) < 1, `${place} ${paper}: ${box}`);
        await page.emulateMedia({ media: "print" });
        const spilt = await page.locator(".poster").evaluate((poster) => poster.scrollHeight - poster.clientHeight);
        assert.ok(spilt <= 0, `${place} ${paper}: ${spilt} px have no room`);
        await page.emulateMedia({ media: null });
      }
    }
  }
  await context.close();
});
