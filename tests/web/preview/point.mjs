// From the page to the line in the file, and marks of what is not translated or old.

import assert from "node:assert/strict";
import { realpathSync } from "node:fs";
import { check, overflow, PHONE, shows, sound, until } from "../browser.mjs";
import { PLAN, Preview, SITE } from "./server.mjs";

const COUNTRY = "content/places/viet-nam.yaml";
const DOCUMENT = "/ke-hoach/mau-2024/toan-van/";

/** Editor links are noted down in place of being followed. */
const noted = (page) =>
  page.evaluate(() => {
    window.opened = [];
    document.addEventListener("kehoach-open", (event) => {
      event.preventDefault();
      window.opened.push(event.detail);
    });
  });
const opened = (page) => page.evaluate(() => window.opened);
const reads = (page, selector, text) =>
  until(`${selector} reads "${text}"`, async () => (await page.locator(selector).innerText()).trim() === text);
const tool = (page, name) => page.getByRole("region", { name: /^(Preview tools|Công cụ xem trước)$/ }).getByRole("button", { name });
const marks = (page, kind) => page.locator(kind === "stale" ? "[data-stale]" : "[data-kehoach-foreign]");

check("Alt shows the file and line of what is pointed at, and a click opens the editor there", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at(DOCUMENT));
  await noted(page);
  assert.equal(await page.locator("[data-at]").count(), 0, "nothing is traced before it is asked for");
  const paragraph = page.locator("#tre-em p").first();
  await paragraph.hover();
  assert.ok(await page.locator(".kehoach-label").isHidden(), "a label without Alt");
  await page.keyboard.down("Alt");
  await paragraph.hover();
  const place = preview.place(PLAN, "vi: 100% trẻ em");
  await reads(page, ".kehoach-label", place);
  assert.ok(await page.locator(".kehoach-frame").isVisible());
  await paragraph.click();
  await until("the editor", async () => (await opened(page)).length === 1);
  const [{ at, href }] = await opened(page);
  const column = preview.read(PLAN).split("\n")[place.split(":")[1] - 1].indexOf("100%") + 1;
  assert.equal(at, place);
  assert.equal(href, `vscode://file${realpathSync(preview.path("."))}/${place}:${column}`);

  // A link is not followed, and has the place of the paragraph around it.
  await page.locator("#mo-dau-1 a").click();
  await until("the editor", async () => (await opened(page)).length === 2);
  assert.equal((await opened(page))[1].at, preview.place(PLAN, "vi: \"Thực hiện"));
  assert.equal(new URL(page.url()).pathname, DOCUMENT);
  await page.keyboard.up("Alt");
  await page.locator(".kehoach-label").waitFor({ state: "hidden" });

  // By keyboard: what has the focus.
  await page.locator("#mo-dau-1 a").focus();
  await page.keyboard.press("Alt+Enter");
  await until("the editor", async () => (await opened(page)).length === 3);
  assert.equal(new URL(page.url()).pathname, DOCUMENT);
});

check("places follow the file, and are those of the page's own language and kind", async ({ open, beside, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/en/plans/mau-2024/document/"));
  const points = async (page, selector, place) => {
    await page.keyboard.down("Alt");
    await page.locator(selector).first().hover();
    await reads(page, ".kehoach-label", place);
    await page.keyboard.up("Alt");
  };
  await points(page, "#tre-em p", preview.place(PLAN, "en: 100% of children"));
  preview.write(PLAN, `# Two lines\n# more\n${preview.read(PLAN)}`);
  preview.edit(PLAN, "en: 100% of children", "en: 96% of children");
  await shows(page, "96% of children");
  await points(page, "#tre-em p", preview.place(PLAN, "en: 96% of children"));
  const targets = await beside(page, preview.at("/ke-hoach/mau-2024/chi-tieu/"));
  await points(targets, "main li:has-text('Trẻ em được bảo vệ')", preview.place(PLAN, "id: tre-em-duoc-bao-ve"));
  const hotlines = await beside(page, preview.at("/duong-day-nong/"));
  await points(hotlines, "#so-111 p:has-text('Miễn phí')", preview.place(COUNTRY, "cost: free"));
});

check("an editor's address leaves the page where it is", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at(DOCUMENT));
  await page.keyboard.down("Alt");
  await page.locator("#tre-em p").first().hover();
  await reads(page, ".kehoach-label", preview.place(PLAN, "vi: 100% trẻ em"));
  await page.locator("#tre-em p").first().click();
  await page.keyboard.up("Alt");
  preview.edit(PLAN, "vi: 100% trẻ em", "vi: 98% trẻ em");
  await shows(page, "98% trẻ em");
  assert.equal(new URL(page.url()).pathname, DOCUMENT);
});

