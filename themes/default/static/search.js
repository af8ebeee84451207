// Finds what holds all words of a query in the files that `src/search/` makes. Nothing that is typed leaves the browser.

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const ENOUGH = 10;

/** As `lang::folded`. */
export const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/đ/g, "d");

/** A text without its language. */
export const plain = (text) => (text?.pop ? text[0] : text || "");

/** From, to, which word, and how: 3 as typed, 2 but for accents, 1 by its beginning. */
export const marks = (text, words) => {
  const found = [];
  for (const { 0: own, index } of text.matchAll(WORD)) {
    const form = own.toLowerCase();
    const folded = fold(form);
    words.forEach((word, at) => {
      const begins = at === words.length - 1 && folded.startsWith(word.folded);
      const how = form === word.form ? 3 : folded === word.folded ? 2 : +begins;
      if (how) found.push([index, index + own.length, at, how]);
    });
  }
  return found;
};

// Typed accents count most, then the title and words side by side. A place alone finds hotlines, plans and agencies.
const weigh = (kind, texts, words) => {
  const best = words.map(() => 0);
  let side = 0;
  let own = kind < 3;
  texts.forEach((text, part) => {
    let before = [];
    for (const mark of marks(plain(text), words)) {
      const [from, , at, how] = mark;
      const { form, folded } = words[at];
      best[at] = Math.max(best[at], how * 2 + (part ? 0 : 5) + (how > 2 && form !== folded && 1000));
      if (before[2] + 1 === at && from - before[1] < 3) side = Math.max(side, part ? 6 : 9);
      own ||= part < 3;
      before = mark;
    }
  });
  return own && best.every(Boolean) ? best.reduce((a, b) => a + b) / words.length + side : 0;
};

// Calls for each number of `runs::runs`.
const each = (runs, take) => {
  let [at, number, shift, inside] = [0, 0, 0, false];
  for (const c of runs) {
    const digit = c.charCodeAt() - 48;
    number |= (digit & 31) << shift;
    shift += 5;
    if (digit > 31) continue;
    for (const end = at + number; at < end; at++) if (inside) take(at);
    number = shift = 0;
    inside = !inside;
  }
};

/** Opens the index whose files `get` fetches. */
export const open = (get) => {
  const kept = new Map();
  const load = (path) => {
    if (!kept.has(path)) {
      kept.set(path, get(path));
      kept.get(path).catch(() => kept.delete(path));
    }
    return kept.get(path);
  };

  // Lines from one key to another. For the order of what is found the first shards of pairs do.
  const lines = async (folder, from, to) => {
    const { [folder]: starts, version } = await load("index.json");
    const shard = (key) => starts.filter((start) => start <= key).length;
    const files = [];
    const end = folder === "pairs" ? Math.min(shard(to), shard(from) + 1) : shard(to);
    for (let file = shard(from); file <= end; file++) files.push(load(`${folder}/${file}.json?${version}`));
    const all = await Promise.all(files);
    return all.flat().map((line) => line.split(" ")).filter(([key]) => key >= from && key <= to);
  };

  const find = async (words) => {
    const { ends, version } = await load("index.json");
    const held = new Uint8Array(ends.at(-1));
    const worth = new Uint8Array(ends.at(-1));
    const look = async ({ form, folded }, at) => {
      const last = at === words.length - 1;
      const here = new Map();
      const raise = (runs, good) => each(runs, (n) => here.set(n, Math.max(here.get(n) || 0, good)));
      const end = last ? (folded.length > 3 ? "\uffff" : "*") : "";
      for (const [key, ...forms] of await lines("words", folded, folded + end)) {
        for (let i = 0; i < forms.length; i += 2) {
          raise(forms[i + 1], forms[i] === form && form !== folded ? 9 : key === folded ? 2 : 1);
        }
      }
      for (const [n, good] of here) {
        held[n]++;
        worth[n] += good;
      }
      if (!at) return;
      here.clear();
      const pair = words[at - 1].folded + "_" + folded;
      for (const [, runs] of await lines("pairs", pair, last ? pair + "\uffff" : pair)) raise(runs, 4);
      for (const [n, good] of here) worth[n] += good;
    };
    await Promise.all(words.map(look));

    const waiting = ends.map((end, kind) => {
      const blocks = [];
      for (let n = ends[kind - 1] || 0; n < end; n++) if (held[n] === words.length) blocks.push(n);
      return blocks.sort((a, b) => worth[b] - worth[a]);
    });
    const read = async ([kind, n]) => {
      const { base, contexts, entries } = await load(`entries/${n}.json?${version}`);
      return entries.map(([end, title, text, context, numbers, shown, dialled]) => {
        const of = contexts[context];
        const weight = weigh(kind, [title, text, numbers, of[0]], words);
        return { kind, href: base + end, title, text, of, shown, dialled, weight };
      });
    };
    let begun = 0;
    return {
      words,
      /** How many blocks of a kind, or of all for -1, may hold more. */
      left: (kind) => (kind < 0 ? waiting.flat() : waiting[kind]).length,
      /** Reads a block of each kind, then some of this kind. Gives what is new, the best first. */
      more: async (kind) => {
        const picked = [];
        const heads = () => waiting.flatMap(([n], of) => (n >= 0 && (!begun || kind < 0 || kind === of) ? [[of, n]] : []));
        const take = (head) => picked.push(head) && waiting[head[0]].shift();
        if (!begun) heads().forEach(take);
        else for (let i = 0; i < 3; i++) heads().sort(([, a], [, b]) => worth[b] - worth[a]).slice(0, 1).forEach(take);
        begun = 1;
        const hits = await Promise.all(picked.map(read));
        return hits.flat().filter((hit) => hit.weight).sort((a, b) => b.weight - a.weight);
      },
    };
  };

  return async (query) => {
    const text = query.normalize("NFC").toLowerCase();
    const number = text.replace(/[\s.+-]/g, "");
    const found = /^\d{7,}$/.test(number) && (await find([{ form: number, folded: number }]));
    if (found && found.left(-1)) return found;
    return find((text.match(WORD) || []).slice(0, 8).map((form) => ({ form, folded: fold(form) })));
  };
};

