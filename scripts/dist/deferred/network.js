// Says that there is no network, and that it is back.
import { barOf } from './bar.js';

const { base, say } = window.portal;
const root = document.documentElement;

// Milliseconds between two looks whether it is back: soon at first, then ever more rarely.
const [SOON, RARELY] = [1000, 30000];
// Milliseconds after which a look has failed.
const PATIENCE = 5000;

// A scenario of the prototype may ask for it.
const pretends = () => TARGET === 'prototype' && window.portal.pretendsOffline;

// Whether the host answers, whatever it says, be it that one has to sign in to a proxy before it.
// HEAD, because that is never answered by a copy.
const answers = async () => !pretends() && fetch(`${base}/config.json`, {
  method: 'HEAD', cache: 'no-store', redirect: 'manual', signal: AbortSignal.timeout(PATIENCE),
}).then(() => true, () => false);

/** @param {() => void} look looks for a newer release */
export const watchNetwork = (look) => {
  const bar = barOf('offline', 'warning');
  let lost = false;
  /** @type {ReturnType<typeof setTimeout> | undefined} */
  let timer;
  /** @param {number} wait */
  const next = (wait) => {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      if (await answers()) found();
      else if (lost) next(Math.min(wait * 2, RARELY));
    }, wait);
  };
  const lose = () => {
    next(SOON);
    if (lost) return;
    lost = true;
    root.dataset.offline = '';
    bar.show(
      ['bar__title', say('offline.title', 'There is no network connection.')],
      ['', TARGET === 'prototype' && !pretends()
        ? say('offline.prototype', 'This prototype does not need one: its portal runs inside this page, so everything keeps working.')
        : say('offline.words', 'Nothing can be loaded, sent or changed right now. Your app passwords are safe and keep working. '
          + 'This page will continue automatically when you\'re back online.')],
    );
    dispatchEvent(new Event('lost'));
  };
  const found = () => {
    clearTimeout(timer);
    if (!lost) return;
    lost = false;
    delete root.dataset.offline;
    bar.hide(say('offline.back', 'You\'re back online.'));
    dispatchEvent(new Event('found'));
    look(); // what was opened meanwhile was a copy
  };
  // Something did not arrive: is it the network, or was the page renewed?
  window.portal.checkNetwork = async () => {
    if (!await answers()) lose();
    else if (lost) found();
    else look();
  };
  addEventListener('offline', lose);
  addEventListener('online', () => { if (lost) next(0); });
  document.addEventListener('visibilitychange', () => { if (lost && !document.hidden) next(0); });
  // opened from the copy, or fetched because the network went away
  if (root.dataset.offline !== undefined || !navigator.onLine) lose();
};