check("by keyboard the places are gone through one by one", async ({ open, later }) => {
  const preview = await Preview.of(later, { lang: "vi" });
  const page = await open(preview.at(DOCUMENT));
  await noted(page);
  const press = async (name) => {
    await tool(page, name).focus();
    await page.keyboard.press("Enter");
  };
  await press("Công cụ");
  await press("Chỉ ra tệp và dòng");
  assert.equal(await tool(page, "Chỉ ra tệp và dòng").getAttribute("aria-pressed"), "true");
  const place = page.locator("#kehoach-place");
  const seen = new Set();
  for (let steps = 0; steps < 30 && !seen.has(preview.place(PLAN, "vi: 100% trẻ em")); steps += 1) {
    await press("Chỗ sau");
    await until("a place", async () => /^content\/.*:\d+$/.test(await place.innerText()));
    seen.add(await place.innerText());
  }
  assert.ok(seen.size > 2, [...seen].join());
  await place.focus();
  await page.keyboard.press("Enter");
  await until("the editor", async () => (await opened(page)).length === 1);
  assert.equal((await opened(page))[0].at, preview.place(PLAN, "vi: 100% trẻ em"));
  await page.keyboard.press("Escape");
  await place.waitFor({ state: "hidden" });
  await page.locator(".kehoach-frame").waitFor({ state: "hidden" });
});

check("missing translations are marked and counted until they are there", async ({ open, later }) => {
  const english = "          en: 100% of children are protected.\n";
  const preview = await Preview.of(later, { prepare: (preview) => preview.edit(PLAN, english, "") });
  const page = await open(preview.at("/en/plans/mau-2024/document/"));
  await tool(page, "Tools").click();
  assert.equal(await marks(page, "translations").count(), 0, "marks that nobody asked for");
  await tool(page, /^Missing translations/).click();
  // The paragraph, and the number and date as printed, which stand in Vietnamese alone.
  await tool(page, "Missing translations (3)").waitFor();
  const marked = marks(page, "translations").filter({ hasText: "trẻ em được bảo vệ" }).first();
  assert.equal(await marked.evaluate((element) => getComputedStyle(element).outlineStyle), "dashed");
  await page.locator("#kehoach-translations-next").click();
  await until("how many", async () => /^1 of 3: .*plan\.yaml:\d+/.test(await page.locator("#kehoach-said").innerText()));
  // On the next page of the tab it is still on; there nothing is missing.
  await page.goto(preview.at(DOCUMENT));
  await tool(page, "Missing translations (none)").waitFor();
  await page.goBack();
  await marked.waitFor();
  const vi = "          vi: 100% trẻ em được bảo vệ.\n";
  preview.edit(PLAN, vi, vi + english);
  await shows(page, "100% of children are protected.");
  await tool(page, "Missing translations (2)").waitFor();
  await marked.waitFor({ state: "detached" });
});

