// Keeps a copy of this release for when there is no network. While there is one, everything that can
// change comes from the network; the API, and whatever else is not named here, never passes through.
// `RELEASE`, `ASSETS`, `PAGES` and `EDITED` are put in by install.mjs.
export {};
const worker = /** @type {ServiceWorkerGlobalScope} */ (/** @type {unknown} */ (self));
const [release, assets, pages, editedFiles] = [RELEASE, ASSETS, PAGES, EDITED];
const base = new URL('./', location.href).pathname;
// A copy holds one release, whole: its pages and the program they need cannot come apart.
const ours = `app-password-portal ${base} `;
const name = ours + release;

// Milliseconds until a network that does not answer counts as gone, and for how long after that
// nobody waits for it again: opening the page asks for several files, one after the other.
const [PATIENCE, GONE] = [4000, 10000];
let goneUntil = 0;

/** @param {string} path @param {string} [cacheName] */
const copyOf = (path, cacheName = name) => caches.match(base + path, { cacheName, ignoreVary: true });

// ---- Installing: all of the release, or nothing.
const fetchPage = async () => {
  const reply = await fetch(base, { cache: 'no-cache' });
  const text = await reply.clone().text();
  if (!reply.ok || !text.includes(`data-release="${release}"`)) throw new Error('this host is between two releases');
  return reply;
};
const keepRelease = async () => {
  const before = (await caches.keys()).filter((one) => one.startsWith(ours));
  const cache = await caches.open(name);
  // the configuration, and the languages that are in use here
  const edited = ['config.json'];
  for (const path of editedFiles) {
    const kept = await Promise.all(before.map((one) => copyOf(path, one)));
    if (path !== 'config.json' && kept.some(Boolean)) edited.push(path);
  }
  try {
    await cache.put(base, await fetchPage());
    await cache.addAll(assets.map(({ file, integrity }) => new Request(`${base}assets/${file}`, { integrity })));
    await cache.addAll(edited.map((path) => new Request(base + path, { cache: 'no-cache' })));
  } catch (error) {
    await caches.delete(name);
    throw error;
  }
};
worker.addEventListener('install', (event) => {
  // It takes over at once, though older pages may be open: they have their program, and a reload gives
  // the newer page from the network anyway. Waiting for them would leave an old copy for later.
  event.waitUntil(keepRelease().then(() => worker.skipWaiting()));
});

/** @param {string} [left] */
const forget = async (left) => {
  for (const one of await caches.keys()) {
    if (one.startsWith(ours) && one !== left) await caches.delete(one);
  }
};
worker.addEventListener('activate', (event) => event.waitUntil(forget(name).then(() => worker.clients.claim())));

// ---- Answering.
/** The reply of the network, or the copy where it does not answer. What the host answers, an error too,
 * is never put aside for the copy.
 * @param {Promise<Response>} asked @param {() => Promise<Response | undefined>} copy */
const networkFirst = async (asked, copy) => {
  const late = new Promise((resolve) => { setTimeout(resolve, Date.now() < goneUntil ? 0 : PATIENCE); });
  try {
    const reply = await Promise.race([asked, late]);
    if (reply) return reply;
    goneUntil = Date.now() + GONE;
  } catch { /* there is no network */ }
  return await copy() ?? asked;
};
/** @param {Request} request */
const ask = (request) => {
  const asked = fetch(request);
  asked.then(() => { goneUntil = 0; }, () => {});
  return asked;
};

/** The page of a route, made of the one that is kept: they differ in two places.
 * @param {string} route */
const pageOf = async (route) => {
  const kept = await copyOf('');
  if (!kept) return undefined;
  const [key, title] = pages[route];
  const text = (await kept.text())
    .replace('data-route="/"', `data-kept data-route="${route}"`)
    .replace(/<title[^>]*>[^<]*/, `<title data-words="${key}">${title}`);
  const headers = new Headers(kept.headers);
  for (const one of ['content-encoding', 'content-length']) headers.delete(one);
  return new Response(text, { headers });
};
/** @param {string} path */
const routeOf = (path) => {
  const route = `/${path}`.replace(/(?:\/index)?\.html$/, '').replace(/\/+$/, '') || '/';
  return Object.hasOwn(pages, route) ? route : undefined;
};

/** What an operator edits: the copy follows it. One that says `"offline": false` ends this worker.
 * @param {string} path @param {Response} reply */
const keepEdited = async (path, reply) => {
  if (!reply.ok || reply.redirected) return;
  const kept = reply.clone();
  const { offline } = await reply.json();
  if (path === 'config.json' && offline === false) {
    await worker.registration.unregister();
    await forget();
    return;
  }
  // not after that: it would make the copy anew
  if (await caches.has(name)) await (await caches.open(name)).put(base + path, kept);
};

worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin || !pathname.startsWith(base)) return;
  const path = pathname.slice(base.length);
  if (request.mode === 'navigate') {
    const route = routeOf(path);
    if (route) event.respondWith(networkFirst(ask(request), () => pageOf(route)));
  } else if (search === '' && editedFiles.includes(path)) {
    const asked = ask(request);
    const copy = asked.then((reply) => keepEdited(path, reply.clone()));
    event.waitUntil(copy.catch(() => { /* no network, or no JSON: the copy stays as it was */ }));
    event.respondWith(networkFirst(asked, () => copyOf(path)));
  } else if (assets.some(({ file }) => path === `assets/${file}`)) {
    event.respondWith(copyOf(path).then((kept) => kept ?? fetch(request)));
  }
});
