// A built portal, served as a server of files does that follows its `_headers`.

import { readFile } from "node:fs/promises";
import http from "node:http";
import { extname, join, normalize } from "node:path";
import { after } from "node:test";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The rules of a `_headers` file: which paths, and what is said with them. */
function rules(text) {
  return text.trim().split("\n\n").map((rule) => {
    const [path, ...lines] = rule.split("\n");
    const headers = lines.map((line) => line.trim().split(/: (.*)/s).slice(0, 2));
    return [path.replace("*", ""), Object.fromEntries(headers)];
  });
}

/** Serves the portal in a folder that `tests/browser.rs` has made, until the suite ends. */
export async function serve(folder) {
  const site = {
    /** Every page, in the order of the site: its template, language, file and size. */
    pages: JSON.parse(await readFile(join(folder, "pages.json"), "utf8")),
    /** The page of each kind and language that has the most to show. */
    kinds: [],
    /** What is to be done to the text of an answer: a function of path and text. */
    alter: undefined,
    /** How long scripts are on their way, in milliseconds. */
    slow: 0,
    at: (path) => new URL(path.replace(/(^|\/)index\.html$/, "$1"), site.address).href,
    /** The bytes of a file of the site. */
    read: (path) => readFile(join(folder, "site", path)),
  };
  const largest = new Map();
  for (const page of site.pages) {
    const kind = `${page.template} ${page.lang}`;
    if (!(largest.get(kind)?.size >= page.size)) largest.set(kind, page);
  }
  site.kinds = [...largest.values()];

  const said = rules(await readFile(join(folder, "site/_headers"), "utf8"));
  const headers = (path) => Object.assign({}, ...said.map(([start, them]) => (path.startsWith(start) ? them : {})));
  const server = http.createServer(async ({ url }, response) => {
    const path = normalize(decodeURIComponent(url.split("?")[0]));
    const file = path.endsWith("/") ? `${path}index.html` : path;
    const type = TYPES[extname(file)] ?? "application/octet-stream";
    if (site.slow && file.endsWith(".js")) await new Promise((later) => setTimeout(later, site.slow));
    try {
      let body = await site.read(file);
      if (site.alter && /text/.test(type)) body = site.alter(path.slice(1), body.toString());
      response.writeHead(200, { ...headers(path), "Content-Type": type }).end(body);
    } catch {
      response.writeHead(404, { ...headers(path), "Content-Type": TYPES[".html"] }).end(await site.read("404.html"));
    }
  });
  await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
  site.address = `http://127.0.0.1:${server.address().port}/`;
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return site;
}
