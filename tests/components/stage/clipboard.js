// A clipboard that does what a test says, in place of the browser's.

let written = [];
let allow = () => {};

const put = (object, name, value) => Object.defineProperty(object, name, { value, configurable: true });

const error = (name) => Promise.reject(new DOMException('', name));
const kinds = {
  granted: (text) => { written.push(text); return Promise.resolve(); },
  asks: (text) => new Promise((resolve) => { allow = () => { written.push(text); resolve(); }; }),
  refused: () => error('NotAllowedError'),
  dismissed: () => error('NotAllowedError'),
  fails: () => error('DataError'),
  throws: () => { throw new DOMException('', 'SecurityError'); },
  nothing: () => undefined,
};

export const clipboard = (kind) => {
  written = [];
  put(navigator, 'clipboard', kind === 'missing' ? undefined : { writeText: kinds[kind] });
  put(navigator, 'permissions', { query: () => Promise.resolve({ state: kind === 'dismissed' ? 'prompt' : 'denied' }) });
  document.execCommand = () => false;
};
// The older command: whether the browser says that it copied.
export const olderCommand = (works) => { document.execCommand = () => works; };
export const granted = () => { allow(); };
export const onClipboard = () => written.at(-1) ?? '';

// The keyboard's copy, of what is selected.
export const copyByHand = () => {
  const event = new Event('copy', { bubbles: true, cancelable: true });
  let put = String(getSelection());
  Object.defineProperty(event, 'clipboardData', { value: { setData: (format, text) => { put = text; } } });
  document.body.dispatchEvent(event);
  return event.defaultPrevented ? put : String(getSelection());
};
// Of the nodes: what a browser makes of a selection as text hangs on the layout.
export const selected = () => getSelection().rangeCount ? getSelection().getRangeAt(0).toString().replace(/\s+/g, '') : '';
export const selectPart = (text) => {
  const walker = document.createTreeWalker(document.querySelector('dialog:modal'), NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    if (walker.currentNode.data === text) getSelection().selectAllChildren(walker.currentNode.parentNode);
  }
};
