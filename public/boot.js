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
  // Lets the browser paint, and take what is typed and tapped, before the program goes on. A message is
  // not held back as a timer is, in a tab that nobody looks at.
  portal.pause = () => new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = resolve;
    port2.postMessage(null);
  });
  // Opening another address ends what is being fetched, and Firefox says so to the page that is left. Told
  // so much later, a failure is heard of by those who stay.
  portal.stays = () => new Promise((resolve) => { setTimeout(resolve, 1000); });
  const locate = async () => {
    if (root.dataset.unknown === undefined) {
      if (route !== '/') portal.base = path.slice(0, -route.length);
      else if (own === '/') portal.base = path;
      await portal.pause(); // the first request takes a slow phone as long as all before it
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

  const parsed = new Promise((resolve) => {
    if (document.readyState === 'loading') addEventListener('DOMContentLoaded', resolve);
    else resolve();
  });

  // ---- Display: as the device has it, unless the person chose here what still exists. The style
  // sheets read it from attributes of the root.
  const display = { theme: ['light', 'dark'], contrast: ['more'], motion: ['less'] };
  for (const [name, values] of Object.entries(display)) {
    const kept = `app-password-portal.${name}`;
    const set = (value) => {
      if (values.includes(value)) root.dataset[name] = value;
      else delete root.dataset[name];
    };
    try { set(localStorage.getItem(kept) || root.dataset[name]); } catch { /* storage forbidden: the device's */ }
    parsed.then(() => {
      const select = document.getElementById(name);
      select.value = root.dataset[name] || '';
      select.addEventListener('change', () => {
        set(select.value);
        try { localStorage.setItem(kept, select.value); } catch { /* forbidden: until the next visit */ }
      });
    });
  }

  // ---- Words. The page is written in English. What its first nodes say in another language comes
  // with the page of a release, everything else from the served files, where it can be edited.
  const version = 1;
  const languages = ['en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'hi', 'ar'];
  const first = { keys: [], texts: {} };
  const remembered = 'app-password-portal.language';
  const isPrototype = document.querySelector('meta[name="prototype"]') !== null;
  const known = isPrototype ? [...languages, 'en-XA'] : languages;
  const english = {};
  let words, plurals, numbers, worded;

  const base = (tag) => tag.toLowerCase().split('-')[0];
  const matching = (wish) => known.find((tag) => tag.toLowerCase() === wish.toLowerCase())
    || known.find((tag) => base(tag) === base(wish));
  let chosen = null;
  try { chosen = localStorage.getItem(remembered); } catch { /* storage forbidden: the browser's */ }
  const wish = (navigator.languages || []).find(matching);
  // `locale` is what dates and numbers are written in: the visitor's own region, unless they chose.
  const speak = (language, locale) => {
    portal.language = language;
    portal.locale = locale;
    root.lang = language;
    root.dir = base(language) === 'ar' ? 'rtl' : 'ltr';
  };
  if (known.includes(chosen)) speak(chosen, chosen);
  else if (wish) speak(matching(wish), wish);
  else speak('en-US', 'en-US');

  const textOf = (key) => words?.[key] ?? first.texts[portal.language]?.[first.keys.indexOf(key)] ?? english[key];
  // Gives the static nodes their words. Of what is still being read not all may be there.
  const apply = () => {
    let open = document.readyState === 'loading' ? root : null;
    while (open?.lastChild) open = open.lastChild;
    for (const element of document.querySelectorAll('[data-words], [data-words-label]')) {
      if (open && element.contains(open)) continue;
      const { words: key, wordsLabel: label } = element.dataset;
      if (key) {
        english[key] ??= element.textContent;
        if (element.textContent !== textOf(key)) element.textContent = textOf(key);
      }
      if (label) {
        english[label] ??= element.getAttribute('aria-label');
        element.setAttribute('aria-label', textOf(label));
      }
    }
  };
  // While the page is being read, so that it is painted in the visitor's language at once. It is read in
  // English.
  const reading = new MutationObserver(apply);
  if (portal.language !== 'en-US') reading.observe(root, { childList: true, subtree: true });

  // In a text that runs from the right, what is filled in keeps its own direction.
  const isolate = (key, value) => root.dir === 'rtl' && typeof value === 'string'
    ? value.replace(/\{\w+\}/g, '\u2068$&\u2069') : value;
  const served = (folder, language) => fetch(`${portal.base}/locales/${folder}${language}.json`, { cache: 'no-cache', signal: AbortSignal.timeout(8000) })
    .then((reply) => reply.ok ? reply.text() : Promise.reject(new Error(`${reply.status}`)));
  const load = async (language, locale) => {
    const texts = await portal.located.then(() => Promise.all([
      served('', language), isPrototype ? served('prototype/', language).catch(() => '{}') : '{}',
    ])).catch(() => ['']);
    speak(language, locale);
    try {
      const [own, more] = texts.map((text) => JSON.parse(text, isolate));
      words = own['@version'] === version ? { ...more, ...own } : undefined;
    } catch {
      words = undefined; // missing, cut off or no JSON
    }
    if (!words) speak('en-US', 'en-US');
    plurals = numbers = undefined;
    await parsed;
    document.getElementById('language').value = portal.language;
    document.getElementById('words-note').textContent = words ? ''
      : say('frame.words_missing', 'Translations could not be loaded, so this page is in English.').english;
    apply();
    root.dataset.worded = '';
  };
  // Asked for when nothing that is waited for comes later by it. Resolved in any case.
  portal.worded = () => worded ??= load(portal.language, portal.locale);
  // What the program says for a key; nothing where it has to say it in its own English.
  portal.word = (key, count) => {
    let text = words?.[key];
    if (text && count !== undefined) {
      // made when they are needed: a slow phone takes 30 ms for each
      plurals ??= new Intl.PluralRules(portal.language);
      numbers ??= new Intl.NumberFormat(portal.locale);
      text = (text[plurals.select(count)] ?? text.other)?.replaceAll('{count}', numbers.format(count));
    }
    return typeof text === 'string' ? text : undefined;
  };
  const say = portal.say = (key, words) => {
    english[key] = words;
    return { key, english: words };
  };
  // Text, or what `say` gives: that follows the language.
  const put = portal.put = (element, said) => {
    if (said.key) element.dataset.words = said.key;
    element.textContent = said.key ? textOf(said.key) : said;
  };
  parsed.then(() => {
    reading.disconnect();
    apply();
    const select = document.getElementById('language');
    select.value = portal.language;
    select.addEventListener('change', () => {
      const language = select.value;
      try { localStorage.setItem(remembered, language); } catch { /* forbidden: until the next visit */ }
      worded = load(language, language);
      worded.then(() => dispatchEvent(new Event('words')));
    });
  });

  // ---- The first screen. A hint that is no secret says whether somebody was signed in, or in this tab is
  // on the way there, so that they do not see the form for a moment. A link to a scenario opens its
  // screen signed in, and signed out where that is the form.
  let hint = null;
  try { for (const storage of [localStorage, sessionStorage]) hint ||= storage.getItem('app-password-portal.signed-in'); } catch { /* storage forbidden: the form shows */ }
  const scenario = isPrototype && new URLSearchParams(location.search).has('scenario');
  if ((scenario ? route !== '/' : hint) || route === '/help' || root.dataset.unknown !== undefined) {
    root.dataset.first = 'waiting';
    portal.worded();
  }

  Promise.all([parsed, portal.located]).then(() => {
    for (const link of document.querySelectorAll('a[data-route]')) {
      link.href = portal.base + link.dataset.route;
    }
  });
  Promise.all([parsed, portal.located]).then(() => portal.configuration).then((text) => {
    const { brand } = JSON.parse(text);
    for (const place of document.querySelectorAll('[data-brand]')) place.textContent = brand[place.dataset.brand];
    const home = document.querySelector('.header__brand');
    home.removeAttribute('aria-label');
    delete home.dataset.wordsLabel;
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
    apply();
    portal.worded();
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
    put(heading, title);
    const text = document.createElement('p');
    text.id = 'panic-words';
    put(text, words);
    const again = document.createElement('button');
    again.type = 'button';
    again.className = 'button button--primary';
    put(again, cover ? say('boot.reload', 'Reload the page') : say('common.try_again', 'Try again'));
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
    root.dataset.ready = ''; // it answers, without the program
    portal.worded();
  };
  const stopped = () => show('stopped', say('boot.stopped_title', 'This page has stopped working'),
    say('boot.stopped', 'Your app passwords are safe and keep working. Reload the page to continue. '
    + 'If a new password was on the screen, delete it from the list and create another.'), true);
  // The program could not be loaded: `words` say what is needed.
  portal.fail = (words) => Promise.all([parsed, portal.stays()]).then(() => show('missing', say('boot.missing_title', 'This page did not load completely'), words, false));
  const fatal = (error) => error instanceof WebAssembly.RuntimeError
    || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  addEventListener('error', (event) => { if (fatal(event.error)) stopped(); });
  addEventListener('unhandledrejection', (event) => { if (fatal(event.reason)) stopped(); });
})();
