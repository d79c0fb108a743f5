// Beside each file its Brotli and its gzip, for hosts that send those; and the folder as one zip.
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { tool } from './tools.mjs';

const { zipSync } = tool('fflate');

export const brotli = (bytes) => brotliCompressSync(bytes, {
  params: {
    [constants.BROTLI_PARAM_QUALITY]: 11,
    [constants.BROTLI_PARAM_LGWIN]: 24,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  },
});

export function files(folder, below = '') {
  return readdirSync(join(folder, below)).sort().flatMap((name) => {
    const path = below ? `${below}/${name}` : name;
    return statSync(join(folder, path)).isDirectory() ? files(folder, path) : [path];
  });
}

export function compress(folder) {
  for (const path of files(folder).filter((path) => /\.(html|js|css|wasm|svg|json)$/.test(path))) {
    // what an operator edits must not have an older copy beside it
    if (path === 'config.json' || path.startsWith('locales/')) continue;
    const bytes = readFileSync(join(folder, path));
    writeFileSync(join(folder, `${path}.br`), brotli(bytes));
    writeFileSync(join(folder, `${path}.gz`), gzipSync(bytes, { level: 9 }));
  }
}

export function zip(folder, name, file) {
  // the same moment in every entry: the same source gives the same bytes
  const mtime = new Date('1980-01-02T00:00:00Z');
  const entries = Object.fromEntries(files(folder)
    .map((path) => [`${name}/${path}`, [readFileSync(join(folder, path)), { mtime, level: 9 }]]));
  writeFileSync(file, zipSync(entries));
}
