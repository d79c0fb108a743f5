// What makes a release installable: its manifest, and the service worker that keeps a copy of it.

const PICTURES = [
  { src: 'icons/icon.svg', type: 'image/svg+xml', sizes: 'any' },
  { src: 'icons/icon-192.png', type: 'image/png', sizes: '192x192' },
  { src: 'icons/icon-512.png', type: 'image/png', sizes: '512x512' },
  { src: 'icons/icon-maskable-512.png', type: 'image/png', sizes: '512x512', purpose: 'maskable' },
];

// Everything in it is relative to the file itself, so that the folder can lie under any path. The
// operator may edit it; its name is not the brand's, which is known at run time only. `paper` is the page's
// own ground in the light theme: a manifest has one colour, and the page names the one of its theme when it
// is open.
export const manifest = ({ target, texts, paper }) => {
  const name = texts['routes.app_passwords'];
  return `${JSON.stringify({
    name: target === 'prototype' ? `${name} (${texts['banner.label']})` : name,
    short_name: name,
    lang: 'en-US',
    id: './',
    start_url: './',
    scope: './',
    display: 'standalone',
    background_color: paper,
    theme_color: paper,
    icons: PICTURES,
  }, null, 2)}\n`;
};

// The file begins with the release's name, which open pages look for.
export const worker = ({ source, release, assets, routes, edited, minify }) => `// release ${release}\n${minify(source, {
  RELEASE: JSON.stringify(release),
  ASSETS: JSON.stringify(Object.values(assets)),
  PAGES: JSON.stringify(Object.fromEntries(routes.map(({ path, key, title }) => [path, [key, title]]))),
  EDITED: JSON.stringify(edited),
})}`;
