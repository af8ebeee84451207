// Where each element of the page is written: fetched when it is first asked for, as the same page with these attributes.
const ATTRIBUTES = ["data-at", "data-cell", "data-stale"];
let carried;
let editor = {};

// Resolves once the elements of the page have their places.
export function traced() {
  carried ??= carry().catch((failure) => {
    carried = undefined;
    throw failure;
  });
  return carried;
}

// The page is another one now: its places too, if anybody has asked for them.
export const retrace = () => (carried ? ((carried = undefined), traced()) : Promise.resolve());

async function carry() {
  const [page, told] = await Promise.all([ask(`/__kehoach/traced${location.pathname}`), ask("/__kehoach/editor")]);
  editor = JSON.parse(told);
  bring(document.body, new DOMParser().parseFromString(page, "text/html").body);
}

async function ask(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (!answer.ok) throw new Error(address);
  return answer.text();
}

// Both come of the same template, so they pair up in order; what only one of them has is passed over.
function bring(old, fresh) {
  for (const name of ATTRIBUTES) {
    if (fresh.hasAttribute(name)) old.setAttribute(name, fresh.getAttribute(name));
    else old.removeAttribute(name);
  }
  const same = (a, b) => a.nodeName === b.nodeName && a.id === b.id;
  const others = [...fresh.children];
  let at = 0;
  for (const child of old.children) {
    const found = others.findIndex((other, index) => index >= at && same(child, other));
    if (found < 0) continue;
    bring(child, others[found]);
    at = found + 1;
  }
}

// The place of an element: its own, else that of the nearest around it.
export function place(element) {
  const traced = element?.closest?.("[data-at]");
  const parts = /^(.*):(\d+):(\d+)$/.exec(traced?.dataset.at ?? "");
  if (!parts) return undefined;
  const [, path, line, column] = parts;
  const cell = traced.dataset.cell ? ` (${traced.dataset.cell})` : "";
  return { element: traced, text: `${path}:${line}${cell}`, href: href({ path, line, column }) };
}

// Nothing where no editor is wanted, or the files are on another computer.
function href({ path, line, column }) {
  if (!editor.link) return undefined;
  const whole = `${editor.folder.replace(/\/$/, "")}/${path}`;
  const encoded = whole.split("/").map(encodeURIComponent).join("/").replace(/%3A/gi, ":");
  return editor.link.replace(/\{(path|line|column)\}/g, (_, name) => ({ path: encoded, line, column })[name]);
}

// Opens the editor there. Whoever stops the event `kehoach-open` opens it otherwise.
export function open(place) {
  if (!place?.href) return;
  const detail = { at: place.text, href: place.href };
  if (!document.dispatchEvent(new CustomEvent("kehoach-open", { detail, cancelable: true }))) return;
  const link = document.createElement("a");
  link.href = place.href;
  link.click();
}
