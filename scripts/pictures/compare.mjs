// Two pictures held against each other as an eye would: `compare.mjs OLD NEW DIFFERENCE` prints how many
// pixels differ to see where it is worst, in a square of 24 by 24, and draws all that do in red.
//
// Every version of a browser smooths the edges of letters in its own way: of those, a few differ in
// every square. A word, a line or an area differs in one place as a whole.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { tool } from '../dist/tools.mjs';

const { PNG } = tool('pngjs');
const { default: pixelmatch } = await import(pathToFileURL(tool.resolve('pixelmatch')));

// Of 1: what differs less is taken for the same colour. Pixels that look smoothed are left out by
// pixelmatch, too (Kotsarenko and Ramos, "Measuring perceived color difference using YIQ NTSC
// transmission color space"; Vyšniauskas, "Anti-aliased Pixel and Intensity Slope Detector").
const THRESHOLD = 0.1;
// Of 255, in any channel: lines and areas have exactly their colour in every browser, but for shadows.
const STEPS = 6;
// So many pixels of one colour to either side make a line or an area.
const RUN = 8;
const SQUARE = 24;
const RED = [255, 0, 0, 255];

/** On a canvas of this size; what the picture leaves free stays transparent, and differs. */
function laid(picture, width, height) {
  if (picture.width === width && picture.height === height) return picture.data;
  const canvas = new PNG({ width, height });
  PNG.bitblt(picture, canvas, 0, 0, picture.width, picture.height, 0, 0);
  return canvas.data;
}

/** Draws lines and areas whose colour is another, however little. */
function recoloured(before, after, width, drawn) {
  const [one, other] = [before, after].map((bytes) => new Uint32Array(bytes.buffer, bytes.byteOffset, bytes.length / 4));
  const along = (colours, at, step) => {
    for (let far = -RUN; far <= RUN; far += 1) {
      if ((colours[at + far * step] ?? colours[at]) !== colours[at]) return false;
    }
    return true;
  };
  const runs = (at) => [1, width].some((step) => along(one, at, step) && along(other, at, step));
  const off = (at) => [0, 1, 2].some((channel) => Math.abs(before[4 * at + channel] - after[4 * at + channel]) > STEPS);
  for (let at = 0; at < one.length; at += 1) {
    if (one[at] !== other[at] && off(at) && runs(at)) drawn.set(RED, 4 * at);
  }
}

/** How many are red in the square that has most. The squares lie in steps of half their size. */
function worst(drawn, width, height) {
  const half = SQUARE / 2;
  const columns = Math.ceil(width / half) + 1;
  const counts = new Uint16Array(columns * (Math.ceil(height / half) + 1));
  for (let at = 0; at < width * height; at += 1) {
    if (!RED.every((value, channel) => drawn[4 * at + channel] === value)) continue;
    const [column, row] = [Math.floor((at % width) / half), Math.floor(at / width / half)];
    for (const square of [0, 1, columns, columns + 1]) counts[row * columns + column + square] += 1;
  }
  return counts.reduce((most, count) => Math.max(most, count), 0);
}

const [oldPath, newPath, differencePath] = process.argv.slice(2);
const pictures = [oldPath, newPath].map((path) => PNG.sync.read(readFileSync(path)));
const [width, height] = ['width', 'height'].map((side) => Math.max(...pictures.map((picture) => picture[side])));
const [before, after] = pictures.map((picture) => laid(picture, width, height));
const difference = new PNG({ width, height });
pixelmatch(before, after, difference.data, width, height, { threshold: THRESHOLD, alpha: 0.25 });
recoloured(before, after, width, difference.data);
writeFileSync(differencePath, PNG.sync.write(difference));
console.log(worst(difference.data, width, height));
