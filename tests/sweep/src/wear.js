// A theme, by attributes of <html>; no blinking caret; and no room for a scroll bar, which lies over the
// page on a phone.
const html = document.documentElement;
for (const name of ['data-theme', 'data-contrast']) html.removeAttribute(name);
for (const [name, value] of arguments[0]) html.setAttribute(name, value);
const still = new CSSStyleSheet();
still.replaceSync('* { caret-color: transparent !important } html { scrollbar-gutter: auto !important }');
document.adoptedStyleSheets = [still];
