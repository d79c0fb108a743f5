// The scripts of this folder do what must work before the program has arrived, and after it has stopped.
// They run while the page is being read, in the order in which index.html names them; a release has all
// of them in the page as one. They share the names at their top level. What the program and the later
// scripts use is in `window.portal`, which scripts/portal.d.ts declares.
const root = document.documentElement;
const isPrototype = document.querySelector('meta[name="prototype"]') !== null;
const query = new URLSearchParams(location.search);
const parsed = new Promise((resolve) => {
  if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
  else resolve(undefined);
});

// ---- What the page keeps, all of it under one name. A link to the prototype may name a world of its own
// (`world=NAME`), for frames that stand side by side; `world=memory` keeps nothing. The frame's own name
// holds it, which survives every address of this site.
const asked = query.get('world') ?? '';
if (isPrototype && /^[a-z\d-]{1,40}$/.test(asked)) window.name = `world:${asked}`;
const world = isPrototype && window.name.startsWith('world:') ? window.name.slice(6) : 'default';
const prefix = `app-password-portal.${world === 'default' ? '' : `${world}.`}`;
/** @param {'localStorage' | 'sessionStorage'} area @returns {Kept} */
const kept = (area) => {
  /** @type {Record<string, string>} */
  let storage = {};
  try { if (world !== 'memory') storage = window[area] ?? storage; } catch { /* forbidden: only in memory */ }
  return {
    get: (name) => storage[prefix + name],
    set: (name, value) => {
      try {
        if (value) storage[prefix + name] = value;
        else delete storage[prefix + name];
      } catch { /* full: until the page is left */ }
    },
    forget: (start) => {
      for (const name of Object.keys(storage)) if (name.startsWith(prefix + start)) delete storage[name];
    },
  };
};

/** @type {Portal} */
const portal = window.portal = /** @type {any} */ ({
  base: '',
  world,
  device: kept('localStorage'),
  tab: kept('sessionStorage'),
  // A message is not held back as a timer is, in a tab that nobody looks at.
  pause: () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  }),
  // Opening another address ends what is being fetched, and Firefox reports that to the page that is left.
  unlessLeft: () => new Promise((resolve) => { setTimeout(resolve, 1000); }),
  // the loader of a release has it
  loadDeferred: () => Promise.resolve(),
  checkNetwork: () => {},
});

// ---- The base: the address without the route at its end, so that the folder can lie under any path. Each
// file of a release knows its route. `404.html` does not, and the development server has one page for all.
const path = location.pathname.replace(/(\/index)?\.html$/, '').replace(/\/+$/, '');
const route = root.dataset.route ?? (path || '/');
/** @param {string} base */
const readConfiguration = (base) => fetch(`${base}/config.json`, { cache: 'no-cache' })
  .then((reply) => reply.ok ? reply.text() : Promise.reject(new Error(`${reply.status}`)));
const locate = async () => {
  if (root.dataset.unknown === undefined) {
    if (root.dataset.route) portal.base = route === '/' ? path : path.slice(0, -route.length);
    await portal.pause(); // the first request takes a slow phone as long as all before it
    portal.configuration = readConfiguration(portal.base);
    return;
  }
  // 404.html: the nearest folder above that holds a configuration
  for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
    const text = await readConfiguration(path.slice(0, end)).catch(() => '');
    if (!text.trimStart().startsWith('{')) continue;
    portal.base = path.slice(0, end);
    portal.configuration = Promise.resolve(text);
    return;
  }
  portal.configuration = Promise.reject(new Error('404'));
};
// The configuration travels at the same time as the program.
portal.located = locate().finally(() => portal.configuration.catch(() => {}));
