// Which node shows which key of the message files.
const exact = new Map();
const patterns = new Map();
const escape = (text) => text.replace(/[.*+?^$()|[\]\\]/g, '\\$&');
const learn = (text, key) => {
  if (typeof text !== 'string') return;
  const plain = text.trim();
  if (/\{\w+\}/.test(plain)) {
    if (!patterns.has(plain)) patterns.set(plain, [new RegExp(`^${escape(plain).replace(/\{\w+\}/g, '.+')}$`, 's'), key]);
  } else if (plain) {
    exact.set(plain, (exact.get(plain) ?? new Set()).add(key));
  }
};
const keysOf = (text) => {
  const plain = text?.trim();
  if (!plain) return [];
  if (exact.has(plain)) return [...exact.get(plain)];
  return [...patterns.values()].filter(([pattern]) => pattern.test(plain)).map(([, key]) => key);
};
const mark = (element) => {
  const { words, wordsLabel } = element.dataset;
  const own = [...element.childNodes].filter((node) => node.nodeType === Node.TEXT_NODE && node.data.trim());
  const keys = words || wordsLabel ? [words, wordsLabel] : [
    ...own.flatMap((node) => keysOf(node.data)),
    ...(own.length ? keysOf(element.textContent) : []),
    ...keysOf(element.getAttribute('aria-label')),
  ];
  const text = [...new Set(keys.filter(Boolean))].join(' ');
  if (text === (element.dataset.textKey ?? '')) return;
  if (text) element.dataset.textKey = text; else delete element.dataset.textKey;
};
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
