// Keeps the open page as the files are. Put in by `kehoach serve` on the way out; it is in no published file.
(() => {
  "use strict";
  const script = document.currentScript;
  const bare = script.hasAttribute("data-bare");
  let state = script.dataset.state;
  let styles = script.dataset.styles;
  const words = {
    vi: { title: "Nội dung đang có lỗi", lead: "Trang bên dưới là bản tốt gần nhất. Khung này tự đóng khi mọi lỗi đã được sửa.", close: "Đóng", again: "Xem lỗi", mended: "Đã hết lỗi." },
    en: { title: "The content has errors", lead: "The page below is the last good one. This closes by itself once everything is mended.", close: "Close", again: "Show errors", mended: "All errors are mended." },
  };

  // The page, brought up to date in place: elements that stay keep focus, scroll position and whether they are open.
  let latest = 0;
  async function update() {
    const turn = ++latest;
    const answer = await fetch(location.href, { cache: "no-store", headers: { accept: "text/html" } });
    const page = await answer.text();
    // Without a site there is nothing newer to show than what stands here.
    if (turn !== latest || answer.status === 503 || !/^text\/html/.test(answer.headers.get("content-type"))) return;
    const fresh = new DOMParser().parseFromString(page, "text/html");
    if (sheets(fresh).join() !== sheets(document).join()) return location.reload();
    const focused = document.activeElement;
    attributes(document.documentElement, fresh.documentElement);
    children(document.head, fresh.head);
    morph(document.body, fresh.body);
    if (focused !== document.activeElement && focused.isConnected) focused.focus({ preventScroll: true });
    tools?.then((tools) => tools.changed(), () => {});
  }
  // A sheet is there twice while a new one is being loaded.
  const sheets = (page) => [...new Set([...page.querySelectorAll("link[rel=stylesheet]")].map((link) => link.getAttribute("href").split("?")[0]))];
  const stays = (node) => node.nodeName === "SCRIPT" || (node.nodeName === "LINK" && node.rel === "stylesheet");

  function morph(old, fresh) {
    if (old.nodeType !== fresh.nodeType || old.nodeName !== fresh.nodeName) return old.replaceWith(document.importNode(fresh, true));
    if (stays(old) || old.isEqualNode(fresh)) return;
    if (old.nodeType !== Node.ELEMENT_NODE) {
      old.nodeValue = fresh.nodeValue;
      return;
    }
    attributes(old, fresh);
    children(old, fresh);
  }

  // What the tools put on elements stays until they look again.
  const ours = /^data-(at|cell|stale|kehoach-.*)$/;
  function attributes(old, fresh) {
    const kept = (name) => (name === "open" && old.nodeName === "DETAILS") || name === "data-theme" || ours.test(name);
    for (const { name } of [...old.attributes]) if (!fresh.hasAttribute(name) && !kept(name)) old.removeAttribute(name);
    for (const { name, value } of fresh.attributes) if (old.getAttribute(name) !== value && !kept(name)) old.setAttribute(name, value);
  }

  // What has the same id or says the same stays the same element wherever it goes; the rest pairs up in order.
  const name = (node) => node.id ? `#${node.id}` : stays(node) ? node.nodeName : `${node.nodeName} ${node.textContent || node.outerHTML}`;
  const isBlank = (node) => node.nodeType === Node.TEXT_NODE && !node.nodeValue.trim();
  function children(old, fresh) {
    const waiting = new Map();
    for (const node of old.childNodes) if (!isBlank(node)) waiting.set(name(node), [...(waiting.get(name(node)) || []), node]);
    const pairs = [...fresh.childNodes].map((next) => [next, isBlank(next) ? undefined : waiting.get(name(next))?.shift()]);
    const kept = new Set(pairs.map(([, same]) => same));
    let at = old.firstChild;
    const drop = () => {
      const gone = at;
      at = at.nextSibling;
      if (!stays(gone)) gone.remove();
    };
    for (const [next, same] of pairs) {
      while (same && at && at !== same && !kept.has(at)) drop();
      const fits = same || (at && !kept.has(at) && at.nodeName === next.nodeName && !at.id && !next.id ? at : undefined);
      if (!fits) {
        old.insertBefore(document.importNode(next, true), at);
        continue;
      }
      if (fits === at) at = at.nextSibling;
      else old.insertBefore(fits, at);
      morph(fits, next);
    }
    while (at) drop();
  }

  // A new style sheet takes the old one's place once it is there, so that the page is never without one.
  function restyle(version) {
    const links = [...document.querySelectorAll("link[rel=stylesheet]")];
    for (const href of sheets(document)) {
      const old = links.filter((link) => link.getAttribute("href").split("?")[0] === href);
      const fresh = old.at(-1).cloneNode();
      fresh.href = `${href}?${version}`;
      fresh.onload = fresh.onerror = () => old.forEach((link) => link.remove());
      old.at(-1).after(fresh);
    }
  }

  // What is wrong lies over the page in a dialog; once closed it stays closed until something else is wrong.
  const host = document.createElement("kehoach-preview");
  const inside = host.attachShadow({ mode: "open" });
  inside.innerHTML = `<link rel="stylesheet" href="/__kehoach/preview.css"><dialog class="kehoach-problems" aria-labelledby="title"><h1 id="title" tabindex="-1" autofocus></h1><p id="lead"></p><div id="list"></div><form method="dialog"><button id="close"></button></form></dialog><button type="button" class="kehoach-again" hidden></button><p class="kehoach-status" role="status"></p>`;
  const dialog = inside.querySelector("dialog");
  const again = inside.querySelector(".kehoach-again");
  let shown = "";
  function problems(told) {
    const list = bare ? document.getElementById("kehoach-problems") : inside.getElementById("list");
    const say = words[told.lang] || words.en;
    if (bare) {
      list.innerHTML = told.problems;
      return;
    }
    host.lang = told.lang;
    inside.getElementById("title").textContent = say.title;
    inside.getElementById("lead").textContent = say.lead;
    inside.getElementById("close").textContent = say.close;
    again.textContent = `${say.again} (${told.errors})`;
    inside.querySelector("[role=status]").textContent = shown && !told.problems ? say.mended : "";
    const news = told.problems !== shown;
    shown = told.problems;
    // It stays under the dialog that it opens, so that the focus finds back to it.
    again.hidden = !shown;
    if (!shown) {
      remember("");
      if (dialog.open) dialog.close();
      return;
    }
    if (news) list.innerHTML = shown;
    if (news && remembered() !== shown && !dialog.open) dialog.showModal();
  }
  dialog.addEventListener("close", () => {
    if (shown) remember(shown);
  });
  again.addEventListener("click", () => dialog.showModal());
  const key = "kehoach-closed";
  const remembered = () => { try { return sessionStorage.getItem(key); } catch { return null; } };
  const remember = (what) => { try { sessionStorage.setItem(key, what); } catch { /* then it opens again */ } };

  // Without a page there is nothing to point at.
  const tools = bare ? undefined : import("/__kehoach/tools.js").then(({ start }) => start(host, inside));

  // One connection for each tab that is looked at: a browser has few for a host.
  let source;
  function listen() {
    if (source || document.hidden) return;
    source = new EventSource("/__kehoach/events");
    source.onmessage = (event) => {
      const told = JSON.parse(event.data);
      if (told.state !== state) {
        state = told.state;
        if (bare && !told.problems) return location.reload();
        if (!bare) update().catch(() => { state = ""; });
      }
      if (told.styles && told.styles !== styles) {
        if (styles) restyle(told.styles);
        styles = told.styles;
      }
      problems(told);
      tools?.then((tools) => tools.speak(told.lang), () => {});
    };
  }
  function rest() {
    if (source) source.close();
    source = undefined;
  }
  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  document.documentElement.append(host);
  listen();
})();
