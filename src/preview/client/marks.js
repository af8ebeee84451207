// Marks on the page: texts that it shows in another language than its own, and figures or facts that are old.
import { traced } from "./trace.js";

const KINDS = {
  translations: { selector: "[data-kehoach-foreign]", find: async () => foreign() },
  stale: { selector: "[data-stale]", find: traced },
};

// Dashes and dots on white, to be seen on whatever the theme has behind them.
const sheet = new CSSStyleSheet();
sheet.replaceSync(`@media screen {
  [data-kehoach-show~="translations"] [data-kehoach-foreign] { outline: 3px dashed #b45309; outline-offset: 1px; box-shadow: 0 0 0 4px #fff; }
  [data-kehoach-show~="stale"] [data-stale] { outline: 3px dotted #8250df; outline-offset: 1px; box-shadow: 0 0 0 4px #fff; }
}`);
document.adoptedStyleSheets.push(sheet);

// Titles of sources and the corrections log quote in whatever language that is; names of languages stand in their own.
function foreign() {
  const own = document.documentElement.lang;
  const meant = (element) =>
    element.matches("[hreflang], :has([hreflang])") ||
    element.closest("cite, q, .corrections") ||
    element.closest("nav")?.querySelector("a[hreflang]");
  for (const element of document.body.querySelectorAll("[lang]")) {
    element.toggleAttribute("data-kehoach-foreign", element.lang !== own && !meant(element));
  }
}

// Finds them, and gives them in the order of the page.
export async function marked(kind) {
  await KINDS[kind].find();
  return [...document.body.querySelectorAll(KINDS[kind].selector)];
}

// Which kinds are seen.
export function see(kinds) {
  document.documentElement.dataset.kehoachShow = kinds.join(" ");
}

// Brings an element before the reader's eyes, whatever it is folded into.
export function reveal(element) {
  for (let around = element.closest("details"); around; around = around.parentElement.closest("details")) around.open = true;
  element.scrollIntoView({ block: "center", behavior: "instant" });
}
