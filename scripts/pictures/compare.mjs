// Two pictures held against each other as an eye would: `compare.mjs OLD NEW DIFFERENCE` prints how many
// pixels differ to see, and draws them in red. Pixels at the edge of a letter, which every version of a browser
// smooths in its own way, do not count (pixelmatch: Kotsarenko and Ramos, "Measuring perceived color
// difference using YIQ NTSC transmission color space"; Vyšniauskas, "Anti-aliased Pixel and Intensity
// Slope Detector").
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tool } from '../dist/tools.mjs';

const { PNG } = tool('pngjs');
const { default: pixelmatch } = await import(pathToFileURL(tool.resolve('pixelmatch')));

// of 1: what differs less is taken for the same colour; 5 of 255 steps of grey are seen
const THRESHOLD = 0.02;

// of 255, in any channel: an area of one colour has that colour in every browser, but for shadows
const STEPS = 6;

/** On a canvas of this size; what the picture leaves free stays transparent, and differs. */
function laid(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture.data;
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas.data;
}

const [oldPath, newPath, differencePath] = process.argv.slice(2);
const [before, after] = [oldPath, newPath].map((path) => PNG.sync.read(readFileSync(path)));
const width = Math.max(before.width, after.width);
const height = Math.max(before.height, after.height);
const difference = new PNG({ width, height });
const pixels = pixelmatch(laid(before, width, height), laid(after, width, height), difference.data, width, height, {
  threshold: THRESHOLD,
  alpha: 0.25,
});

/** Whether the pixel at `at` lies in an area of one colour. */
const flat = (colours, at) =>
  [-1, 1, -width, width].every((step) => colours[at] === (colours[at + step] ?? colours[at]));
/** Areas whose colour changed by less than the eye sees at an edge; drawn, too. */
function areas(old, now) {
  const [before, after] = [old, now].map((bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, width * height));
  let count = 0;
  for (let at = 0; at < before.length; at += 1) {
    if (before[at] === after[at]) continue;
    const off = [0, 1, 2].some((channel) => Math.abs(old[4 * at + channel] - now[4 * at + channel]) > STEPS);
    if (!off || !flat(before, at) || !flat(after, at)) continue;
    difference.data.set([255, 0, 0, 255], 4 * at);
    count += 1;
  }
  return count;
}
const changed = areas(laid(before, width, height), laid(after, width, height));
writeFileSync(differencePath, PNG.sync.write(difference));
console.log(Math.max(pixels, changed));
