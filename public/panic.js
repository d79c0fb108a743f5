// Drawn when the page's program has stopped: in plain JavaScript, because nothing of it runs any
// more, and its release build has no panic hook. Nothing of the error is shown: it may hold data.
(() => {
  let shown = false;
  const show = () => {
    if (shown) return;
    shown = true;
    const box = document.createElement('div');
    box.className = 'panic';
    box.setAttribute('role', 'alertdialog');
    box.setAttribute('aria-labelledby', 'panic-title');
    box.setAttribute('aria-describedby', 'panic-words');
    const title = document.createElement('h1');
    title.id = 'panic-title';
    title.textContent = 'This page has stopped working';
    const words = document.createElement('p');
    words.id = 'panic-words';
    words.textContent = 'Your app passwords are safe and keep working. Reload the page to go on. '
      + 'If a new password was on the screen, delete it in the list and create another.';
    const reload = document.createElement('button');
    reload.type = 'button';
    reload.className = 'button button--primary';
    reload.textContent = 'Reload the page';
    reload.addEventListener('click', () => location.reload());
    box.append(title, words, reload);
    // An open modal dialog would lie above and keep the focus; it may hold a password.
    for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
    document.body.append(box);
    reload.focus();
  };
  const fatal = (error) => error instanceof WebAssembly.RuntimeError
    || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
  addEventListener('error', (event) => { if (fatal(event.error)) show(); });
  addEventListener('unhandledrejection', (event) => { if (fatal(event.reason)) show(); });
})();
