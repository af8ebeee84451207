// What pages may do: under the headers of the site's own `_headers` file none breaks its policy, no script keeps a page from being
// shown, and nothing moves. What pages weigh is asked by tests/weight.rs.
import assert from "node:assert/strict";
import { test } from "node:test";
import { browser } from "../browser.mjs";
import { serve } from "./site.mjs";

const portal = await serve(process.env.PORTAL);
const site = portal.address;

/** A tab that keeps what went wrong and how far things moved. */
async function tab(width) {
  const context = await browser.newContext({ viewport: { width, height: 800 } });
  context.setDefaultTimeout(120_000);
  const page = await context.newPage();
  const amiss = [];
  page.on("console", (message) => {
    // A picture opened alone names no icon, so the browser asks for one.
    const icon = message.location().url === `${site}favicon.ico`;
    if (message.type() === "error" && !icon) amiss.push(`${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => amiss.push(`${page.url()}: ${error}`));
  page.on("request", (request) => request.url().startsWith(site) || amiss.push(`${page.url()} asks ${request.url()}`));
  await page.addInitScript(() => {
    window.violations = [];
    window.shift = 0;
    const told = (v) => window.violations.push(`${v.violatedDirective} ${v.blockedURI} ${v.sample}`);
    document.addEventListener("securitypolicyviolation", told);
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) window.shift += entry.value;
    }).observe({ type: "layout-shift", buffered: true });
  });
  return { page, amiss, close: () => context.close() };
}

test("pages opened under the policy report no violation", async () => {
  const { page, amiss, close } = await tab(360);
  assert.match((await page.goto(site)).headers()["content-security-policy"], /default-src 'none'/);
  for (const { file } of portal.kinds) {
    await page.goto(portal.at(file), { waitUntil: "load" });
    for (const violation of await page.evaluate(() => window.violations)) amiss.push(`${file}: ${violation}`);
  }
  await close();
  assert.deepEqual(amiss, []);
});

test("a target's picture opened alone keeps its colours", async () => {
  const pictures = [];
  for (const { template, file, lang } of portal.pages) {
    if (template !== "target.html") continue;
    const picture = file.replace("index.html", lang === "vi" ? "bieu-do.svg" : "chart.svg");
    await portal.read(picture).then(() => pictures.push(picture), () => {});
  }
  assert.ok(pictures.length);
  const { page, amiss, close } = await tab(1280);
  for (const file of pictures.filter((_, at) => at % 16 === 0)) {
    await page.goto(portal.at(file));
    const paper = await page.evaluate(() => getComputedStyle(document.querySelector(".paper")).fill);
    assert.equal(paper, "rgb(255, 255, 255)", file);
  }
  await close();
  assert.deepEqual(amiss, []);
});

test("no script keeps a page from being shown", async () => {
  const { page, close } = await tab(360);
  for (const { file } of portal.kinds) {
    await page.goto(portal.at(file), { waitUntil: "load" });
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry.initiatorType === "script" && entry.renderBlockingStatus === "blocking")
        .map((entry) => entry.name),
    );
    assert.deepEqual(blocking, [], file);
  }
  await close();
});

for (const width of [360, 1280]) {
  test(`nothing moves while a page is shown, ${width} pixels wide`, async () => {
    const { page, close } = await tab(width);
    const moved = [];
    portal.slow = 400;
    for (const { file, lang } of portal.kinds) {
      if ((lang === "vi") !== (width === 360)) continue;
      await page.goto(portal.at(file), { waitUntil: "load" });
      await page.evaluate(async () => {
        const frame = () => new Promise((shown) => requestAnimationFrame(shown));
        for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
          window.scrollTo(0, y);
          await frame();
        }
        await frame();
      });
      const shift = await page.evaluate(() => window.shift);
      // A part of a pixel may be rounded otherwise; 0.1 is where readers are held to be disturbed.
      if (shift > 0.001) moved.push(`${file}: ${shift}`);
    }
    portal.slow = 0;
    await close();
    assert.deepEqual(moved, []);
  });
}
