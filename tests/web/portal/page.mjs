// What is asked of a page inside the browser. Each function is sent there whole, after `lookAt`, and gives what is amiss, a line each.

/** What the others use. */
export function lookAt() {
  const seen = (element) => element.checkVisibility({ visibilityProperty: true, contentVisibilityAuto: true });
  const name = (element) => {
    const words = element.getAttribute("aria-label") ?? element.innerText ?? "";
    return `${element.localName}${element.className ? `.${element.className}` : ""} "${words.trim().slice(0, 40)}"`;
  };
  const all = (selector) => [...document.querySelectorAll(selector)].filter(seen);
  window.looked = { all, name, seen };
}

/** One h1, and no level left out on the way down. */
export function headings() {
  const { all, name } = window.looked;
  const amiss = [];
  const found = all("h1, h2, h3, h4, h5, h6");
  const first = found.filter((heading) => heading.localName === "h1");
  if (first.length !== 1) amiss.push(`${first.length} headings of the first level`);
  let level = 0;
  for (const heading of found) {
    const own = Number(heading.localName[1]);
    if (own > level + 1) amiss.push(`${name(heading)} follows a heading of level ${level}`);
    if (!heading.innerText.trim()) amiss.push(`${name(heading)} says nothing`);
    level = own;
  }
  return amiss;
}

/** One banner, main part and foot, in this order; several of a kind have each a name; everything stands in one of them. */
export function landmarks() {
  const { all, name } = window.looked;
  const amiss = [];
  const outermost = ["body > header", "body > main", "body > footer"].map((part) => all(part));
  outermost.forEach((parts) => parts.length === 1 || amiss.push(`${parts.length} of ${parts.map(name)}`));
  const places = outermost.flat();
  places.forEach((part, at) => {
    const next = places[at + 1];
    if (next && !(part.compareDocumentPosition(next) & Node.DOCUMENT_POSITION_FOLLOWING)) amiss.push(`${name(part)} is late`);
  });
  const called = (part) => {
    const by = part.getAttribute("aria-labelledby");
    return part.getAttribute("aria-label") ?? (by && document.getElementById(by)?.innerText);
  };
  for (const kind of ["nav", "aside"]) {
    const names = all(kind).map(called);
    if (names.some((own) => !own)) amiss.push(`a ${kind} has no name`);
    if (new Set(names).size < names.length) amiss.push(`two ${kind} have one name: ${names}`);
  }
  const [skip] = all("a[href]");
  if (skip?.getAttribute("href") !== `#${places[1]?.id}`) amiss.push("the first link does not lead to the main part");
  return amiss;
}

/** Tables have headers that say what they head, and a name; those of free text follow what they are about. */
export function tables() {
  const amiss = [];
  for (const table of document.querySelectorAll("table")) {
    const heads = [...table.querySelectorAll("th")];
    const where = table.caption?.innerText ?? table.className;
    if (!heads.length) amiss.push(`${where}: no cell is a header`);
    for (const head of heads) {
      if (!/^(col|row|colgroup|rowgroup)$/.test(head.scope)) amiss.push(`${where}: "${head.innerText}" has no scope`);
    }
    const named = table.caption || table.getAttribute("aria-labelledby") || table.getAttribute("aria-label");
    if (!named && !table.closest(".prose")) amiss.push(`${where}: the table has no name`);
  }
  return amiss;
}

/** What is pressed is 24 pixels high and wide, a button or a number to call 44 high; links within a sentence are as it is. */
export function targets() {
  const { all, name } = window.looked;
  const amiss = [];
  const inSentence = (link) => {
    if (getComputedStyle(link).display !== "inline") return false;
    let block = link.parentElement;
    while (getComputedStyle(block).display === "inline") block = block.parentElement;
    return block.innerText.trim().length > link.innerText.trim().length;
  };
  for (const target of all("a[href], button, summary, label:has(input), input:not(label input), select, [tabindex='0']")) {
    // Seen only when it has the focus.
    if (target.matches(".skip")) continue;
    const box = target.getBoundingClientRect();
    const size = `${name(target)} is ${Math.round(box.width)} by ${Math.round(box.height)}`;
    const large = target.matches(".btn, button, summary, .nav a, a[href^='tel:']");
    if (target.matches("a") && !target.matches(".btn") && inSentence(target)) continue;
    if (box.width < 24 || box.height < 24 || (large && box.height < 43.5)) amiss.push(size);
  }
  return amiss;
}

/** What has the focus: where it stands among all elements, -1 for nothing; whether it cannot be seen, or not told from others. */
export function focused() {
  const { name } = window.looked;
  const element = document.activeElement;
  if (!element || element === document.body) return { order: -1 };
  const order = [...document.getElementsByTagName("*")].indexOf(element);
  const shows = (box) => {
    // The middle of what lies within the window.
    const x = (Math.max(0, box.left) + Math.min(innerWidth, box.right)) / 2;
    const y = (Math.max(0, box.top) + Math.min(innerHeight, box.bottom)) / 2;
    const top = document.elementFromPoint(x, y);
    return top && (element.contains(top) || top.contains(element) || top.closest("label")?.contains(element));
  };
  const hidden = ![...element.getClientRects()].some(shows);
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return { order, name: name(element), hidden, unmarked: outlineStyle === "none" || parseFloat(outlineWidth) < 2 };
}
