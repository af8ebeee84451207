// The page that is open follows the files, where it stands: nothing that the editor had in hand is lost.

import assert from "node:assert/strict";
import { rmSync } from "node:fs";
import { check, shows, until } from "../browser.mjs";
import { PLAN, Preview, SITE } from "./server.mjs";

const DOCUMENT = "/ke-hoach/mau-2024/toan-van/";
const LOW = { viewport: { width: 1280, height: 400 } };

/** A plan of many paragraphs, and a field to type into under its text. */
function long(preview) {
  const paragraph = (at) =>
    `      - id: doan-${at}\n        text:\n` +
    `          vi: "Đoạn ${at} viện dẫn [nghị định](document:1-nd-cp)."\n          en: "Paragraph ${at}."\n`;
  const paragraphs = Array.from({ length: 40 }, (_, at) => paragraph(at)).join("");
  preview.edit(PLAN, "  - id: to-chuc\n", `${paragraphs}  - id: to-chuc\n`);
  preview.template("document.html", '<details class="contents" open>', '<details class="contents">');
  preview.edit(
    "themes/default/templates/document.html",
    "{% endblock content %}",
    '<p><label>Ghi chú <input id="note"></label> <label><input type="checkbox" id="seen"> Đã xem</label></p>\n{% endblock content %}',
  );
}

/** Marks the page as it is: another one that is loaded in its place has no mark. */
const mark = (page) => page.evaluate(() => { window.marked = true; });
const marked = (page) => page.evaluate(() => window.marked === true);
const top = (page, selector) => page.locator(selector).evaluate((element) => element.getBoundingClientRect().top);
/** Browsers round a place to a pixel of the screen. */
const stayed = (now, before) => assert.ok(Math.abs(now - before) <= 1, `at ${now} in place of ${before}`);
const colour = (page) => page.locator("main").evaluate((main) => getComputedStyle(main).color);

check("a changed text is shown without losing place, focus, unfolded parts or what was typed", async ({ open, later }) => {
  const preview = await Preview.of(later, { prepare: long });
  const page = await open(preview.at(DOCUMENT), LOW);
  await mark(page);
  await page.locator("details.contents summary").click();
  await page.locator("#note").fill("Hỏi Sở Y tế");
  await page.locator("#seen").check();
  const link = page.locator("#doan-20 a");
  await link.focus();
  await page.locator("#doan-20").evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  const before = { y: await page.evaluate(() => scrollY), top: await top(page, "#doan-20") };
  assert.ok(before.y > 300, `scrolled to ${before.y}`);

  preview.edit(PLAN, "Đoạn 21 viện dẫn", "Đoạn 21 đã sửa, viện dẫn");
  await shows(page, "Đoạn 21 đã sửa");
  assert.deepEqual({ y: await page.evaluate(() => scrollY), top: await top(page, "#doan-20") }, before);
  assert.ok(await link.evaluate((element) => element === document.activeElement), "the link has lost its focus");
  assert.ok(await page.locator("details.contents").evaluate((element) => element.open), "the list has closed");
  assert.equal(await page.locator("#note").inputValue(), "Hỏi Sở Y tế");
  assert.ok(await page.locator("#seen").isChecked(), "the tick has gone");
  assert.ok(await marked(page), "the page was loaded again");
});

check("text that comes and goes above leaves what one reads where it was", async ({ open, later }) => {
  const preview = await Preview.of(later, { prepare: long });
  const page = await open(preview.at(DOCUMENT), LOW);
  await page.locator("#doan-20").evaluate((element) => element.scrollIntoView({ block: "start", behavior: "instant" }));
  const before = await top(page, "#doan-20");
  const more = '      - id: them\n        text: {vi: "Thêm một đoạn.", en: "One more."}\n';
  preview.edit(PLAN, "      - id: doan-3\n", `${more}      - id: doan-3\n`);
  await shows(page, "Thêm một đoạn");
  stayed(await top(page, "#doan-20"), before);
  preview.edit(PLAN, more, "");
  await until("the paragraph goes", async () => (await page.locator("#them").count()) === 0);
  stayed(await top(page, "#doan-20"), before);
});

