// The loader of a release: runs in every page right after the boot scripts, as one script with them.
const assets = ASSETS;
/** @param {Asset} asset */
const at = (asset) => `${portal.base}/assets/${asset.file}`;
const didNotArrive = () => portal.fail(portal.say('boot.broken', 'Your browser could not load a program that this portal needs. '
  + 'Nothing was changed. Check your connection and try again. '
  + 'If that does not help, tell your help desk: the files in the assets folder must be served exactly as they were built.'));

// Trusted Types: markup that the program builds is its own, without scripts and handlers; a script
// is one of this release.
if (window.trustedTypes) {
  const files = Object.values(assets).map((asset) => asset.file);
  window.trustedTypes.createPolicy('default', {
    createHTML: (markup) => /<\/?(?:script|iframe|object|embed|base|meta|link|form)\b|\son\w+\s*=|javascript:/i.test(markup) ? null : markup,
    createScriptURL: (url) => [...files.map((file) => `assets/${file}`), 'service-worker.js'].some((file) => url === `${portal.base}/${file}`) ? url : null,
  });
}

/** Fails later with this error, if the page is still there.
 * @param {unknown} error @returns {Promise<never>} */
const failUnlessLeft = (error) => portal.unlessLeft().then(() => { throw error; });
/** @type {Partial<Record<Part, Promise<Response>>>} */
const fetched = {};
// A reply, to compile it while it arrives. A failure is not kept.
portal.fetchPart = (name) => {
  const part = fetched[name] ??= fetch(at(assets[name]), { integrity: assets[name].integrity })
    .then((reply) => reply.ok ? reply : Promise.reject(new Error(`${reply.status}`)))
    .catch((error) => { delete fetched[name]; return failUnlessLeft(error); })
    .catch((error) => { portal.loadDeferred().then(() => portal.checkNetwork()); throw error; });
  part.catch(() => {});
  return part;
};
// Compiled in one go where the host names another type than application/wasm.
portal.compile = async (name) => {
  const reply = await portal.fetchPart(name);
  delete fetched[name]; // a reply can be read once
  const streams = /^application\/wasm\b/.test(reply.headers.get('content-type') || '');
  const compiled = streams ? WebAssembly.compileStreaming(reply) : reply.arrayBuffer().then(WebAssembly.compile);
  const module = await compiled.catch(failUnlessLeft);
  await portal.pause(); // the end of compiling is a long enough task of its own
  return module;
};
portal.instantiate = async (name, imports) => {
  const module = await portal.compile(name);
  const instance = await WebAssembly.instantiate(module, imports);
  await portal.pause();
  return { module, instance };
};

/** @param {Asset} asset */
const style = (asset) => new Promise((resolve, reject) => {
  const link = Object.assign(document.createElement('link'), { rel: 'stylesheet', href: at(asset), integrity: asset.integrity });
  link.addEventListener('load', resolve);
  link.addEventListener('error', () => { link.remove(); reject(new Error(link.href)); });
  document.head.append(link);
});
/** @param {Asset} asset */
const run = (asset) => new Promise((resolve, reject) => {
  const script = document.createElement('script');
  script.type = 'module';
  script.integrity = asset.integrity;
  script.crossOrigin = 'anonymous';
  script.addEventListener('load', resolve);
  script.addEventListener('error', reject);
  script.src = at(asset);
  document.head.append(script);
});
/** @type {Promise<unknown> | undefined} */
let deferred;
portal.loadDeferred = () => deferred ??= run(assets.deferred).catch(() => { deferred = undefined; });
/** @type {Promise<unknown> | undefined} */
let styles;
portal.loadStyles = () => {
  const loaded = styles ??= style(assets.styles).catch(failUnlessLeft);
  loaded.catch(() => { styles = undefined; });
  return loaded;
};

portal.broken = (error) => {
  // A policy that forbids WebAssembly is the host's or the browser's; all else did not arrive whole.
  if (error instanceof WebAssembly.CompileError && /Content.Security.Policy|unsafe-eval|blocked/i.test(error.message)) {
    portal.fail(portal.say('boot.forbidden', 'Your browser could not load a program that this portal needs. '
      + 'A security setting of this site or of your browser blocks WebAssembly. Allow it for this page, or use another browser.'));
  } else didNotArrive();
};

portal.located.then(() => {
  if (typeof WebAssembly !== 'object') {
    portal.fail(portal.say('boot.off', 'Your browser could not load a program that this portal needs. '
      + 'WebAssembly is switched off. Allow it for this page, or use another browser.'));
    return;
  }
  portal.fetchPart('program');
  if (document.documentElement.dataset.first === 'waiting') {
    portal.fetchPart('behind');
    portal.loadStyles();
  }
  run(assets.script).catch(didNotArrive);
  addEventListener('offline', () => portal.loadDeferred());
  // the page is a copy, or the browser knows that it is
  const { dataset } = document.documentElement;
  if (dataset.kept !== undefined || !navigator.onLine) {
    dataset.offline = '';
    portal.loadDeferred();
  }
});
