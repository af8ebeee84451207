// What is wrong lies over the last good page, in the editor's language, for every way of reading it, until it is mended.

import assert from "node:assert/strict";
import { check, overflow, PHONE, shows, sound, until } from "../browser.mjs";
import { PLAN, Preview, SITE } from "./server.mjs";

const WORDS = {
  vi: { title: "Nội dung đang có lỗi", help: "Cách sửa:", close: "Đóng", again: /^Xem lỗi \(1\)$/, mended: "Đã hết lỗi." },
  en: { title: "The content has errors", help: "Help:", close: "Close", again: /^Show errors \(1\)$/, mended: "All errors are mended." },
};

const dialog = (page, lang = "en") => page.getByRole("dialog", { name: WORDS[lang].title, exact: true });
const again = (page, lang = "en") => page.getByRole("button", { name: WORDS[lang].again });
const opens = (page, lang) => dialog(page, lang).waitFor();
const closes = (page, lang) => dialog(page, lang).waitFor({ state: "hidden" });
const hasFocus = (locator) => locator.evaluate((element) => element.getRootNode().activeElement === element);

for (const lang of ["vi", "en"]) {
  check(`a mistake is told with place, line and help, and goes when it is mended (${lang})`, async ({ open, later }) => {
    const words = WORDS[lang];
    const preview = await Preview.of(later, { lang });
    const page = await open(preview.at("/ke-hoach/mau-2024/toan-van/"));
    const link = page.locator("main a").first();
    await link.focus();
    const sound = preview.read(PLAN);
    preview.edit(PLAN, "100% trẻ em", "90% trẻ em");
    preview.append(PLAN, "khong_co: <b>x\n");
    await opens(page, lang);
    const told = await dialog(page, lang).innerText();
    const line = preview.read(PLAN).split("\n").length - 1;
    for (const part of [`${PLAN}:${line}:1`, "khong_co: <b>x", words.help]) assert.ok(told.includes(part), `${part} in ${told}`);
    assert.equal(await dialog(page, lang).evaluate((element) => element.getRootNode().host.lang), lang);
    assert.ok((await page.locator("main").innerText()).includes("100% trẻ em"), "the last good page stays");

    // By keyboard: the focus is inside and stays there, Esc closes, and the focus is where it was.
    assert.ok(await hasFocus(dialog(page, lang).getByRole("heading", { name: words.title })), "the focus is elsewhere");
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press("Tab");
      const at = await page.evaluate(() => document.activeElement.nodeName);
      assert.ok(["KEHOACH-PREVIEW", "BODY"].includes(at), `the focus went to ${at}`);
    }
    await page.keyboard.press("Escape");
    await closes(page, lang);
    assert.ok(await hasFocus(link), "the focus is not back at the link");

    // The button in the corner brings it back, and has the focus after that.
    await again(page, lang).focus();
    await page.keyboard.press("Enter");
    await opens(page, lang);
    await page.keyboard.press("Escape");
    await closes(page, lang);
    await until("the focus at the button", () => hasFocus(again(page, lang)));
    await again(page, lang).click();
    await dialog(page, lang).getByRole("button", { name: words.close }).click();
    await closes(page, lang);
    await again(page, lang).click();
    await opens(page, lang);

    preview.write(PLAN, sound.replace("100% trẻ em", "80% trẻ em"));
    await closes(page, lang);
    await shows(page, "80% trẻ em");
    assert.equal(await again(page, lang).count(), 0);
    assert.ok(await page.getByRole("status").getByText(words.mended).count());
  });
}

check("what was closed stays closed until something else is wrong", async ({ open, beside, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/"));
  const other = await beside(page, preview.at("/en/plans/"));
  const site = preview.read(SITE);
  preview.append(SITE, "tittle: x\n");
  await opens(page);
  await opens(other);
  await page.keyboard.press("Escape");
  await closes(page);
  await page.goto(preview.at("/duong-day-nong/"));
  await again(page).waitFor();
  assert.equal(await dialog(page).count(), 0);
  assert.equal(await dialog(other).count(), 1, "the other tab's list stays");
  preview.append(PLAN, "no_such_field: x\n");
  await opens(page);
  assert.ok((await dialog(page).innerText()).includes("no_such_field"));
  await until("both mistakes", async () => (await dialog(other).innerText()).includes("no_such_field"));
  preview.edit(PLAN, "no_such_field: x\n", "");
  await until("one mistake less", async () => !(await dialog(page).innerText()).includes("no_such_field"));
  preview.write(SITE, site);
  await closes(page);
  await closes(other);
});

check("a broken template is told, and the page stays", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/ke-hoach/"));
  const before = await page.locator("main").innerText();
  preview.template("plans.html", "{% block content %}", "{% block content %}{{ page.no_such_thing.at_all }}");
  await opens(page);
  const told = await dialog(page).innerText();
  assert.ok(told.includes("themes/default/templates/plans.html:") && told.includes("no_such_thing"), told);
  assert.equal(await page.locator("main").innerText(), before);
  preview.edit("themes/default/templates/plans.html", "{{ page.no_such_thing.at_all }}", "<p>Mẫu đã sửa</p>");
  await closes(page);
  await shows(page, "Mẫu đã sửa");
});

