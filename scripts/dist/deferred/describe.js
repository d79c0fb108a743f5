// What the browser shows of the page beside it: the manifest by which it is installed, icons, and the
// colour of its own bars. Written here, because only now it is known where the folder lies.
const { base } = window.portal;
const root = document.documentElement;

/** @template {'link' | 'meta'} Tag
 * @param {Tag} tag @param {Partial<HTMLElementTagNameMap[Tag]>} attributes */
const add = (tag, attributes) => {
  const element = Object.assign(document.createElement(tag), attributes);
  document.head.append(element);
  return element;
};

export const describe = () => {
  add('link', { rel: 'manifest', href: `${base}/manifest.webmanifest` });
  add('link', { rel: 'apple-touch-icon', href: `${base}/icons/apple-touch-icon.png` });
  const colour = add('meta', { name: 'theme-color' });
  const follow = () => { colour.content = getComputedStyle(root).backgroundColor; };
  follow();
  new MutationObserver(follow).observe(root, { attributeFilter: ['data-theme', 'data-contrast'] });
};
