// Writes a picture so small that it can lie in the repository: `keep.mjs PICTURE FILE`, with a palette.
// The 200 colours that most of the lines and areas have stay as they are. Of the thousands of
// mixtures at the edges of letters the palette holds those that lie farthest apart, so that the others
// have one near them: nearer than compare.mjs sees.
import { readFileSync, writeFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { tool } from '../dist/tools.mjs';

const { PNG } = tool('pngjs');
const FREQUENT = 200;
const SIZE = 256;

/** Of packed colours, 0xrrggbb, to the eye: green counts most, blue least. */
function distance(one, other) {
  const part = (shift) => ((one >> shift) & 255) - ((other >> shift) & 255);
  return 0.3 * part(16) ** 2 + 0.6 * part(8) ** 2 + 0.1 * part(0) ** 2;
}

/** The colours that are kept, and for each colour of the picture the place of the one nearest to it. */
function palette(counts) {
  const colours = [...counts.keys()].sort((one, other) => counts.get(other) - counts.get(one));
  const kept = colours.slice(0, FREQUENT);
  const nearest = new Map(colours.map((colour) => [colour, { place: 0, away: Infinity }]));
  const approach = (place) => {
    for (const [colour, known] of nearest) {
      const away = distance(colour, kept[place]);
      if (away < known.away) Object.assign(known, { place, away });
    }
  };
  kept.forEach((_, place) => approach(place));
  while (kept.length < Math.min(SIZE, colours.length)) {
    const [farthest] = [...nearest].reduce((one, other) => (other[1].away > one[1].away ? other : one));
    kept.push(farthest);
    approach(kept.length - 1);
  }
  return { kept, nearest };
}

/** As PNG has it; Node's own came with 20.15. */
function crc32(bytes) {
  let crc = -1;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return ~crc >>> 0;
}

function chunk(kind, data) {
  const body = Buffer.concat([Buffer.from(kind), data]);
  const whole = Buffer.alloc(body.length + 8);
  whole.writeUInt32BE(data.length);
  body.copy(whole, 4);
  whole.writeUInt32BE(crc32(body), body.length + 4);
  return whole;
}

const [from, to] = process.argv.slice(2);
const { width, height, data } = PNG.sync.read(readFileSync(from));
const pixels = Uint32Array.from({ length: width * height }, (_, at) => data.readUIntBE(4 * at, 3));
const counts = new Map();
const isInside = (pixel, at, step) => pixels[at - step] === pixel && pixels[at + step] === pixel;
pixels.forEach((pixel, at) => {
  const filled = isInside(pixel, at, 1) || isInside(pixel, at, width);
  counts.set(pixel, (counts.get(pixel) ?? 0) + Number(filled));
});
const { kept, nearest } = palette(counts);

const rows = Buffer.alloc(height * (width + 1)); // each begins with the number of its filter: none
pixels.forEach((pixel, at) => {
  rows[at + Math.floor(at / width) + 1] = nearest.get(pixel).place;
});
const head = Buffer.alloc(13);
head.writeUInt32BE(width, 0);
head.writeUInt32BE(height, 4);
head.set([8, 3, 0, 0, 0], 8); // 8 bits, by palette
const colours = Buffer.from(kept.flatMap((colour) => [colour >> 16, (colour >> 8) & 255, colour & 255]));
const signature = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
writeFileSync(
  to,
  Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('PLTE', colours),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]),
);