check("a row that comes or goes leaves focus and unfolded parts with those that stay", async ({ open, later }) => {
  const rows = (of) => of.map((row) => `<details><summary>Mục ${row}</summary><a href="#${row}">Liên kết ${row}</a></details>\n`).join("");
  const template = "themes/default/templates/document.html";
  const preview = await Preview.of(later, { prepare: (preview) => preview.template("document.html", '<div class="doc-cols">', `<div>\n${rows(["a", "b", "c", "d"])}</div>\n<div class="doc-cols">`) });
  const page = await open(preview.at(DOCUMENT));
  await page.getByText("Mục c").click();
  const link = page.getByText("Liên kết c");
  await link.focus();
  const kept = async (when) => {
    assert.ok(await link.isVisible(), `${when}: c has closed`);
    assert.ok(await link.evaluate((element) => element === document.activeElement), `${when}: the link has lost its focus`);
  };
  preview.edit(template, rows(["a"]), `${rows(["a"])}${rows(["x"])}`);
  await shows(page, "Mục x");
  await kept("after a row more");
  preview.edit(template, rows(["a"]), "<p>Thay cho a.</p>\n");
  preview.edit(template, "Mục d", "Mục đ");
  await shows(page, "Mục đ");
  await kept("after a row less and another one changed");
});

check("tabs of other pages and languages are right as well", async ({ open, beside, later }) => {
  const preview = await Preview.of(later);
  const targets = await open(preview.at("/ke-hoach/mau-2024/chi-tieu/"));
  const english = await beside(targets, preview.at("/en/plans/mau-2024/targets/tre-em-duoc-bao-ve/"));
  const document = await beside(targets, preview.at("/en/plans/mau-2024/document/"));
  for (const page of [targets, english, document]) await mark(page);
  preview.edit(PLAN, "100% trẻ em", "95% trẻ em");
  preview.edit(PLAN, "100% of children", "95% of children");
  preview.edit(PLAN, "{reach: 100, unit: percent}", "{reach: 95, unit: percent}");
  preview.edit(PLAN, "en: Children protected", "en: Children kept safe");
  await shows(targets, "95%");
  await shows(english, "95%");
  await shows(english, "Children kept safe");
  await until("the title", async () => (await english.title()).includes("Children kept safe"));
  await shows(document, "95% of children");
  for (const page of [targets, english, document]) assert.ok(await marked(page), `${page.url()} was loaded again`);
});

/** Looks at a tab, or away from it. */
const look = (page, hidden) =>
  page.evaluate((hidden) => {
    Object.defineProperty(document, "hidden", { value: hidden, configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
  }, hidden);

check("a tab that was not looked at is right as soon as it is", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/"));
  await mark(page);
  await look(page, true);
  preview.edit(SITE, "vi: Cổng kế hoạch mẫu", "vi: Cổng đổi tên");
  // Another tab sees it, this one does not ask.
  const other = await open(preview.at("/"));
  await until("the new title elsewhere", async () => (await other.title()).includes("Cổng đổi tên"));
  assert.ok(!(await page.title()).includes("Cổng đổi tên"));
  await look(page, false);
  await until("the new title", async () => (await page.title()).includes("Cổng đổi tên"));
  assert.ok(await marked(page), "the page was loaded again");
});

check("eight tabs that are opened behind leave room for the one in front", async ({ open, beside, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/"));
  await page.context().addInitScript(() => Object.defineProperty(document, "hidden", { value: true, configurable: true }));
  const behind = [];
  for (let tabs = 0; tabs < 8; tabs += 1) behind.push(await beside(page, preview.at("/ke-hoach/")));
  preview.edit(SITE, "vi: Cổng kế hoạch mẫu", "vi: Cổng nhiều thẻ");
  await until("the new title", async () => (await page.title()).includes("Cổng nhiều thẻ"));
  await look(behind[7], false);
  await until("the new title behind", async () => (await behind[7].title()).includes("Cổng nhiều thẻ"));
});

check("a style sheet takes the place of the old one without the page being loaded again", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/"));
  await mark(page);
  const sheet = "themes/default/static/style.css";
  for (const red of [1, 2, 3]) {
    preview.write(sheet, `main { color: rgb(${red}, 0, 0) }`);
    await until(`colour ${red}`, async () => (await colour(page)) === `rgb(${red}, 0, 0)`);
  }
  // A text that changes while the new sheet is still on its way.
  let arrive;
  const arrival = new Promise((resolve) => { arrive = resolve; });
  await page.route("**/style.css?*", (route) => arrival.then(() => route.continue()));
  preview.write(sheet, "main { color: rgb(4, 0, 0) }");
  preview.edit(SITE, "vi: Cổng kế hoạch mẫu", "vi: Cổng đổi màu");
  await until("the title", async () => (await page.title()).includes("Cổng đổi màu"));
  assert.equal(await colour(page), "rgb(3, 0, 0)");
  preview.write(sheet, "main { color: rgb(5, 0, 0) }");
  arrive();
  await until("colour 5", async () => (await colour(page)) === "rgb(5, 0, 0)");
  const sheets = () => page.evaluate(() => document.querySelectorAll("link[rel=stylesheet]").length);
  await until("one sheet", async () => (await sheets()) === 1);
  assert.ok(await marked(page), "the page was loaded again");
});

check("a template and a word of the portal's own theme are followed", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at(DOCUMENT));
  await mark(page);
  preview.template("document.html", '<div class="doc-cols">', '<p id="own">Mẫu riêng</p>\n<div class="doc-cols">');
  await shows(page, "Mẫu riêng");
  preview.write("themes/default/strings/vi.yaml", "contents: Các phần\n");
  await shows(page, "Các phần");
  assert.ok(await marked(page), "the page was loaded again");
});

