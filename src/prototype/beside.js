// A modal dialog makes everything outside it inert; a real phone would not be. So while one is open, the
// made-up devices lie inside it, and afterwards beside the page again.
export function follow_dialogs() {
  const beside = /** @type {HTMLElement} */ (document.getElementById('beside'));
  const home = document.createComment('the made-up devices');
  beside.before(home);
  const openDialog = () => [...document.querySelectorAll('dialog:modal')].at(-1);
  const place = () => {
    const dialog = openDialog();
    if (dialog ? beside.parentElement === dialog : beside.previousSibling === home) return;
    const { scrollTop } = beside;
    if (dialog) dialog.append(beside); else home.after(beside);
    // inside `main` it cannot be a landmark beside it
    if (dialog) beside.setAttribute('role', 'region'); else beside.removeAttribute('role');
    beside.scrollTop = scrollTop;
  };
  const settle = () => {
    // a dialog that still moves would carry them with it
    const arrivals = openDialog()?.getAnimations() ?? [];
    Promise.allSettled(arrivals.map((arrival) => arrival.finished)).then(place);
  };
  new MutationObserver(settle).observe(document.body, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['open'],
  });
  settle();
}
