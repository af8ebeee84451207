// What a screen reader is told of each kind of page, in its order: the accessibility tree of a page of the small portal, as it is
// kept in trees/. KEHOACH_BLESS=1 writes what there is now.

import assert from "node:assert/strict";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { check, PHONE } from "../browser.mjs";
import { serve } from "./site.mjs";

const site = await serve(process.env.SMALL_PORTAL);
// Pages that have moved lead on at once.
site.alter = (path, text) => text.replace(/<meta[^>]*refresh[^>]*>/, "");

const trees = fileURLToPath(new URL("trees/", import.meta.url));

/** The tree, without where links lead, and of each table no more than two rows: they are made alike. */
async function heard(page) {
  await page.evaluate(() => document.querySelectorAll("tbody tr:nth-child(n + 3)").forEach((row) => row.remove()));
  const tree = await page.locator("body").ariaSnapshot();
  const lines = tree.split("\n").filter((line) => !line.trim().startsWith("- /url:"));
  const depth = (line) => line?.search(/\S/) ?? -1;
  return lines.map((line, at) => (depth(lines[at + 1]) > depth(line) ? line : line.replace(/:$/, ""))).join("\n");
}

for (const { template, lang, file } of site.kinds) {
  const name = `${lang}/${template.replace(".html", ".yaml")}`;
  check(name, async ({ open }) => {
    const page = await open(site.at(file), { ...PHONE, reducedMotion: "reduce" });
    const now = `# ${file}\n${await heard(page)}\n`;
    if (process.env.KEHOACH_BLESS) {
      await mkdir(`${trees}${lang}`, { recursive: true });
      await writeFile(trees + name, now);
    }
    const kept = await readFile(trees + name, "utf8").catch(() => "");
    assert.equal(now, kept, "KEHOACH_BLESS=1 writes it; then read the difference");
  });
}
