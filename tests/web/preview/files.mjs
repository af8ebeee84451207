// Files come, go and are saved in other ways than at one stroke; the open page is right in the end.

import assert from "node:assert/strict";
import { closeSync, openSync, readFileSync, rmSync, writeSync } from "node:fs";
import { check, shows, until } from "../browser.mjs";
import { PLAN, Preview, SITE } from "./server.mjs";

const PLANS = "content/plans";
const lists = (page) => page.getByRole("dialog").count();

check("a page whose plan is deleted is not found, and comes back with the plan", async ({ open, beside, later }) => {
  const preview = await Preview.of(later, { lang: "vi" });
  const vi = await open(preview.at("/ke-hoach/mau-2024/chi-tieu/"));
  const en = await beside(vi, preview.at("/en/plans/mau-2024/"));
  const title = await en.title();
  preview.move(`${PLANS}/mau-2024`, "aside");
  await vi.getByRole("heading", { name: "Không tìm thấy trang" }).waitFor();
  await en.getByRole("heading", { name: "Page not found" }).waitFor();
  assert.notEqual(await vi.locator("main").evaluate((main) => getComputedStyle(main).maxWidth), "none", "it has no style");
  preview.move("aside", `${PLANS}/mau-2024`);
  await shows(vi, "Trẻ em được bảo vệ");
  await until("the plan's page", async () => (await en.title()) === title);
  rmSync(preview.path(PLANS), { recursive: true });
  await vi.getByRole("heading", { name: "Không tìm thấy trang" }).waitFor();
  assert.equal(await lists(vi), 0);
});

check("the whole content moved away leaves the last page under a list, until it is back", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/ke-hoach/mau-2024/chi-tieu/"));
  preview.move("content", "aside");
  await page.getByRole("dialog").waitFor();
  await shows(page, "Trẻ em được bảo vệ");
  preview.move("aside", "content");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  preview.edit(PLAN, "vi: Trẻ em được bảo vệ", "vi: Trẻ em được chăm sóc");
  await shows(page, "Trẻ em được chăm sóc");
});

check("a save by rename, with swap and backup files as vim makes them, is followed", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/ke-hoach/mau-2024/toan-van/"));
  const folder = PLAN.slice(0, PLAN.lastIndexOf("/"));
  for (const share of [91, 92, 93]) {
    preview.write(`${folder}/.plan.yaml.swp`, "b0VIM 9.0");
    preview.write(`${folder}/4913`, "");
    rmSync(preview.path(`${folder}/4913`));
    preview.move(PLAN, `${PLAN}~`);
    preview.write(PLAN, preview.read(`${PLAN}~`).replace(/vi: \d+% trẻ em/, `vi: ${share}% trẻ em`));
    rmSync(preview.path(`${PLAN}~`));
    rmSync(preview.path(`${folder}/.plan.yaml.swp`));
    await shows(page, `${share}% trẻ em`);
  }
  // Other editors write the new file beside the old one.
  preview.write(`${folder}/.plan.yaml.new`, preview.read(PLAN).replace("93% trẻ em", "94% trẻ em"));
  preview.move(`${folder}/.plan.yaml.new`, PLAN);
  await shows(page, "94% trẻ em");
  await until("no list", async () => (await lists(page)) === 0);
});

check("a file that is written in pieces is told as broken at most until its end is there", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/ke-hoach/mau-2024/toan-van/"));
  const bytes = Buffer.from(preview.read(PLAN).replace("100% trẻ em", "97% trẻ em"));
  const file = openSync(preview.path(PLAN), "w");
  const cut = bytes.indexOf("97% trẻ em") - 6;
  writeSync(file, bytes.subarray(0, cut));
  await page.getByRole("dialog").waitFor();
  await shows(page, "100% trẻ em");
  for (let at = cut; at < bytes.length; at += 100) writeSync(file, bytes.subarray(at, at + 100));
  closeSync(file);
  await shows(page, "97% trẻ em");
  await page.getByRole("dialog").waitFor({ state: "hidden" });
  assert.ok(readFileSync(preview.path(PLAN)).equals(bytes));
});

check("a plan that is added is in the list that is open", async ({ open, later }) => {
  const preview = await Preview.of(later);
  const page = await open(preview.at("/ke-hoach/"));
  const plan = preview.read(PLAN).replace("id: mau-2024", "id: mau-2025").replace("năm 2024, en", "năm 2025, en");
  preview.write("content/plans/mau-2025/plan.yaml", plan);
  await shows(page, "Thực hiện công tác mẫu năm 2025");
  await page.getByRole("link", { name: "Thực hiện công tác mẫu năm 2025" }).first().click();
  await page.waitForURL("**/ke-hoach/mau-2025/");
  preview.edit(SITE, "vi: Cổng kế hoạch mẫu", "vi: Cổng hai kế hoạch");
  await until("the new title", async () => (await page.title()).includes("Cổng hai kế hoạch"));
});
