// Keeps these files for use without a connection, once a reader has asked for it, and answers for them alone.
const VERSION = "(version)";
const FILES = (files);
const MINE = new URL(".", location).pathname + " ";
const URLS = FILES.map((file) => new URL(file, location).href);

addEventListener("install", (event) => event.waitUntil(keep()));
async function keep() {
  skipWaiting();
  const cache = await caches.open(MINE + VERSION);
  if (!(await cache.keys())[0]) await cache.addAll(URLS.map((url) => new Request(url, { cache: "reload" })));
  for (const name of await caches.keys()) {
    if (name.startsWith(MINE) && name != MINE + VERSION) await caches.delete(name);
  }
}

addEventListener("fetch", (event) => {
  const url = event.request.url.split(/[?#]/)[0];
  if (URLS.includes(url)) event.respondWith(answer(event.request, caches.match(url)));
});

// What the server has now, be it that the page has moved or gone; what was kept where the server fails, or says nothing
// within three seconds.
function answer(request, kept) {
  const fresh = fetch(request).then(async (response) => (response.status < 500 ? response : (await kept) || response));
  const late = new Promise((wake) => setTimeout(wake, 3000)).then(() => kept);
  return Promise.race([fresh, late.then((found) => found || fresh)]).catch(() => kept);
}
