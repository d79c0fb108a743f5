// One HTML file per route from index.html: its title, its styles and its loader inline, because the
// first paint waits for nothing else.
import { readFileSync } from 'node:fs';
import { contentSecurityPolicy } from './policy.mjs';

const between = (text, from, to, put) => {
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start < 0 || end < start) throw new Error(`index.html has no "${from}" before "${to}"`);
  return text.slice(0, start) + put + text.slice(end + to.length);
};

const part = (html, name, keep) => {
  let left = html;
  const [open, close] = [`<!-- ${name} -->`, `<!-- /${name} -->`];
  while (left.includes(open)) {
    const inner = left.slice(left.indexOf(open) + open.length, left.indexOf(close));
    left = between(left, open, close, keep ? inner : '');
  }
  return left;
};

// Lines hold nothing that layout needs: between two tags a line break and its indent go.
const compact = (html) => html.replace(/<!--(?!\/?(?:prototype|development)).*?-->/gs, '')
  .replace(/\n\s*/g, '\n').replace(/>\n(?=<)/g, '>').trim() + '\n';

// What stands in the page of a screen behind sign-in while the screen is on its way, where it will
// stand: its title, and of the one that people bookmark what it is for. In another language it is seen
// when its words are here (style/ui/loading.css).
const coming = (path, key, texts) => {
  const words = (tag, key, name = 'coming') => `<${tag} class="${name}" data-words="${key}">${texts[key]}</${tag}>`;
  if (!path || path === '/') return ''; // whoever opens these is led on
  const tabs = ['verification', 'app_passwords'].map((tab) => words('span', `security.tab_${tab}`, 'coming__tab')).join('');
  const intro = path === '/security/app-passwords'
    ? `<div class="coming coming__tabs" aria-hidden="true">${tabs}</div>${words('p', 'app_passwords.intro')}` : '';
  return words('h1', key) + intro;
};

// The page of one target.
export const targetOnly = (html, target) => part(html, 'prototype', target === 'prototype');

export function template({ file, target, style, script, icon, release, texts }) {
  const html = targetOnly(readFileSync(file, 'utf8'), target);
  const named = '<title data-words="routes.sign_in">Sign in</title>';
  if (!html.includes(named)) throw new Error(`index.html has no ${named}`);
  const waiting = '<div id="waiting">';
  if (!html.includes(waiting)) throw new Error(`index.html has no ${waiting}`);
  const policy = (connect) => contentSecurityPolicy({ scripts: [script], styles: [style], connect });
  // In production the page itself allows every API: config.json says at run time where it is. The host's
  // header narrows that down.
  const head = `<meta http-equiv="Content-Security-Policy" content="${policy(target === 'prototype' ? "'self'" : '*')}">`
    + `<link rel="icon" href="${icon}">`
    + `<style>${style}</style><script>${script}</script>`;
  const whole = between(html, '<!-- development', '<!-- /development -->', 'HEAD');
  const [before, after] = compact(whole).split('HEAD');
  return {
    policy,
    page: ({ path, key, title }) => `${before.replace(named, `<title data-words="${key}">${title}</title>`)
      .replace('<html ', `<html data-release="${release}" ${path ? `data-route="${path}"` : 'data-unknown'} `)}${head}${after.replace(waiting, waiting + coming(path, key, texts))}`,
  };
}
