// The page is written in English. What its first nodes say in another language comes with the page of a
// release, everything else from the served files, where it can be edited.
const version = 1;
const languages = ['en-US', 'en-GB', 'de', 'fr', 'es', 'pt-BR', 'ja', 'zh-CN', 'hi', 'ar'];
/** @type {{ keys: string[], texts: Record<string, string[]> }} */
const first = { keys: [], texts: {} };
const known = isPrototype ? [...languages, 'en-XA'] : languages;
/** @type {Record<string, string>} */
const english = {};
/** @type {Record<string, any> | undefined} */
let texts;
/** @type {Intl.PluralRules | undefined} */
let plurals;
/** @type {Intl.NumberFormat | undefined} */
let numbers;
/** @type {Promise<void> | undefined} */
let loading;

/** @param {string} tag */
const baseOf = (tag) => tag.toLowerCase().split('-')[0];
/** The page's language for a browser's, of the same script, and the locale without what Intl refuses: some
 * systems name "de_DE.UTF-8" or "de-DE@euro". None if it is no language, or none of the page's.
 * @param {unknown} tag @returns {[string, string] | undefined} */
const matching = (tag) => {
  const name = `${tag}`.split(/[@.;]/)[0].replace(/_/g, '-');
  const same = known.find((one) => one.toLowerCase() === name.toLowerCase());
  if (same) return [same, same];
  try {
    const [locale, wanted] = [new Intl.Locale(name), new Intl.Locale(name).maximize()];
    const close = known.find((one) => {
      const { language, script } = new Intl.Locale(one).maximize();
      return language === wanted.language && script === wanted.script;
    });
    return close ? [close, `${locale}`] : undefined;
  } catch {
    return undefined; // passed over
  }
};
/** `locale` is what dates and numbers are written in: the visitor's own region, unless they chose.
 * @param {string} language @param {string} locale */
const speak = (language, locale) => {
  portal.language = language;
  portal.locale = locale;
  root.lang = language;
  root.dir = baseOf(language) === 'ar' ? 'rtl' : 'ltr';
};
const chosenLanguage = portal.device.get('language') ?? '';
if (known.includes(chosenLanguage)) speak(chosenLanguage, chosenLanguage);
else speak(...[...navigator.languages ?? []].map(matching).find(Boolean) ?? ['en-US', 'en-US']);

/** @param {string} key */
const textOf = (key) => texts?.[key] ?? first.texts[portal.language]?.[first.keys.indexOf(key)] ?? english[key];
// Gives the static nodes their words. Of what is still being read not all may be there.
const apply = () => {
  /** @type {Node | null | undefined} */
  let open = document.readyState === 'loading' ? root : null;
  while (open?.lastChild) open = open.lastChild;
  for (const element of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-words], [data-words-label]'))) {
    if (open && element.contains(open)) continue;
    const { words: key, wordsLabel: label } = element.dataset;
    if (key) {
      english[key] ??= element.textContent ?? '';
      if (element.textContent !== textOf(key)) element.textContent = textOf(key);
    }
    if (label) {
      english[label] ??= element.ariaLabel ?? '';
      element.ariaLabel = textOf(label);
    }
  }
};
// While the page is being read, so that it is painted in the visitor's language at once. It is read in
// English.
const reading = new MutationObserver(apply);
if (portal.language !== 'en-US') reading.observe(root, { childList: true, subtree: true });

/** In a text that runs from the right, what is filled in keeps its own direction.
 * @param {string} key @param {any} value */
const isolate = (key, value) => root.dir === 'rtl' && typeof value === 'string'
  ? value.replace(/\{\w+\}/g, '\u2068$&\u2069') : value;
/** @param {string} file */
const served = (file) => fetch(`${portal.base}/locales/${file}.json`, { cache: 'no-cache', signal: AbortSignal.timeout(8000) })
  .then((reply) => reply.ok ? reply.text() : Promise.reject(new Error(`${reply.status}`)));
/** @param {string} language @param {string} locale */
const load = async (language, locale) => {
  const files = await portal.located.then(() => Promise.all([
    served(language), isPrototype ? served(`prototype/${language}`).catch(() => '{}') : '{}',
  ])).catch(() => ['']);
  speak(language, locale);
  try {
    const [own, more] = files.map((text) => JSON.parse(text, isolate));
    texts = own['@version'] === version ? { ...more, ...own } : undefined;
  } catch {
    texts = undefined; // missing, cut off or no JSON
  }
  if (!texts) speak('en-US', 'en-US');
  plurals = numbers = undefined;
  await parsed;
  languageSelect().value = portal.language;
  const note = /** @type {HTMLElement} */ (document.getElementById('words-note'));
  note.textContent = texts ? ''
    : say('frame.words_missing', 'Translations could not be loaded, so this page is in English.').english;
  apply();
  root.dataset.worded = '';
};
const languageSelect = () => /** @type {HTMLSelectElement} */ (document.getElementById('language'));
portal.loadTexts = () => loading ??= load(portal.language, portal.locale);
portal.text = (key, count) => {
  let text = texts?.[key];
  if (text && count !== undefined) {
    // made when they are needed: a slow phone takes 30 ms for each
    plurals ??= new Intl.PluralRules(portal.language);
    numbers ??= new Intl.NumberFormat(portal.locale);
    text = (text[plurals.select(count)] ?? text.other)?.replaceAll('{count}', numbers.format(count));
  }
  return typeof text === 'string' ? text : undefined;
};
/** @type {Portal['say']} */
const say = portal.say = (key, words) => {
  english[key] = words;
  return { key, english: words };
};
/** @type {Portal['put']} */
const put = portal.put = (element, said) => {
  if (typeof said === 'string') {
    element.textContent = said;
    return;
  }
  element.dataset.words = said.key;
  element.textContent = textOf(said.key);
};
parsed.then(() => {
  reading.disconnect();
  apply();
  const select = languageSelect();
  select.value = portal.language;
  select.addEventListener('change', () => {
    const language = select.value;
    portal.device.set('language', language);
    loading = load(language, language);
    loading.then(() => dispatchEvent(new Event('words')));
  });
});
