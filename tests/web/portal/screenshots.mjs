// Pictures of a page of every kind, for people to look at: both languages, a phone and a desk, light and dark. In SCREENSHOTS.

import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { check, DESK, PHONE } from "../browser.mjs";
import { serve } from "./site.mjs";

const site = await serve(process.env.PORTAL);
const small = await serve(process.env.SMALL_PORTAL);
small.alter = (path, text) => text.replace(/<meta[^>]*refresh[^>]*>/, "");

const shown = new Set(site.kinds.map(({ template }) => template));
const others = small.kinds.filter(({ template }) => !shown.has(template));
const kinds = [...site.kinds.map((page) => [site, page]), ...others.map((page) => [small, page])];

for (const [from, { template, lang, file }] of kinds) {
  check(`${template} ${lang}`, async ({ open }) => {
    const folder = join(process.env.SCREENSHOTS, lang);
    await mkdir(folder, { recursive: true });
    for (const [device, options] of Object.entries({ phone: PHONE, desk: DESK })) {
      const page = await open(from.at(file), options);
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        // Of a page without end the first screens are enough.
        const height = Math.min(4000, await page.evaluate(() => document.documentElement.scrollHeight));
        const clip = { x: 0, y: 0, width: options.viewport.width, height };
        const path = join(folder, `${template.replace(".html", "")}-${device}-${colorScheme}.png`);
        await page.screenshot({ path, fullPage: true, clip });
      }
    }
  });
}
