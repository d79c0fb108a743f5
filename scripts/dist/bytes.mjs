// Which crate, which module and which function costs how many bytes: bytes.mjs FILE.wasm, with names.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const bytes = readFileSync(process.argv[2]);
let at = 8;
const number = () => {
  let [value, shift, byte] = [0, 0, 0];
  do { byte = bytes[at++]; value += (byte & 127) * 2 ** shift; shift += 7; } while (byte & 128);
  return value;
};
const text = () => { const length = number(); at += length; return bytes.toString('utf8', at - length, at); };
const limits = () => { const flags = bytes[at++]; number(); if (flags & 1) number(); };

let imported = 0;
let data = 0;
const sizes = [];
const names = new Map();
while (at < bytes.length) {
  const section = bytes[at++];
  const end = number() + at;
  if (section === 2) {
    for (let count = number(); count > 0; count -= 1) {
      text(); text();
      const kind = bytes[at++];
      if (kind === 0) { number(); imported += 1; } else if (kind === 1) { at += 1; limits(); } else if (kind === 2) limits(); else at += 2;
    }
  } else if (section === 10) {
    for (let count = number(); count > 0; count -= 1) { const size = number(); sizes.push(size); at += size; }
  } else if (section === 11) data = end - at;
  else if (section === 0 && text() === 'name') {
    while (at < end) {
      const kind = bytes[at++];
      const stop = number() + at;
      if (kind === 1) for (let count = number(); count > 0; count -= 1) { const index = number(); names.set(index, text()); }
      at = stop;
    }
  }
  at = end;
}
if (names.size === 0) throw new Error(`${process.argv[2]} has no names`);
const mangled = sizes.map((_, index) => names.get(imported + index) ?? 'unknown');
const clear = execFileSync('rustfilt', { input: mangled.join('\n'), encoding: 'utf8', maxBuffer: 1 << 28 }).split('\n');
const functions = sizes.map((size, index) => [size, clear[index].replace(/\[[0-9a-f]+\]/g, '')]);

const table = (title, key, most) => {
  const sums = new Map();
  for (const [size, name] of functions) {
    const group = key(name);
    if (group) sums.set(group, (sums.get(group) ?? 0) + size);
  }
  console.log(`\n${title}`);
  for (const [group, size] of [...sums].sort((one, other) => other[1] - one[1]).slice(0, most)) {
    console.log(`${String(size).padStart(8)}  ${group}`);
  }
};
const own = /app_password_portal::((?:screens|ui|api|prototype)::\w+|\w+)/;
console.log(`${functions.length} functions, ${sizes.reduce((sum, size) => sum + size, 0)} bytes of code, ${data} of data`);
table('crate', (name) => name.match(/([a-z_][a-z_0-9]*)::/)?.[1] ?? 'other', 25);
table('module of the page, generic code made for it included', (name) => name.match(own)?.[1], 40);
console.log('\nlargest functions');
for (const [size, name] of functions.sort((one, other) => other[0] - one[0]).slice(0, 25)) {
  console.log(`${String(size).padStart(8)}  ${name.slice(0, 150)}`);
}
