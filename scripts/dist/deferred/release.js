// Offers a newer release to a page that is open. Nothing reloads by itself: a password may be on the
// screen, or something half typed.
import { barOf, button } from './bar.js';

const { base, say } = window.portal;

// Milliseconds between two looks: when the page comes into sight again, and while it stays there.
const [AGAIN, STAYS] = [60000, 3600000];

// Milliseconds after which it is offered though the browser has no copy of it yet.
const PATIENCE = 10000;

// Has the browser keep the newer one, where it keeps one at all, so that after the reload nothing of
// the older is left, with a network or without.
const keepNewer = async () => {
  const registration = await navigator.serviceWorker?.getRegistration(`${base}/`);
  await registration?.update();
  const coming = registration?.installing ?? registration?.waiting;
  if (!coming) return;
  await new Promise((/** @type {(_?: undefined) => void} */ resolve) => {
    setTimeout(resolve, PATIENCE);
    const settle = () => { if (/activated|redundant/.test(coming.state)) resolve(); };
    coming.addEventListener('statechange', settle);
    settle();
  });
};

// Gives a function that looks for one. It asks for the service worker's file even where there is no
// service worker: its first line names the release, and no copy is ever given for it.
export const watchRelease = () => {
  const bar = barOf('release', 'info', button(say('boot.reload', 'Reload the page'), () => location.reload()));
  let offered = false;
  let looked = 0;
  const look = async () => {
    looked = Date.now();
    const reply = await fetch(`${base}/service-worker.js`, { cache: 'no-cache' });
    const [, release] = (await reply.text()).match(/^\/\/ release (\w+)/) ?? [];
    if (!reply.ok || !release || release === document.documentElement.dataset.release) return;
    await keepNewer().catch(() => {});
    if (!offered) {
      bar.show(['', say('offline.release', 'A newer version of this page is available. '
        + 'Reload when it suits you: anything typed but not sent will be lost.')]);
    }
    offered = true;
  };
  const quietly = () => look().catch(() => { /* no network: another time */ });
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - looked > AGAIN) quietly();
  });
  setInterval(quietly, STAYS);
  return quietly;
};