const page = (form) => {
  const part = (id) => document.getElementById("search_" + id);
  const [input, kinds, status, results, more, index] = ["query", "kinds", "status", "results", "more", "index"].map(part);
  const radios = [...kinds.elements];
  const say = form.dataset;
  const number = (n) => n.toLocaleString(document.documentElement.lang);
  const search = open(async (path) => {
    const answer = await fetch(path, { cache: path.includes("?") ? "default" : "no-cache" });
    if (!answer.ok) throw answer;
    return answer.json();
  });
  let [turn, typing, found, hits, shown] = [0];

  const add = (parent, tag, kind) => {
    const node = document.createElement(tag);
    if (kind) node.className = kind;
    parent.append(node);
    return node;
  };

  // A text with the words of the query marked; of a long one the piece around them.
  const put = (node, said, words = [], most = 1e9) => {
    if (said.pop) node.lang = said[1];
    const text = plain(said);
    const found = marks(text, words);
    const near = found.find((mark, i) => i && found[i - 1][2] + 1 === mark[2]) || found[0] || [0];
    let at = Math.max(0, text.length > most && text.lastIndexOf(" ", Math.max(0, near[0] - most / 3)));
    let end = text.indexOf(" ", at + most);
    if (end < 0) end = text.length;
    if (at) node.append("…");
    for (const [from, to] of found) {
      if (from < at || to > end) continue;
      node.append(text.slice(at, from));
      add(node, "mark").append(text.slice(from, to));
      at = to;
    }
    node.append(text.slice(at, end), end < text.length ? "…" : "");
    return node;
  };

  const item = ({ kind, href, title, text, of, shown, dialled }) => {
    const node = add(results, "li", "result");
    const link = put(add(node, "a"), title, found.words);
    link.href = href;
    if (text) put(add(node, "p"), text, found.words, 220);
    const context = add(node, "p", "small muted");
    context.append(radios[kind + 1].dataset.one);
    for (const text of of) {
      if (!text) continue;
      context.append(" · ");
      put(add(context, "span"), text);
    }
    if (dialled) {
      const call = add(node, "a", "btn line");
      call.href = "tel:" + dialled;
      call.append(say.call.replace("{n}", shown));
    }
    return link;
  };

  const chosen = () => radios.findIndex((radio) => radio.checked) - 1;
  const listed = (kind) => hits.filter((hit) => kind < 0 || hit.kind === kind);

  const show = (from) => {
    const kind = chosen();
    const all = listed(kind);
    const left = found.left(kind);
    const some = Math.min(all.length, shown);
    if (!from) results.replaceChildren();
    const [link] = all.slice(from, some).map(item);
    const pattern = all.length ? (left ? "least" : all.length > some ? "first" : all.length > 1 ? "many" : "one") : left ? "unread" : "none";
    status.textContent = say[pattern].replace("{n}", number(all.length)).replace("{shown}", number(some));
    radios.slice(1).forEach((radio, kind) => {
      const count = number(listed(kind).length) + (found.left(kind) ? "+" : "");
      radio.parentNode.hidden = count === "0" && !radio.checked;
      radio.parentNode.querySelector(".count").textContent = `(${count})`;
    });
    more.hidden = !left && all.length <= some;
    index.hidden = true;
    kinds.hidden = results.hidden = false;
    return link;
  };

  const clear = (message) => {
    status.textContent = message;
    kinds.hidden = results.hidden = more.hidden = true;
    index.hidden = false;
  };

  // Reads until there is enough to show, though not without end; a later turn ends it.
  const work = async (begin, from) => {
    clearTimeout(typing);
    const own = ++turn;
    const wait = setTimeout(() => own === turn && (status.textContent = say.loading), 400);
    try {
      const next = begin && (await begin());
      if (own !== turn) return;
      if (next) [found, hits] = [next, []];
      shown = from + ENOUGH;
      for (let i = 0; i < (listed(chosen()).length ? 4 : 8) && listed(chosen()).length < shown && found.left(chosen()); i++) {
        const next = await found.more(chosen());
        if (own !== turn) return;
        hits.push(...next);
      }
      return show(from);
    } catch {
      if (own !== turn) return;
      clear(say.failed);
    } finally {
      clearTimeout(wait);
    }
  };

  const run = () => {
    const query = input.value;
    if (fold(query).replace(/[^\p{L}\p{N}]/gu, "").length > 1) return work(() => search(query), 0);
    clearTimeout(typing);
    turn++;
    clear("");
  };

  form.hidden = false;
  form.onsubmit = () => {
    run();
    return false;
  };
  input.oninput = () => {
    clearTimeout(typing);
    typing = setTimeout(run, 250);
  };
  input.onkeydown = ({ key }) => {
    if (key !== "Escape") return;
    input.value = "";
    run();
  };
  kinds.onchange = () => work(0, 0);
  more.onclick = async () => (await work(0, results.children.length))?.focus();
  if (input.value) run();
};

const form = globalThis.document?.getElementById("search_form");
if (form) page(form);
