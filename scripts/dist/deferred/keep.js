// Has the browser keep a copy of the page for when there is no network: registers the service worker,
// or takes it back where the operator switched it off.
const { base } = window.portal;
const workers = navigator.serviceWorker; // none over plain http, and in some private windows
const scope = `${base}/`;

const takeBack = async () => {
  for (const registration of await workers.getRegistrations()) {
    if (new URL(registration.scope).pathname === scope) await registration.unregister();
  }
  for (const name of await caches.keys()) {
    if (name.startsWith(`app-password-portal ${scope} `)) await caches.delete(name);
  }
};

// What this visit fetched before there was a worker to keep it: the texts in the visitor's language.
const keepTexts = async () => {
  for (const { name } of performance.getEntriesByType('resource')) {
    const { origin, pathname } = new URL(name);
    if (origin === location.origin && pathname.startsWith(`${scope}locales/`) && !await caches.match(name)) await fetch(name);
  }
};

/** @param {() => void} look looks for a newer release */
export const keepCopy = async (look) => {
  if (!workers) return;
  try {
    const { offline } = JSON.parse(await window.portal.configuration);
    if (offline === false) {
      await takeBack();
      return;
    }
    const before = workers.controller;
    workers.addEventListener('controllerchange', () => {
      if (before) look(); // another window opened a newer release
      else keepTexts().catch(() => {});
    });
    await workers.register(`${scope}service-worker.js`, { updateViaCache: 'none' });
  } catch { /* no network, or the browser keeps nothing: the page works as it always did */ }
};
