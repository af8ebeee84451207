// Asks the site's own search script about a built index: node search.mjs <script> <folder of the page> <query>...
// `5:tre em` asks for what is of the kind 5 alone, and for all of it.
// Prints a line of JSON a query: what is found, in its order, and how many bytes that took, compressed.
import { readFile } from "node:fs/promises";
import { gzipSync } from "node:zlib";

const [script, folder, ...queries] = process.argv.slice(2);
// A file ending in .js is a module only where a package.json says so.
const source = await readFile(script, "base64");
const { open, plain, marks } = await import(`data:text/javascript;base64,${source}`);

for (const own of queries) {
  const [, only, query] = own.match(/^(?:(\d):)?(.*)$/);
  const kind = only ? +only : -1;
  let [bytes, files] = [0, 0];
  const index = open(async (path) => {
    const file = await readFile(`${folder}/${path.split("?")[0]}`);
    bytes += gzipSync(file).length;
    files += 1;
    return JSON.parse(file);
  });
  // As the page does until it has ten to show.
  const found = await index(query);
  const hits = [];
  for (let i = 0; found.left(kind) && (only || (i < 4 && hits.length < 10)); i++) hits.push(...(await found.more(kind)));
  const told = hits.filter((hit) => kind < 0 || hit.kind === kind).map(({ kind, href, title, text, of, dialled }) => ({
    kind,
    href,
    title: plain(title),
    text: plain(text),
    of: of.map(plain),
    dialled,
    marked: marks(plain(title), found.words).map(([from, to]) => plain(title).slice(from, to)),
  }));
  console.log(JSON.stringify({ query, hits: told, left: found.left(-1), bytes, files }));
}
