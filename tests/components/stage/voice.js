// A device that speaks, in place of the browser's.

let spoken = [];
let voices = [];
let neverEnds = false;
let last;
let device = new EventTarget();

// Which voices it has: two that may not be used, and, if `own`, one that may.
export const speak = (own) => {
  const others = [['far', 'en-US', false], ['foreign', 'fr-FR', true]];
  const all = own ? [...others, ['near', 'en_GB', true]] : others;
  voices = all.map(([name, lang, localService]) => ({ name, lang, localService }));
  device.dispatchEvent(new Event('voiceschanged'));
};

export const install = (slow) => {
  spoken = [];
  neverEnds = slow;
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  device = Object.assign(new EventTarget(), {
    getVoices: () => voices,
    speak(utterance) {
      spoken.push(`${utterance.voice?.name}: ${utterance.text}`);
      last = utterance;
      if (!neverEnds) queueMicrotask(() => utterance.onend?.(new Event('end')));
    },
    cancel() { /* what was said is emptied by the page itself */ },
  });
  Object.defineProperty(window, 'speechSynthesis', { value: device, configurable: true });
};

// Each as `voice: text`.
export const said = () => spoken;
// What the device still has to say.
export const rest = () => last?.text ?? '';
