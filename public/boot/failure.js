// The program cannot be had, or has stopped. Nothing of an error is shown: it may hold data.
let shown = false;
/** @param {Said} title @param {Said} words @param {boolean} cover */
const show = (title, words, cover) => {
  if (shown) return;
  shown = true;
  const box = document.createElement(cover ? 'div' : 'section');
  box.className = cover ? 'panic' : 'card no-program';
  box.setAttribute('role', 'alertdialog');
  box.setAttribute('aria-labelledby', 'panic-title');
  box.setAttribute('aria-describedby', 'panic-words');
  const heading = document.createElement('h1');
  heading.id = 'panic-title';
  put(heading, title);
  const text = document.createElement('p');
  text.id = 'panic-words';
  put(text, words);
  const again = document.createElement('button');
  again.type = 'button';
  again.className = 'button button--primary';
  put(again, cover ? say('boot.reload', 'Reload the page') : say('common.try_again', 'Try again'));
  again.addEventListener('click', () => location.reload());
  box.append(heading, text, again);
  if (cover) {
    // An open modal dialog would lie above and keep the focus; it may hold a password.
    for (const dialog of document.querySelectorAll('dialog')) dialog.remove();
    for (const part of /** @type {Iterable<HTMLElement>} */ (document.body.children)) part.inert = true;
    document.body.append(box);
  } else {
    document.getElementById('waiting')?.remove();
    const button = submitButton();
    if (button) busy(button, false);
    document.getElementById('main')?.prepend(box);
  }
  again.focus();
  root.dataset.ready = ''; // it answers, without the program
  portal.loadTexts();
};
const stopped = () => show(say('boot.stopped_title', 'This page has stopped working'),
  say('boot.stopped', 'Your app passwords are safe and keep working. Reload the page to continue. '
  + 'If a new password was on the screen, delete it from the list and create another.'), true);
portal.fail = (words) => Promise.all([parsed, portal.unlessLeft()])
  .then(() => show(say('boot.missing_title', 'This page did not load completely'), words, false));
/** @param {unknown} error */
const isFatal = (error) => error instanceof WebAssembly.RuntimeError
  || error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
addEventListener('error', (event) => { if (isFatal(event.error)) stopped(); });
addEventListener('unhandledrejection', (event) => { if (isFatal(event.reason)) stopped(); });