check("a portal that is broken from the start shows what is wrong, then the site", async ({ open, later }) => {
  const preview = await Preview.of(later, { lang: "vi", prepare: (preview) => preview.append(SITE, "tittle: x\n") });
  const page = await open(preview.at("/ke-hoach/"));
  await page.getByRole("heading", { name: "Chưa dựng được trang này" }).waitFor();
  await shows(page, "tittle: x");
  assert.equal(await page.locator("html").getAttribute("lang"), "vi");
  preview.edit(SITE, "tittle: x", "titel: x");
  await shows(page, "titel: x");
  preview.edit(SITE, "titel: x\n", "");
  await page.getByRole("heading", { name: "Kế hoạch", exact: true }).waitFor();
  await shows(page, "Thực hiện công tác mẫu năm 2024");
});

check("warnings lie over nothing; beside an error they are folded up", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/"));
  preview.edit(SITE, "en: Sample plan portal}", "en: Portal of warnings}");
  preview.edit(PLAN, "vi: 100% trẻ em được bảo vệ.\n          en: 100% of children are protected.", "vi: 100% trẻ em được bảo vệ.");
  const english = await open(preview.at("/en/"));
  await until("the new title", async () => (await english.title()).includes("Portal of warnings"));
  assert.equal(await dialog(page).count(), 0);
  preview.append(SITE, "tittle: x\n");
  await opens(page);
  const folded = dialog(page).getByText("Warnings");
  await folded.click();
  assert.ok((await dialog(page).locator("details li").first().innerText()).includes("content/"));
});

check("on a phone the list fits, and fingers can close and open it", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/ke-hoach/mau-2024/chi-tieu/"), PHONE);
  preview.append(PLAN, `khong_co_truong_nay: ${"https://mau.example/mot-dia-chi-rat-dai/".repeat(4)}\n`);
  for (let at = 0; at < 12; at += 1) preview.append(PLAN, `khong_co_${at}: x\n`);
  await until("every mistake", async () => (await dialog(page).innerText()).includes("khong_co_11"));
  const box = await dialog(page).boundingBox();
  assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 740, JSON.stringify(box));
  assert.ok(await dialog(page).evaluate((element) => element.scrollWidth <= element.clientWidth), "the list scrolls sideways");
  assert.ok(await dialog(page).evaluate((element) => element.scrollHeight > element.clientHeight), "the list is short");
  assert.equal(await overflow(page), 0);
  const target = async (button) => {
    await button.scrollIntoViewIfNeeded();
    const box = await button.boundingBox();
    assert.ok(box.width >= 44 && box.height >= 44, JSON.stringify(box));
    assert.ok(box.x >= 0 && box.x + box.width <= 360 && box.y >= 0 && box.y + box.height <= 740, JSON.stringify(box));
    await button.tap();
  };
  await target(dialog(page).getByRole("button", { name: "Close" }));
  await closes(page);
  assert.equal(await overflow(page), 0);
  await target(page.getByRole("button", { name: /^Show errors/ }));
  await opens(page);
});

check("axe finds nothing in the list, light and dark, alone and over a page", async ({ open, later }) => {
  const preview = await Preview.of(later, { prepare: (preview) => preview.append(SITE, "tittle: x\n") });
  const page = await open(preview.at("/"), PHONE);
  await sound(page, "main");
  preview.edit(SITE, "tittle: x\n", "");
  await page.getByRole("contentinfo").waitFor();
  preview.append(SITE, "tittle: x\n");
  await opens(page);
  await sound(page, "kehoach-preview");
  await page.keyboard.press("Escape");
  await again(page).waitFor();
  await sound(page, "kehoach-preview");
});
