// What must work before the program has arrived, and after it has stopped. Runs first of all, while
// the page is being read; the program finds what it did in `window.portal`.
(() => {
  const root = document.documentElement;
  const portal = window.portal = { base: '', held: false, taken: false };

  // ---- The base: what stands before the route in the address, so that the folder can lie under any
  // path. Each file of a release knows its own route; `404.html` does not, and is told where it is.
  const routes = ['/security/app-passwords/create', '/security/app-passwords/set-up', '/security/app-passwords',
    '/set-up', '/security', '/profile', '/verify', '/apps', '/help'];
  const path = location.pathname.replace(/(\/index)?\.html$/, '').replace(/\/+$/, '');
  const own = root.dataset.route;
  const fits = (route) => route !== undefined && path.endsWith(route);
  const route = own === '/' ? '/' : fits(own) ? own : routes.find(fits) || '/';
  const read = (base) => fetch(`${base}/config.json`, { cache: 'no-cache' })
    .then((reply) => reply.ok ? reply.text() : Promise.reject(new Error(`${reply.status}`)));
  const locate = async () => {
    if (root.dataset.unknown === undefined) {
      if (route !== '/') portal.base = path.slice(0, -route.length);
      else if (own === '/') portal.base = path;
      portal.configuration = read(portal.base);
      return;
    }
    // 404.html: the nearest folder above that holds a configuration
    for (let end = path.lastIndexOf('/'); end >= 0; end = path.lastIndexOf('/', end - 1)) {
      const text = await read(path.slice(0, end)).catch(() => '');
      if (!text.trimStart().startsWith('{')) continue;
      portal.base = path.slice(0, end);
      portal.configuration = Promise.resolve(text);
      return;
    }
    portal.configuration = Promise.reject(new Error('404'));
  };
  // The configuration travels at the same time as the program.
  portal.located = locate().finally(() => portal.configuration.catch(() => {}));

  // ---- The first screen. A hint that is no secret says whether somebody was signed in, so that they
  // do not see the form for a moment. A link to a scenario opens its screen signed in.
  let hint = null;
  try { hint = localStorage.getItem('app-password-portal.signed-in'); } catch { /* storage forbidden: the form shows */ }
  const scenario = new URLSearchParams(location.search).has('scenario');
  if (hint || route === '/help' || root.dataset.unknown !== undefined || (scenario && route !== '/')) {
    root.dataset.first = 'waiting';
  }

  // Lets the browser paint, and take what is typed and tapped, before the program goes on. A message is
  // not held back as a timer is, in a tab that nobody looks at.
  portal.pause = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });

  const parsed = new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });
  Promise.all([parsed, portal.located]).then(() => {
    for (const link of document.querySelectorAll('a[data-route]')) {
      link.href = portal.base + link.dataset.route;
    }
  });
  Promise.all([parsed, portal.located]).then(() => portal.configuration).then((text) => {
    const { brand } = JSON.parse(text);
    for (const place of document.querySelectorAll('[data-brand]')) place.textContent = brand[place.dataset.brand];
    document.querySelector('.header__brand').removeAttribute('aria-label');
  }).catch(() => { /* the program says what is wrong with it */ });

  // ---- Sent before the program is there: held, then performed; never sent to the static host.
  const busy = (button, on) => {
    for (const name of ['aria-busy', 'aria-disabled']) {
      if (on) button.setAttribute(name, 'true'); else button.removeAttribute(name);
    }
  };
  const submitButton = () => document.querySelector('#sign-in button[type="submit"]');
  document.addEventListener('submit', (event) => {
    event.preventDefault();
    if (portal.taken || !event.target.closest('#sign-in')) return;
    portal.held = true;
    busy(submitButton(), true);
  }, true);
  // The program takes the form over; gives whether it was sent already.
  portal.take = () => {
    portal.taken = true;
    busy(submitButton(), false);
    const held = portal.held;
    portal.held = false;
    return held;
  };

  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('.skip-link')) return;
    event.preventDefault(); // the address belongs to the router
    const main = document.getElementById('main');
    main.focus();
    main.scrollIntoView();
  });

  // ---- The program cannot be had, or has stopped. Nothing of an error is shown: it may hold data.
  let shown = false;
  const show = (id, title, words, cover) => {
    if (shown) return;
    shown = true;
    const box = document.createElement(cover ? 'div' : 'section');
    box.className = cover ? 'panic' : 'card no-program';
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-labelledby', 'panic-title');
    box.setAttribute('aria-describedby', 'panic-words');
    const heading = document.createElement('h1');
    heading.id = 'panic-title';
    heading.textContent = title;
    const text = document.createElement('p');
    text.id = 'panic-words';
    text.textContent = words;
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button button--primary';
    again.textContent = cover ? 'Reload the page' : 'Try again';
    again.addEventListener('click', () => location.reload());
    box.append(heading, text, again);
    if (cover) {
      // An open modal dialog would lie above and keep the focus; it may hold a password.
      for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
      document.body.append(box);
    } else {
      document.getElementById('waiting')?.remove();
      const form = submitButton();
      if (form) busy(form, false);
      document.getElementById('main').prepend(box);
    }
    again.focus();
  };
  const stopped = () => show('stopped', 'This page has stopped working',
    'Your app passwords are safe and keep working. Reload the page to go on. '
    + 'If a new password was on the screen, delete it in the list and create another.', true);
  // The program could not be loaded: `words` say what is needed.
  portal.fail = (words) => parsed.then(() => show('missing', 'This page is not complete', words, false));
  const fatal = (error) => error instanceof WebAssembly.RuntimeError
    || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  addEventListener('error', (event) => { if (fatal(event.error)) stopped(); });
  addEventListener('unhandledrejection', (event) => { if (fatal(event.reason)) stopped(); });
})();
