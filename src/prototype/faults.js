// What is wrong with the browser, where a scenario asks for it.
let before;
export function refuse_clipboard() {
  if (!navigator.clipboard || before) return;
  before = navigator.clipboard.writeText;
  navigator.clipboard.writeText = () => Promise.reject(new DOMException('Refused by the scenario', 'NotAllowedError'));
  if (navigator.permissions) {
    const query = navigator.permissions.query.bind(navigator.permissions);
    navigator.permissions.query = (what) => what.name === 'clipboard-write' && before ? Promise.resolve({ state: 'denied' }) : query(what);
  }
}
export function allow_clipboard() {
  if (before) { delete navigator.clipboard.writeText; before = undefined; }
}
export function pretend_offline(on) {
  portal.pretendsOffline = on;
  // what is drawn before the script that says so is here
  if (on) document.documentElement.dataset.offline = '';
  portal.later?.().then(() => portal.lost?.());
}
