/** Words of titles and queries: accents folded, case dropped, the little words of English and French told apart. */

/** Letters that do not fall apart into a base letter and an accent. */
const LIGATURES: Record<string, string> = {
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ß: 'ss',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
};

/** Articles and their like: a title is found without them, and ranked without them. */
const STOP_WORDS: ReadonlySet<string> = new Set('the a an of and le la les l un une des du de d'.split(' '));

const ROMAN_NUMERALS: Record<string, string> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
  xi: '11',
  xii: '12',
  xiii: '13',
};

/** Lower case without accents: `Amélie` and `AMELIE` are one. */
export function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[æœøßłđðþ]/g, (letter) => LIGATURES[letter] ?? letter)
    .replaceAll('&', ' and ');
}

/** The words of a text as they are written, in order: `Spider-Man` is two, `E.T.` one. */
export function wordsOf(text: string): string[] {
  return compoundsOf(text).flatMap((parts) => (isInitials(parts) ? [parts.join('')] : parts));
}

/** Everything a title can be found by: its words, compounds written as one, Roman numerals as digits. */
export function indexedWordsOf(text: string): string[] {
  const words = compoundsOf(text).flatMap((parts) =>
    parts.length === 1 ? parts : isInitials(parts) ? [parts.join('')] : [...parts, parts.join('')],
  );
  return words.flatMap((word) => (word in ROMAN_NUMERALS ? [word, digitsOf(word)] : [word]));
}

/** Without articles and their like; all of the words when there is nothing else. */
export function significant(words: readonly string[]): readonly string[] {
  const rest = words.filter((word) => !STOP_WORDS.has(word));
  return rest.length === 0 ? words : rest;
}

export function isStopWord(word: string): boolean {
  return STOP_WORDS.has(word);
}

/** Words run together, numerals as digits: equal for any two ways to write one title. */
export function compact(words: readonly string[]): string {
  return words.map(digitsOf).join('');
}

function digitsOf(word: string): string {
  return ROMAN_NUMERALS[word] ?? word;
}

/** The text's compounds (what no space parts), each as its parts. */
function compoundsOf(text: string): string[][] {
  return fold(text)
    .split(/\s+/)
    .map((compound) => compound.match(/[\p{L}\p{N}]+/gu) ?? [])
    .filter((parts) => parts.length > 0);
}

function isInitials(parts: readonly string[]): boolean {
  return parts.length > 1 && parts.every((part) => part.length === 1);
}
