// The preview's own buttons, in a corner of the page: pointing at the files, and marks of what is missing or old.
import { marked, reveal, see } from "./marks.js";
import { pointing } from "./point.js";
import { open, place, retrace, traced } from "./trace.js";

const WORDS = {
  vi: {
    tools: "Công cụ xem trước", fold: "Công cụ",
    point: "Chỉ ra tệp và dòng", previous: "Chỗ trước", next: "Chỗ sau", nowhere: "Trỏ hoặc chạm vào một chỗ trên trang.",
    translations: "Chưa dịch", stale: "Số liệu cũ",
    none: "không có chỗ nào", of: (n, all) => `${n} trên ${all}`, failed: "Chưa lấy được chỗ ghi của trang này.",
    open: (at) => `Mở ${at}`,
  },
  en: {
    tools: "Preview tools", fold: "Tools",
    point: "Show file and line", previous: "Previous place", next: "Next place", nowhere: "Point at something on the page, or touch it.",
    translations: "Missing translations", stale: "Stale figures",
    none: "none", of: (n, all) => `${n} of ${all}`, failed: "Where this page is written could not be found out.",
    open: (at) => `Open ${at}`,
  },
};

const HTML = `<link rel="stylesheet" href="/__kehoach/tools.css">
<section class="kehoach-tools" id="kehoach-tools">
<button type="button" id="kehoach-fold" aria-controls="kehoach-buttons"><svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true"><path fill="none" stroke="currentColor" stroke-width="2" d="M10 1v5M10 14v5M1 10h5M14 10h5"/><circle cx="10" cy="10" r="5.500" fill="none" stroke="currentColor" stroke-width="2"/></svg><span data-word="fold"></span></button>
<div id="kehoach-buttons">
<div class="kehoach-row"><button type="button" id="kehoach-point" data-word="point"></button></div>
<div class="kehoach-row" id="kehoach-places"><button type="button" id="kehoach-place-previous" class="kehoach-step">‹</button><a id="kehoach-place"></a><button type="button" id="kehoach-place-next" class="kehoach-step">›</button></div>
<div class="kehoach-row"><button type="button" id="kehoach-translations"></button><button type="button" id="kehoach-translations-next" class="kehoach-step">›</button></div>
<div class="kehoach-row"><button type="button" id="kehoach-stale"></button><button type="button" id="kehoach-stale-next" class="kehoach-step">›</button></div>
</div>
<p class="kehoach-status" id="kehoach-said" role="status"></p>
</section>`;

const KEY = "kehoach-tools";
const KINDS = ["translations", "stale"];

// Puts the buttons into the shadow root; gives what to call when the words' language is known, and when the page has changed.
export function start(host, inside) {
  inside.append(document.createRange().createContextualFragment(HTML));
  const by = (id) => inside.getElementById(`kehoach-${id}`);
  const state = { open: false, point: false, translations: false, stale: false, ...remembered() };
  const found = { translations: [], stale: [] };
  const at = { translations: -1, stale: -1 };
  let say = WORDS.en;
  const pointer = pointing(inside, host, told);
  // What is said already is not said again.
  const tell = (words) => { if (by("said").textContent !== words) by("said").textContent = words; };
  const failed = () => tell(say.failed);

  // The place that is framed, as a link where there is an editor to open.
  function told(place) {
    const link = by("place");
    link.textContent = place?.text ?? say.nowhere;
    if (place?.href) link.href = place.href;
    else link.removeAttribute("href");
    if (place?.href) link.setAttribute("aria-label", say.open(place.text));
    else link.removeAttribute("aria-label");
    if (place) tell(place.text);
  }

  function draw() {
    by("fold").setAttribute("aria-expanded", state.open);
    by("buttons").hidden = !state.open;
    by("point").setAttribute("aria-pressed", state.point);
    by("places").hidden = !state.point;
    for (const kind of KINDS) {
      const count = state[kind] ? ` (${found[kind].length || say.none})` : "";
      by(kind).setAttribute("aria-pressed", state[kind]);
      by(kind).textContent = say[kind] + count;
      by(`${kind}-next`).hidden = !state[kind] || !found[kind].length;
    }
    see(KINDS.filter((kind) => state[kind]));
    remember(state);
  }

  // Looks for all that is switched on, on the page as it is now.
  async function look() {
    for (const kind of KINDS) found[kind] = state[kind] ? await marked(kind) : [];
    draw();
  }

  function set(name, value) {
    state[name] = value;
    if (name === "point") pointer.turn(value);
    if (name === "point" && value) traced().catch(failed);
    draw();
    look().catch(failed);
  }

  async function step(kind) {
    const list = found[kind].filter((element) => element.isConnected);
    const next = list[(at[kind] = (at[kind] + 1) % list.length)];
    if (!next) return;
    reveal(next);
    await traced();
    pointer.show(next);
    tell(`${say.of(at[kind] + 1, list.length)}: ${next.textContent.trim().slice(0, 120)} (${place(next)?.text ?? ""})`);
  }

  by("fold").addEventListener("click", () => set("open", !state.open));
  by("point").addEventListener("click", () => set("point", !state.point));
  by("place-previous").addEventListener("click", () => pointer.step(-1));
  by("place-next").addEventListener("click", () => pointer.step(1));
  by("place").addEventListener("click", (event) => {
    event.preventDefault();
    open({ text: event.currentTarget.textContent, href: event.currentTarget.getAttribute("href") });
  });
  for (const kind of KINDS) {
    by(kind).addEventListener("click", () => set(kind, !state[kind]));
    by(`${kind}-next`).addEventListener("click", () => step(kind).catch(failed));
  }
  addEventListener("keydown", (event) => {
    if (event.key === "Escape" && state.point) set("point", false);
  });
  room(by("tools"));
  pointer.turn(state.point);

  return {
    speak(lang) {
      say = WORDS[lang] || WORDS.en;
      by("tools").setAttribute("aria-label", say.tools);
      for (const element of inside.querySelectorAll("[data-word]")) element.textContent = say[element.dataset.word];
      for (const id of ["place-next", "translations-next", "stale-next"]) by(id).setAttribute("aria-label", say.next);
      by("place-previous").setAttribute("aria-label", say.previous);
      told(pointer.place());
      draw();
      look().catch(failed);
    },
    changed() {
      retrace().then(() => (pointer.again(), look())).catch(failed);
    },
  };
}

// The end of the page and whatever gets the focus can always be scrolled out from under the buttons.
function room(tools) {
  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets.push(sheet);
  new ResizeObserver(() => {
    const height = Math.ceil(tools.getBoundingClientRect().height) + 16;
    sheet.replaceSync(`@media screen { html { scroll-padding-bottom: ${height}px; } body::after { content: ""; display: block; height: ${height}px; } }`);
  }).observe(tools);
}

function remembered() {
  try { return JSON.parse(sessionStorage.getItem(KEY)); } catch { return undefined; }
}

function remember(state) {
  try { sessionStorage.setItem(KEY, JSON.stringify(state)); } catch { /* then they are folded on the next page */ }
}
