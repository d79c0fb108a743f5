// A slow network answers after 4 seconds or more; a picture of what is shown until then needs them not
// to end. What comes sooner, such as the word that it is still working, comes.
globalThis.held = name === 'hold';
name = '';
const later = globalThis.setTimeout;
globalThis.setTimeout = (work, delay, ...rest) =>
  later(() => {
    if (!(globalThis.held && delay >= 3500)) work(...rest);
  }, delay);
