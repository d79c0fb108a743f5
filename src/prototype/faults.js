// What is wrong with the browser, where the conditions of a scenario say so.

let refused = false;

/** @param {boolean} on */
export function refuse_clipboard(on) {
  /** @type {{ clipboard?: Partial<Clipboard>, permissions?: { query?: Function } }} */
  const { clipboard, permissions } = navigator;
  if (!clipboard || on === refused) return;
  refused = on;
  if (!on) {
    // the browser's own are those of the prototype
    delete clipboard.writeText;
    delete permissions?.query;
    return;
  }
  clipboard.writeText = () => Promise.reject(new DOMException('Refused by the scenario', 'NotAllowedError'));
  const query = permissions?.query?.bind(permissions);
  if (!permissions || !query) return;
  permissions.query = (/** @type {{ name: string }} */ what) => what.name === 'clipboard-write' ? Promise.resolve({ state: 'denied' }) : query(what);
}

/** @param {boolean} on */
export function pretend_offline(on) {
  const { portal } = window;
  if (on === Boolean(portal.pretendsOffline)) return;
  portal.pretendsOffline = on;
  // for what is drawn before the script that says so is here
  if (on) document.documentElement.dataset.offline = '';
  portal.loadDeferred().then(() => portal.checkNetwork());
}
