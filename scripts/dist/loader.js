// The loader of a release: runs in every page right after boot.js. `ASSETS` is put in by main.mjs.
(() => {
  const assets = ASSETS;
  const portal = window.portal;
  const at = (asset) => `${portal.base}/assets/${asset.file}`;
  const broken = () => portal.fail(portal.say('boot.broken', 'Your browser could not load a program that this portal needs. '
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

  // For those who stay: the page that is left shows no error, and says none aloud.
  const late = (error) => portal.stays().then(() => { throw error; });
  const fetched = {};
  // A part of the program, as a reply to compile while it arrives. A failure is not kept.
  portal.part = (name) => {
    fetched[name] ??= fetch(at(assets[name]), { integrity: assets[name].integrity })
      .then((reply) => reply.ok ? reply : Promise.reject(new Error(`${reply.status}`)))
      .catch((error) => { delete fetched[name]; return late(error); })
      .catch((error) => { portal.later().then(() => portal.lost?.()); throw error; });
    fetched[name].catch(() => {});
    return fetched[name];
  };
  // Compiled in one go where the host names another type than application/wasm.
  portal.compile = async (name) => {
    const reply = await portal.part(name);
    delete fetched[name]; // a reply can be read once
    const streams = WebAssembly.compileStreaming && /^application\/wasm\b/.test(reply.headers.get('content-type') || '');
    const compiled = streams ? WebAssembly.compileStreaming(reply) : reply.arrayBuffer().then(WebAssembly.compile);
    const module = await compiled.catch(late);
    await portal.pause(); // the end of compiling is a long enough task of its own
    return module;
  };
  // Made ready to run, as `instantiateStreaming` gives it.
  portal.instantiate = async (name, imports) => {
    const module = await portal.compile(name);
    const instance = await WebAssembly.instantiate(module, imports);
    await portal.pause();
    return { module, instance };
  };

  const link = (attributes) => new Promise((resolve, reject) => {
    const element = Object.assign(document.createElement('link'), attributes);
    element.addEventListener('load', resolve);
    element.addEventListener('error', () => { element.remove(); reject(new Error(attributes.href)); });
    document.head.append(element);
  });
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
  let later;
  // What nobody waits for: says that there is no network, offers a newer release, keeps a copy.
  portal.later = () => later ??= run(assets.later).catch(() => { later = undefined; });
  let styles;
  // The styles of what is behind sign-in.
  portal.inside = () => {
    styles ??= link({ rel: 'stylesheet', href: at(assets.styles), integrity: assets.styles.integrity }).catch(late);
    styles.catch(() => { styles = undefined; });
    return styles;
  };

  portal.broken = (error) => {
    // A policy that forbids WebAssembly is the host's or the browser's; all else did not arrive whole.
    if (error instanceof WebAssembly.CompileError && /Content.Security.Policy|unsafe-eval|blocked/i.test(error.message)) {
      portal.fail(portal.say('boot.forbidden', 'Your browser could not load a program that this portal needs. '
        + 'A security setting of this site or of your browser blocks WebAssembly. Allow it for this page, or use another browser.'));
    } else broken();
  };

  portal.located.then(() => {
    if (typeof WebAssembly !== 'object') {
      portal.fail(portal.say('boot.off', 'Your browser could not load a program that this portal needs. '
        + 'WebAssembly is switched off. Allow it for this page, or use another browser.'));
      return;
    }
    portal.part('program');
    if (document.documentElement.dataset.first === 'waiting') {
      portal.part('behind');
      portal.inside();
    }
    run(assets.script).catch(broken);
    addEventListener('offline', portal.later);
    // the page is a copy, or the browser knows that it is
    const { dataset } = document.documentElement;
    if (dataset.kept !== undefined || !navigator.onLine) {
      dataset.offline = '';
      portal.later();
    }
  });
})();
