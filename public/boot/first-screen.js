// The first screen, until the program takes it over.

// Routes that show the same to everyone; scripts/dist/main.mjs puts them in.
/** @type {string[]} */
const openRoutes = [];

// A hint that is no secret says whether somebody was signed in, or in this tab is on the way there, so that
// they do not see the form for a moment. A link to a scenario opens its screen signed in, and signed out
// where that is the form.
const hint = portal.device.get('signed-in') || portal.tab.get('signed-in');
const opensScenario = isPrototype && query.has('scenario');
if ((opensScenario ? route !== '/' : hint) || openRoutes.includes(route) || root.dataset.unknown !== undefined) {
  root.dataset.first = 'waiting';
  portal.loadTexts();
}

const located = Promise.all([parsed, portal.located]);
located.then(() => {
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-route]'))) {
    link.href = portal.base + link.dataset.route;
  }
});
located.then(() => portal.configuration).then((text) => {
  const { brand } = JSON.parse(text);
  for (const place of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-brand]'))) {
    place.textContent = brand[place.dataset.brand ?? ''];
  }
  const home = /** @type {HTMLElement} */ (document.querySelector('.header__brand'));
  home.removeAttribute('aria-label');
  delete home.dataset.wordsLabel;
}).catch(() => { /* the program says what is wrong with it */ });

// ---- Sent before the program is there: held, then performed; never sent to the static host.
let [isHeld, isTaken] = [false, false];
/** @param {Element} button @param {boolean} on */
const busy = (button, on) => {
  for (const name of ['aria-busy', 'aria-disabled']) {
    if (on) button.setAttribute(name, 'true'); else button.removeAttribute(name);
  }
};
const submitButton = () => document.querySelector('#sign-in button[type="submit"]');
document.addEventListener('submit', (event) => {
  event.preventDefault();
  const button = submitButton();
  if (isTaken || !button || !/** @type {Element} */ (event.target).closest('#sign-in')) return;
  isHeld = true;
  busy(button, true);
}, true);
portal.takeForm = () => {
  isTaken = true;
  apply();
  portal.loadTexts();
  const button = submitButton();
  if (button) busy(button, false);
  const held = isHeld;
  isHeld = false;
  return held;
};

document.addEventListener('click', (event) => {
  if (!(event.target instanceof Element) || !event.target.closest('.skip-link')) return;
  event.preventDefault(); // the address belongs to the router
  const main = /** @type {HTMLElement} */ (document.getElementById('main'));
  main.focus();
  main.scrollIntoView();
});