check("a preview that ends and is started again is found by the page that stayed open", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/"));
  await mark(page);
  await preview.stop();
  preview.edit(SITE, "vi: Cổng kế hoạch mẫu", "vi: Cổng sau khi nghỉ");
  await preview.start();
  await until("the new title", async () => (await page.title()).includes("Cổng sau khi nghỉ"));
  preview.edit(SITE, "vi: Cổng sau khi nghỉ", "vi: Cổng sau nữa");
  await until("the newer title", async () => (await page.title()).includes("Cổng sau nữa"));
  assert.ok(await marked(page), "the page was loaded again");
});

/** Whether the open page is, but for scripts, style sheets and the preview's own marks, the one that is served now. */
const isAsServed = (page) =>
  page.evaluate(async () => {
    const bare = (root) => {
      const copy = root.cloneNode(true);
      for (const own of copy.querySelectorAll("script, link[rel=stylesheet], kehoach-preview")) own.remove();
      copy.removeAttribute("data-kehoach-show");
      copy.normalize();
      return copy;
    };
    const answer = await fetch(location.href, { cache: "no-store" });
    const served = new DOMParser().parseFromString(await answer.text(), "text/html");
    return bare(document.documentElement).isEqualNode(bare(served.documentElement));
  });

check("after every kind of change the open pages are those that are served", async ({ open, beside, later }) => {
  const preview = await Preview.of(later);
  const first = await open(preview.at(DOCUMENT));
  const paths = ["/", "/en/plans/", "/en/plans/mau-2024/targets/"];
  const pages = [first];
  for (const path of paths) pages.push(await beside(first, preview.at(path)));
  const paragraphs = (of) => of.map((text) => `      - text: {vi: "${text}", en: "${text}"}\n`).join("");
  const sections = (of) => of.map((id) => `  - id: ${id}\n    number: "${id}"\n    title: {vi: Mục ${id}, en: Section ${id}}\n    items:\n${paragraphs([id, id, "x"])}`).join("");
  const end = "  - id: to-chuc\n";
  const other = preview.read(PLAN).replace("id: mau-2024", "id: mau-2025").replace("năm 2024, en: Sample work in 2024", "năm 2025, en: Work");
  const steps = [
    () => preview.edit(PLAN, end, sections(["a", "b", "c"]) + end),
    () => preview.edit(PLAN, sections(["a", "b", "c"]), sections(["c", "a", "d"])),
    () => preview.edit(PLAN, sections(["c", "a", "d"]), sections(["a"])),
    () => preview.edit(PLAN, "          en: 100% of children are protected.\n", ""),
    () => preview.edit(PLAN, "{reach: 100, unit: percent}", "{at_most: 5, unit: percent}\n            baseline: {value: 9, period: 2023}"),
    () => preview.write("content/plans/mau-2025/plan.yaml", other),
    () => preview.edit("content/places/viet-nam.yaml", "hotlines:\n", 'hotlines:\n  - number: "112"\n    name: {vi: Số khác, en: Another}\n    for: {vi: Cứu nạn, en: Rescue}\n    facts: [{cost: free, source: bao-mau}]\n'),
    () => preview.edit(SITE, "title: {vi: Cổng kế hoạch mẫu, en: Sample plan portal}", "title: Một cổng"),
    () => rmSync(preview.path("content/plans/mau-2025"), { recursive: true }),
  ];
  const told = (page) => page.evaluate(() => new Promise((resolve) => {
    const source = new EventSource("/__kehoach/events");
    source.onmessage = ({ data }) => { source.close(); resolve(JSON.parse(data)); };
  }));
  for (const [at, step] of steps.entries()) {
    const { state } = await told(first);
    step();
    await until(`step ${at} is read`, async () => (await told(first)).state !== state);
    assert.equal((await told(first)).problems, "", `step ${at}`);
    for (const page of pages) await until(`step ${at}: ${page.url()} is as served`, () => isAsServed(page));
  }
});
