// What a person, or a screen reader, finds in the page: elements by role and accessible name. Not the
// whole of the accessibility specifications, only what this page's native elements need.

const TEXT_FIELDS = ['text', 'email', 'password', 'tel', 'search', 'url', 'number'];

const ROLES = {
  A: (element) => element.hasAttribute('href') ? 'link' : '',
  BUTTON: () => 'button',
  DIALOG: () => 'dialog',
  FIELDSET: () => 'group',
  H1: () => 'heading', H2: () => 'heading', H3: () => 'heading', H4: () => 'heading',
  INPUT: ({ type }) => TEXT_FIELDS.includes(type) ? 'textbox' : type === 'submit' ? 'button' : type,
  LI: () => 'listitem',
  MAIN: () => 'main',
  NAV: () => 'navigation',
  OL: () => 'list', UL: () => 'list',
  OUTPUT: () => 'status',
  SECTION: (element) => element.hasAttribute('aria-labelledby') || element.hasAttribute('aria-label') ? 'region' : '',
  SELECT: () => 'combobox',
  SUMMARY: () => 'button',
  TABLE: () => 'table',
  TR: () => 'row',
};

export const role = (element) => element.getAttribute('role') || ROLES[element.tagName]?.(element) || '';

const tidy = (text) => text.replace(/\s+/g, ' ').trim();

// Text as it is read: without what is hidden from everyone or from a screen reader.
const spoken = (node) => {
  if (node.nodeType === Node.TEXT_NODE) return node.data;
  if (node.nodeType !== Node.ELEMENT_NODE || node.hidden || node.ariaHidden === 'true') return '';
  return node.getAttribute('aria-label') ?? [...node.childNodes].map(spoken).join('');
};

const texts = (ids) => tidy(ids.split(/\s+/).map((id) => document.getElementById(id)?.textContent ?? '').join(' '));

const NAMED_BY_CONTENT = ['button', 'heading', 'link', 'listitem', 'alert', 'status', 'row'];

export const name = (element) => {
  if (element.hasAttribute('aria-labelledby')) return texts(element.getAttribute('aria-labelledby'));
  if (element.hasAttribute('aria-label')) return tidy(element.getAttribute('aria-label'));
  if (element.labels?.length) return tidy([...element.labels].map(spoken).join(' '));
  if (element.tagName === 'FIELDSET') return tidy(element.querySelector('legend')?.textContent ?? '');
  return NAMED_BY_CONTENT.includes(role(element)) ? tidy([...element.childNodes].map(spoken).join('')) : '';
};

export const description = (element) => texts(element.getAttribute('aria-describedby') ?? '');

export const isShown = (element) => element.checkVisibility() && !element.closest('[aria-hidden="true"]');

// Whether a person can get at it: nothing lies over it and it is not switched off.
export const isInReach = (element) => {
  const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
  return isShown(element) && !element.closest('[inert]') && (!modal || modal.contains(element));
};

export const find = (within, wanted) => [...within.querySelectorAll('*')]
  .filter((element) => role(element) === wanted && isShown(element));

// Block by block: a screen reader stops between two of them.
export const spokenIn = (element) => tidy([...element.querySelectorAll('p, code, li')]
  .filter((block) => !block.closest('[aria-hidden="true"]')).map(spoken).join(' '));

export const words = (element) => tidy(element.innerText ?? '');

// What a screen reader says by itself: the live regions that hold something.
export const announced = () => [...document.querySelectorAll('[role="status"], [role="alert"], [aria-live], output')]
  .filter(isShown).map((region) => tidy(region.textContent)).filter((text) => text !== '');

// A key as a keyboard sends it; gives whether the page let the browser do what it does with it.
export const key = (element, pressed, isComposing) => {
  const event = new KeyboardEvent('keydown', { key: pressed, isComposing, bubbles: true, cancelable: true });
  return element.dispatchEvent(event);
};

// The second click of a double click, as the browser counts it.
export const secondClick = (element) => element.dispatchEvent(new MouseEvent('click', { detail: 2, bubbles: true, cancelable: true }));

// A press on the empty page.
export const pressNothing = () => {
  document.body.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true }));
  document.activeElement.blur();
};

// The pointer comes into all that an element is in, or goes from it.
export const point = (element, name) => {
  for (let at = element; at; at = at.parentElement) at.dispatchEvent(new PointerEvent(name));
};

export const input = (element, data) => element.dispatchEvent(new InputEvent('input', { data, inputType: 'insertText', bubbles: true }));

// Escape in an open dialog, where no key was held back.
export const cancel = (dialog) => {
  if (dialog.dispatchEvent(new Event('cancel', { cancelable: true }))) dialog.close();
};

// The static page, for the program to fill: its frame as `index.html` has it.
export const frame = (html) => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  return document.importNode(page.querySelector('.frame'), true);
};

// What the boot script would have left: no texts but the English ones, at the root of the host.
const keptIn = (storage) => ({
  get: (name) => storage.getItem(name) ?? undefined,
  set: (name, value) => { if (value) storage.setItem(name, value); else storage.removeItem(name); },
  forget: (start) => { for (const name of Object.keys(storage)) if (name.startsWith(start)) storage.removeItem(name); },
});
let steps = 0;
export const portal = () => {
  globalThis.portal = {
    base: '', locale: 'en-US', device: keptIn(localStorage), tab: keptIn(sessionStorage), text: () => undefined,
    takeForm: () => false, checkNetwork: () => {}, pause: () => Promise.resolve(),
    loadTexts: () => Promise.resolve(), loadDeferred: () => Promise.resolve(), fail: () => Promise.resolve(),
  };
  steps = 0;
  // counted, because the history's own length ends at 50
  history.pushState = (...step) => {
    steps += 1;
    History.prototype.pushState.apply(history, step);
  };
};
export const stepsBack = () => steps;

// As the browser does it: it asks if the page holds the event back.
export const asksBeforeLeaving = () => !dispatchEvent(new Event('beforeunload', { cancelable: true }));

// The address is another already when the page hears of it.
export const backTo = (address) => {
  history.replaceState(null, '', address);
  dispatchEvent(new PopStateEvent('popstate'));
};

export const kept = () => [location.href, document.title, document.cookie, JSON.stringify(history.state), window.name,
  document.querySelector('[data-stage]').outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join('\n');

const seen = (select) => [...select.options].filter((option) => !option.hidden);
export const options = (select) => JSON.stringify(seen(select).map((option) => [option.label, !option.disabled]));
export const chosen = (select) => select.selectedOptions[0]?.label ?? '';
export const choose = (select, label) => {
  const option = seen(select).find((option) => option.label === label && !option.disabled);
  if (!option) return false;
  select.focus();
  select.value = option.value;
  for (const name of ['input', 'change']) select.dispatchEvent(new Event(name, { bubbles: true }));
  return true;
};

export const textNodes = (element) => {
  const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const nodes = [];
  while (walker.nextNode()) nodes.push(walker.currentNode);
  return nodes;
};
