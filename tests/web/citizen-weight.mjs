// What pages cost, and what they may do: every page of a built site is opened under the headers of its own `_headers` file.
// SITE_DIR is the folder of the site, built with --precompress or not; CHROMIUM the browser.
import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import http from "node:http";
import path from "node:path";
import { after, before, test } from "node:test";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";

const SITE_DIR = process.env.SITE_DIR ?? "public";
const PLAN_PAGE = 35_000;
const STYLE_SHEET = 12_000;
const SCRIPT = 6_000;
const TYPES = {
  html: "text/html; charset=utf-8",
  css: "text/css; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  json: "application/json",
  svg: "image/svg+xml",
  png: "image/png",
};

let browser, server, site;
/** How long scripts are on their way, in milliseconds: on a slow line the page is there long before them. */
let slow = 0;
/** Bytes sent since the last look, by path. */
let sent = new Map();
const files = [];

/** The headers of the rule for every file. */
async function headers() {
  const text = await readFile(path.join(SITE_DIR, "_headers"), "utf8");
  const [first] = text.split("\n\n");
  const lines = first.split("\n").slice(1);
  return Object.fromEntries(lines.map((line) => line.trim().split(/: (.*)/s).slice(0, 2)).filter(([name]) => name));
}

before(async () => {
  const all = await readdir(SITE_DIR, { recursive: true });
  files.push(...all.map((file) => file.split(path.sep).join("/")).sort());
  const always = await headers();
  assert.match(always["Content-Security-Policy"], /default-src 'none'/);
  server = http.createServer(async (request, response) => {
    const asked = decodeURIComponent(request.url.split("?")[0].slice(1));
    const file = asked === "" || asked.endsWith("/") ? `${asked}index.html` : asked;
    try {
      const bytes = gzipSync(await readFile(path.join(SITE_DIR, file)), { level: 9 });
      const type = TYPES[file.split(".").pop()] ?? "application/octet-stream";
      sent.set(file, bytes.length);
      if (slow && file.endsWith(".js")) await new Promise((later) => setTimeout(later, slow));
      response.writeHead(200, { ...always, "Content-Type": type, "Content-Encoding": "gzip" }).end(bytes);
    } catch {
      response.writeHead(404, always).end();
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  site = `http://127.0.0.1:${server.address().port}/`;
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
  });
});

after(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

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

const isPage = (file) => file.endsWith(".html");

/** A page of each kind: of those that differ by ids alone, the largest. */
async function ofEachKind() {
  const kinds = new Map();
  for (const file of files.filter(isPage)) {
    const html = await readFile(path.join(SITE_DIR, file), "utf8");
    if (/http-equiv="?refresh/.test(html)) continue;
    const kind = file
      .replace(/^(en\/)?(ke-hoach|plans)\/[^/]+\/(chi-tieu|targets)\/[^/]+\//, "$1$2/*/$3/*/")
      .replace(/^(en\/)?(ke-hoach|plans)\/[^/*]+\//, "$1$2/*/")
      .replace(/^(en\/)?(co-quan|agencies)\/[^/]+\/[^/]+\//, "$1$2/*/*/")
      .replace(/^(en\/)?(so-sanh|comparison)\/[^/]+\//, "$1$2/*/")
      .replace(/^(en\/)?(.+)\/(ap-phich|poster)\/[^/]+\//, "$1$2/$3/*/");
    const known = kinds.get(kind);
    if (!known || known.size < html.length) kinds.set(kind, { file, size: html.length });
  }
  return [...kinds].map(([kind, { file }]) => ({ kind, file }));
}

const addressOf = (file) => site + file.replace(/(^|\/)index\.html$/, "$1");

test("every page opened under the policy reports no violation", async () => {
  const { page, amiss, close } = await tab(360);
  for (const file of files.filter(isPage)) {
    await page.goto(addressOf(file), { waitUntil: "load" });
    // A page that has moved leads on by itself.
    await page.waitForFunction(() => !document.querySelector("meta[http-equiv=refresh]"));
    for (const violation of await page.evaluate(() => window.violations)) amiss.push(`${file}: ${violation}`);
  }
  await close();
  assert.deepEqual(amiss, []);
});

test("a target's picture opened alone keeps its colours", async () => {
  const pictures = files.filter((file) => file.endsWith(".svg") && !file.startsWith("static/"));
  const { page, amiss, close } = await tab(1280);
  for (const file of pictures.filter((_, at) => at % 16 === 0)) {
    await page.goto(addressOf(file));
    const paper = await page.evaluate(() => getComputedStyle(document.querySelector(".paper")).fill);
    assert.equal(paper, "rgb(255, 255, 255)", file);
  }
  await close();
  assert.deepEqual(amiss, []);
});

test("pages are light, and no script keeps them from being shown", async () => {
  const weighed = [];
  for (const { kind, file } of await ofEachKind()) {
    const { page, close } = await tab(360);
    sent = new Map();
    await page.goto(addressOf(file), { waitUntil: "load" });
    const sizes = [...sent];
    const blocking = await page.evaluate(() =>
      performance
        .getEntriesByType("resource")
        .filter((entry) => entry.initiatorType === "script" && entry.renderBlockingStatus === "blocking")
        .map((entry) => entry.name),
    );
    assert.deepEqual(blocking, [], file);
    const sheets = sizes.filter(([name]) => name.endsWith(".css"));
    const onScreen = sheets.filter(([name]) => !name.includes("poster"));
    assert.ok(onScreen.length <= 1, `${file}: ${sheets}`);
    for (const [name, size] of sheets) assert.ok(size < STYLE_SHEET, `${name}: ${size}`);
    for (const [name, size] of sizes) if (name.endsWith(".js")) assert.ok(size < SCRIPT, `${name}: ${size}`);
    const all = sizes.reduce((sum, [, size]) => sum + size, 0);
    weighed.push([all, kind]);
    if (/^(en\/)?(ke-hoach|plans)\//.test(file)) assert.ok(all < PLAN_PAGE, `${file}: ${all} bytes`);
    await close();
  }
  weighed.sort(([a], [b]) => b - a);
  for (const [size, kind] of weighed) console.log(`${String(size).padStart(6)}  ${kind}`);
});

for (const width of [360, 1280]) {
  test(`nothing moves while a page is shown, ${width} pixels wide`, async () => {
    const { page, close } = await tab(width);
    const moved = [];
    slow = 400;
    for (const { file } of await ofEachKind()) {
      await page.goto(addressOf(file), { waitUntil: "load" });
      await page.evaluate(async () => {
        const frame = () => new Promise((shown) => requestAnimationFrame(shown));
        for (let y = 0; y < document.documentElement.scrollHeight; y += 700) {
          window.scrollTo(0, y);
          await frame();
        }
        await frame();
      });
      const shift = await page.evaluate(() => window.shift);
      if (shift > 0) moved.push(`${file}: ${shift}`);
    }
    slow = 0;
    await close();
    assert.deepEqual(moved, []);
  });
}
