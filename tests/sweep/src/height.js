// The height at which nothing has to be scrolled. Behind a modal dialog the page may be as long as it
// likes: the dialog alone is made room for.
const over = (part) => Math.max(0, part.scrollHeight - part.clientHeight);
const scrolls = (part) => ['auto', 'scroll'].includes(getComputedStyle(part).overflowY);
const modal = [...document.querySelectorAll('dialog:modal')].at(-1);
const inside = [...(modal ?? document.body).querySelectorAll('*')].filter(scrolls);
return Math.ceil(innerHeight + Math.max(...[modal ?? document.scrollingElement, ...inside].map(over)));
