// Makes the folder that a static host serves: main.mjs TARGET STAGE FOLDER. STAGE holds what the
// compiler made: app.js (glue), app.wasm and behind.wasm.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { compress, files, zip } from './compress.mjs';
import { hostFiles } from './hosts.mjs';
import { targetOnly, template } from './pages.mjs';
import { tool } from './tools.mjs';
import { manifest, worker } from './install.mjs';
import { routes } from './routes.mjs';
import { copyTexts, texts, withFirstWords } from './words.mjs';

const { build, transformSync } = tool('esbuild');
const [target, stage, folder] = process.argv.slice(2);
const here = dirname(fileURLToPath(import.meta.url));
const root = resolve(here, '../..');
const read = (path) => readFileSync(join(root, path), 'utf8');
// what every browser of the last two years reads
const BROWSERS = ['chrome119', 'firefox121', 'safari17'];

rmSync(folder, { recursive: true, force: true });
mkdirSync(join(folder, 'assets'), { recursive: true });

// ---- assets, each named after its content
const asset = (name, extension, bytes) => {
  const file = `${name}-${createHash('sha256').update(bytes).digest('hex').slice(0, 16)}.${extension}`;
  writeFileSync(join(folder, 'assets', file), bytes);
  return { file, integrity: `sha384-${createHash('sha384').update(bytes).digest('base64')}` };
};

const minifyStyle = (css) => transformSync(css, { loader: 'css', minify: true, target: BROWSERS }).code.trim();
const linked = (text) => [...text.matchAll(/rel="css" href="([^"]+)"/g)].map(([, path]) => read(path)).join('\n');
const index = read('index.html');
const [, firstLinks, restLinks, prototypeLinks] = index.match(/what the first screen needs;?([\s\S]*?)<!-- what is behind sign-in([\s\S]*?)<!-- the prototype's own -->([\s\S]*?)copy-file/i) ?? [];
if (!prototypeLinks) throw new Error('index.html no longer groups its style links as main.mjs reads them');
const style = minifyStyle(linked(firstLinks) + (target === 'prototype' ? linked(prototypeLinks) : ''));

// The link file of wasm-split fetches by itself; the loader does it with integrity and for any type.
const link = join(stage, '__wasm_split.js');
let fetches = 0;
writeFileSync(link, readFileSync(link, 'utf8').replace(
  /const src = fetch\(new URL\("[^"]+", import\.meta\.url\)\);\s*src\.catch\(\(\) => \{\}\);\s*return async \(imports\) => \(WebAssembly\.instantiateStreaming\(src, imports\)\);/g,
  () => { fetches += 1; return "return (imports) => window.portal.instantiate('behind', imports);"; },
));
if (fetches !== 1) throw new Error(`${link} fetches ${fetches} files in the way that main.mjs knows, not 1`);

const bundled = await build({
  stdin: { contents: readFileSync(join(here, 'program.js'), 'utf8'), resolveDir: resolve(stage), sourcefile: 'program.js' },
  bundle: true, write: false, minify: true, format: 'esm', target: BROWSERS, legalComments: 'none',
});
const deferred = await build({
  entryPoints: [join(here, 'deferred/main.js')], define: { TARGET: JSON.stringify(target) },
  bundle: true, write: false, minify: true, format: 'esm', target: BROWSERS, legalComments: 'none',
});
const assets = {
  script: asset('program', 'js', bundled.outputFiles[0].contents),
  program: asset('program', 'wasm', readFileSync(join(stage, 'app.wasm'))),
  behind: asset('behind-sign-in', 'wasm', readFileSync(join(stage, 'behind.wasm'))),
  styles: asset('behind-sign-in', 'css', minifyStyle(linked(restLinks))),
  deferred: asset('deferred', 'js', deferred.outputFiles[0].contents),
};

// ---- pages
const loader = readFileSync(join(here, 'loader.js'), 'utf8');
const locales = join(root, 'public/locales');
const bootScripts = [...index.matchAll(/<script data-trunk src="([^"]+)"/g)].map(([, path]) => read(path)).join('\n');
const english = texts(locales, 'en-US', target);
const known = routes(join(root, 'routes.json'), english);
const place = 'const openRoutes = [];';
if (!bootScripts.includes(place)) throw new Error(`public/boot no longer has "${place}"`);
const open = JSON.stringify(known.filter(({ access }) => access === 'everyone').map(({ path }) => path));
const boot = withFirstWords(bootScripts.replace(place, `const openRoutes = ${open};`), targetOnly(index, target), { locales, target });
const script = transformSync(`${boot}\n${loader}`, {
  minify: true, format: 'iife', target: BROWSERS, define: { ASSETS: JSON.stringify(assets) }, legalComments: 'none',
}).code.trim();
const icon = `data:image/svg+xml,${encodeURIComponent(read('public/icon.svg').trim()).replaceAll('%20', ' ')}`;
// what an open page and a service worker know a release by: whatever changes one of its files changes it
const source = readFileSync(join(here, 'service-worker.js'), 'utf8');
const release = createHash('sha256').update([targetOnly(index, target), style, script, icon, source].join('\0')).digest('hex').slice(0, 12);
const made = template({ file: join(root, 'index.html'), target, style, script, icon, release, texts: english });
const put = (path, text) => {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
};
for (const route of known) {
  const name = route.path.slice(1);
  // with and without a slash at the end, whichever the host makes of a folder
  put(name ? `${name}/index.html` : 'index.html', made.page(route));
  if (name) put(`${name}.html`, made.page(route));
}
put('404.html', made.page({ key: 'routes.not_found', title: english['routes.not_found'] }));

// ---- what the host reads, and what the operator writes
cpSync(join(root, 'public/config.json'), join(folder, 'config.json'));
copyTexts({ locales, target, folder });
cpSync(join(root, 'public/icon.svg'), join(folder, 'icons/icon.svg'));
cpSync(join(root, 'public/icons'), join(folder, 'icons'), { recursive: true });
const paper = read('style/tokens.css').match(/--paper: (#[0-9a-f]+);/)?.[1];
if (!paper) throw new Error('style/tokens.css no longer has --paper');
put('manifest.webmanifest', manifest({ target, texts: english, paper }));
const minifyWorker = (code, define) => transformSync(code, { minify: true, format: 'iife', target: BROWSERS, define, legalComments: 'none' }).code;
const edited = ['config.json', ...files(join(folder, 'locales')).map((path) => `locales/${path}`)];
put('service-worker.js', worker({ source, release, assets, routes: known, edited, minify: minifyWorker }));
for (const [path, text] of Object.entries(hostFiles({ policy: made.policy, target }))) put(path, text);

compress(folder);
zip(folder, `app-password-${basename(folder)}`, `${folder}.zip`);
