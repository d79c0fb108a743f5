// Which node shows which key of the message files.
/** @type {Map<string, Set<string>>} */
const exact = new Map();
/** @type {Map<string, [RegExp, string]>} */
const patterns = new Map();
/** @param {string} text */
const escape = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
/** @param {string | undefined} text @param {string} key */
const learn = (text, key) => {
  if (typeof text !== 'string') return;
  const plain = text.trim();
  if (/\{\w+\}/.test(plain)) {
    if (!patterns.has(plain)) patterns.set(plain, [new RegExp(`^${escape(plain).replace(/\{\w+\}/g, '.+')}$`, 's'), key]);
  } else if (plain) {
    exact.set(plain, (exact.get(plain) ?? new Set()).add(key));
  }
};
/** @param {string | null} text @returns {string[]} */
const keysOf = (text) => {
  const plain = text?.trim();
  if (!plain) return [];
  const known = exact.get(plain);
  if (known) return [...known];
  return [...patterns.values()].filter(([pattern]) => pattern.test(plain)).map(([, key]) => key);
};
/** @param {HTMLElement} element */
const mark = (element) => {
  const { words, wordsLabel } = element.dataset;
  const own = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim());
  const keys = words || wordsLabel ? [words, wordsLabel] : [
    ...own.flatMap((node) => keysOf(node.textContent)),
    ...(own.length ? keysOf(element.textContent) : []),
    ...keysOf(element.getAttribute('aria-label')),
  ];
  const text = [...new Set(keys.filter(Boolean))].join(' ');
  if (text === (element.dataset.textKey ?? '')) return;
  if (text) element.dataset.textKey = text; else delete element.dataset.textKey;
};
/** @param {Node} node */
const markAll = (node) => {
  const element = node instanceof HTMLElement ? node : node.parentElement;
  if (!element) return;
  mark(element);
  for (const inside of element.querySelectorAll('*')) if (inside instanceof HTMLElement) mark(inside);
};
export function mark_words() {
  const original = portal.text;
  portal.text = (key, count) => {
    const text = original(key, count);
    learn(text, key);
    return text;
  };
  new MutationObserver((changes) => {
    for (const target of new Set(changes.map((change) => change.target))) markAll(target);
  }).observe(document.documentElement, {
    childList: true, subtree: true, characterData: true, attributes: true, attributeFilter: ['aria-label', 'data-words'],
  });
  markAll(document.body);
}
