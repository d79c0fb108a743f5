// A quiet bar at the lower edge of the page. It comes after everything else, so nothing moves when it
// does, and stays in sight. What it says is read out once.
const portal = window.portal;
const root = document.documentElement;

/** @param {string} tag @param {Record<string, string>} attributes @param {Node[]} children */
const made = (tag, attributes, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
};

/** @param {string} name */
const icon = (name) => {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  for (const [attribute, value] of Object.entries({ class: 'icon', 'aria-hidden': 'true', focusable: 'false', viewBox: '0 0 24 24' })) {
    svg.setAttribute(attribute, value);
  }
  const use = document.createElementNS('http://www.w3.org/2000/svg', 'use');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
};

/** @type {HTMLElement | undefined} */
let bars;
const allBars = () => {
  if (bars) return bars;
  const place = bars = made('div', { class: 'bars' });
  document.querySelector('.frame__page')?.append(place);
  // what takes the focus is scrolled clear of it, and the bar of an undo stands above it
  new ResizeObserver(() => root.style.setProperty('--bars', `${place.offsetHeight}px`)).observe(place);
  return place;
};

/** A paragraph: its class, and what it says.
 * @typedef {[string, Said]} Paragraph */

/** One bar. Its live region is there from the start: one that appears together with its text is not
 * read by every screen reader.
 * @param {string} kind @param {string} symbol @param {HTMLElement} [button] */
export const barOf = (kind, symbol, button) => {
  const words = made('div', { role: 'status', class: 'bar__words' });
  const bar = made('div', { class: 'visually-hidden' }, words);
  /** @type {object | undefined} */
  let shown;
  allBars().append(bar);
  /** @param {Paragraph[]} paragraphs */
  const say = (paragraphs) => words.replaceChildren(...paragraphs.map(([className, said]) => {
    const paragraph = made('p', { class: className });
    portal.put(paragraph, said);
    return paragraph;
  }));
  return {
    /** The styles come with those of the screens; without them it is plain, and says the same.
     * @param {Paragraph[]} paragraphs */
    show: async (...paragraphs) => {
      const mine = shown = {};
      await portal.loadStyles().catch(() => {});
      if (shown !== mine) return;
      bar.className = `bar bar--${kind}`;
      bar.prepend(icon(symbol));
      if (button) bar.append(button);
      say(paragraphs);
      portal.loadTexts();
    },
    /** Takes it away; `said` is still read out.
     * @param {Said} [said] */
    hide: (said) => {
      shown = undefined;
      bar.className = 'visually-hidden';
      bar.replaceChildren(words);
      say(said ? [['', said]] : []);
    },
  };
};

/** A button of the bar.
 * @param {Said} said @param {() => void} press */
export const button = (said, press) => {
  const label = made('span', { class: 'button__words' });
  portal.put(label, said);
  const element = made('button', { type: 'button', class: 'button button--secondary' }, label);
  element.addEventListener('click', press);
  return element;
};
