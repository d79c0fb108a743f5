// Everything in its place: at the top, all letters here, what moves at its end, and
// what never ends at its beginning.
const done = arguments[0];
scrollTo(0, 0);
for (const part of document.querySelectorAll('dialog')) part.scrollTop = 0;
for (const motion of document.getAnimations()) {
  if (motion.effect?.getComputedTiming().endTime === Infinity) {
    motion.pause();
    motion.currentTime = 0;
  } else {
    motion.finish();
  }
}
document.fonts.ready.then(() => requestAnimationFrame(() => requestAnimationFrame(() => done(0))));
