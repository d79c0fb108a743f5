// The texts of the page, for the build: what the first paint says in each language, and the files
// that a visitor is served.
import { cpSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pseudo } from './pseudo.mjs';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));

// All texts of one language; those of the prototype, too, where it is that.
export function texts(locales, tag, target) {
  const more = join(locales, 'prototype', `${tag}.json`);
  return {
    ...(target === 'prototype' && existsSync(more) ? json(more) : {}),
    ...json(join(locales, `${tag}.json`)),
  };
}

const tags = (locales) => readdirSync(locales).filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length)).sort();

// The boot scripts with what the static nodes of `html` say in every language but English, which they are
// written in: short, because every visitor gets all of it.
export function withFirstWords(boot, html, { locales, target }) {
  const place = 'const first = { keys: [], texts: {} };';
  if (!boot.includes(place)) throw new Error(`public/boot no longer has "${place}"`);
  const keys = [...new Set([...html.matchAll(/data-words(?:-label)?="([^"]+)"/g)].map(([, key]) => key))];
  const said = tags(locales).filter((tag) => tag !== 'en-US').map((tag) => {
    const all = texts(locales, tag, target);
    return [tag, keys.map((key) => all[key] ?? null)];
  });
  if (target === 'prototype') {
    const all = pseudo(texts(locales, 'en-US', target));
    said.push(['en-XA', keys.map((key) => all[key])]);
  }
  return boot.replace(place, () => `const first = ${JSON.stringify({ keys, texts: Object.fromEntries(said) })};`);
}

// The files as they are served, to be edited there.
export function copyTexts({ locales, target, folder }) {
  mkdirSync(join(folder, 'locales'), { recursive: true });
  for (const tag of tags(locales)) cpSync(join(locales, `${tag}.json`), join(folder, 'locales', `${tag}.json`));
  if (target !== 'prototype') return;
  cpSync(join(locales, 'prototype'), join(folder, 'locales/prototype'), { recursive: true });
  writePseudo(locales, join(folder, 'locales'));
}

// The pseudo-locale, made from the English files.
export function writePseudo(locales, folder) {
  for (const part of ['', 'prototype']) {
    const made = pseudo(json(join(locales, part, 'en-US.json')));
    mkdirSync(join(folder, part), { recursive: true });
    writeFileSync(join(folder, part, 'en-XA.json'), `${JSON.stringify(made, null, 2)}\n`);
  }
}

// By itself, for the development server: words.mjs FOLDER writes the pseudo-locale there.
if (process.argv[1]?.endsWith('words.mjs')) writePseudo('public/locales', join(process.argv[2], 'locales'));
