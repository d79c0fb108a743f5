// The pseudo-locale en-XA: English that can still be read and is not English, a third longer, in
// brackets. What shows without accents is in no message file; what is cut off has too little room.
const PLAIN = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
const ACCENTED = [...'áƀçđéƒğħíĵķłɱñóþɋřšŧúṽŵẋýžÁƁÇĐÉƑĞĦÍĴĶŁṀÑÓÞɊŘŠŦÚṼŴẊÝŽ'];

// Read by the program: words for the letters, which have to begin with them, and their language.
const USED = ['spelling.alphabet', 'spelling.language'];

const accented = (text) => {
  const parts = text.split(/(\{\w+\})/);
  const letters = parts.map((part) => part.startsWith('{') ? part
    : [...part].map((letter) => ACCENTED[PLAIN.indexOf(letter)] ?? letter).join('')).join('');
  const more = Math.ceil(text.length * 0.3);
  return `[${letters}${more ? ` ${'·'.repeat(more)}` : ''}]`;
};

export function pseudo(file) {
  return Object.fromEntries(Object.entries(file).map(([key, value]) => {
    if (typeof value === 'number' || USED.includes(key)) return [key, value];
    if (typeof value === 'string') return [key, accented(value)];
    return [key, Object.fromEntries(Object.entries(value).map(([form, text]) => [form, accented(text)]))];
  }));
}