check("what was read more than a year ago is marked as old until it is read again", async ({ open, later }) => {
  const fresh = "read: 2026-11-22";
  const preview = await Preview.of(later, { prepare: (preview) => preview.edit(COUNTRY, fresh, "read: 2024-11-22") });
  const page = await open(preview.at("/en/hotlines/"));
  await tool(page, "Tools").click();
  await tool(page, /^Stale figures/).click();
  await tool(page, /^Stale figures \(\d+\)$/).waitFor();
  const old = marks(page, "stale").filter({ hasText: "Free" }).first();
  assert.equal(await old.evaluate((element) => getComputedStyle(element).outlineStyle), "dotted");
  preview.edit(COUNTRY, "read: 2024-11-22", fresh);
  await tool(page, "Stale figures (none)").waitFor();
  assert.equal(await marks(page, "stale").count(), 0);
});

check("on a phone the tools fit, cover nothing that cannot be scrolled free, and a tap points", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at(DOCUMENT), PHONE);
  await noted(page);
  await tool(page, "Tools").waitFor();
  assert.equal(await overflow(page), 0);
  for (const link of await page.locator("body a:visible:not(.skip)").all()) {
    await link.evaluate((element) => element.scrollIntoView({ block: "nearest", behavior: "instant" }));
    const under = await link.evaluate((element) => {
      const box = element.getClientRects()[0];
      const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
      return element === top || element.contains(top) ? "" : `${element.outerHTML} is under ${top?.outerHTML.slice(0, 200)}`;
    });
    assert.equal(under, "");
  }
  await tool(page, "Tools").tap();
  await tool(page, "Show file and line").tap();
  for (const button of await page.locator("#kehoach-tools button:visible, #kehoach-tools a:visible").all()) {
    const box = await button.boundingBox();
    const named = `${await button.innerText()} ${JSON.stringify(box)}`;
    assert.ok(box.width >= 44 && box.height >= 44 && box.x >= 0 && box.x + box.width <= 360 && box.y + box.height <= 740, named);
  }
  assert.equal(await overflow(page), 0);
  await page.locator("#tre-em p").first().evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  await page.locator("#tre-em p").first().tap();
  await reads(page, "#kehoach-place", preview.place(PLAN, "vi: 100% trẻ em"));
  assert.deepEqual(await opened(page), [], "a tap only points");
  await page.locator("#kehoach-place").tap();
  await until("the editor", async () => (await opened(page)).length === 1);

  // A mistake: its list and its button lie beside the tools, not under them.
  preview.append(SITE, "tittle: x\n");
  await page.getByRole("dialog").getByRole("button", { name: "Close" }).tap();
  const again = await page.getByRole("button", { name: /^Show errors/ }).boundingBox();
  const tools = await page.locator("#kehoach-tools").boundingBox();
  assert.ok(tools.y + tools.height <= again.y || tools.x + tools.width <= again.x, JSON.stringify([tools, again]));
  assert.ok(tools.y >= 0);
});

check("axe finds nothing in the tools, light and dark, folded and unfolded", async ({ open, later }) => {
  const preview = await Preview.of(later, { lang: "vi" });
  const page = await open(preview.at(DOCUMENT), PHONE);
  await tool(page, "Công cụ").waitFor();
  await sound(page, "kehoach-preview");
  for (const step of ["Công cụ", "Chỉ ra tệp và dòng", /^Chưa dịch/]) await tool(page, step).tap();
  await sound(page, "kehoach-preview");
});

check("without an editor, places are shown and open nothing", async ({ open, later }) => {
  const preview = await Preview.of(later, { args: ["--editor", "none"] });
  const page = await open(preview.at(DOCUMENT));
  await noted(page);
  await page.keyboard.down("Alt");
  await page.locator("#tre-em p").first().hover();
  await reads(page, ".kehoach-label", preview.place(PLAN, "vi: 100% trẻ em"));
  await page.locator("#tre-em p").first().click();
  await page.keyboard.up("Alt");
  await tool(page, "Tools").click();
  await tool(page, "Show file and line").click();
  await page.locator("#tre-em p").first().click();
  await reads(page, "#kehoach-place", preview.place(PLAN, "vi: 100% trẻ em"));
  assert.equal(await page.locator("#kehoach-place").getAttribute("href"), null);
  assert.deepEqual(await opened(page), []);
});
