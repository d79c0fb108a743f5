// What is wrong with the browser, where the conditions of a scenario say so.

let refused = false;

export function refuse_clipboard(on) {
  if (!navigator.clipboard || on === refused) return;
  refused = on;
  if (!on) {
    // the browser's own are those of the prototype
    delete navigator.clipboard.writeText;
    delete navigator.permissions?.query;
    return;
  }
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused by the scenario', 'NotAllowedError'));
  if (!navigator.permissions) return;
  const query = navigator.permissions.query.bind(navigator.permissions);
  navigator.permissions.query = (what) => what.name === 'clipboard-write' ? Promise.resolve({ state: 'denied' }) : query(what);
}

export function pretend_offline(on) {
  const { portal } = window;
  if (on === Boolean(portal.pretendsOffline)) return;
  portal.pretendsOffline = on;
  // for what is drawn before the script that says so is here
  if (on) document.documentElement.dataset.offline = '';
  portal.loadDeferred().then(() => portal.checkNetwork());
}
