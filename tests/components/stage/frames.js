// Turns and frames of the browser. A frame is drawn when a test settles, so that no test waits for one.

let frames = new Map();
let last = 0;

const ask = (run) => {
  frames.set(++last, run);
  return last;
};
const drop = (number) => { frames.delete(number); };

// From now on; what an earlier test left behind is never drawn.
export const hold = () => {
  frames = new Map();
  Object.assign(globalThis, {
    requestAnimationFrame: ask, cancelAnimationFrame: drop, requestIdleCallback: ask, cancelIdleCallback: drop,
  });
};

// One turn of the browser: all that is ready has run after it.
export const turn = () => new Promise((resolve) => {
  const { port1, port2 } = new MessageChannel();
  port1.onmessage = resolve;
  port2.postMessage(null);
});

// Draws a frame; gives whether anything waited for it.
export const draw = () => {
  const waiting = frames;
  frames = new Map();
  for (const run of waiting.values()) run(performance.now());
  return waiting.size > 0;
};
