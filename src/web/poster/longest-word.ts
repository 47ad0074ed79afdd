/** How long the longest word of a title is: large titles shrink until that word fits its line. */

const LEAST = 5;
/** Beyond this a word is broken rather than everything made small. */
const MOST = 16;

export function longestWord(title: string): number {
  const longest = Math.max(...title.split(/[\s-]+/u).map((word) => word.length));
  return Math.min(MOST, Math.max(LEAST, longest));
}
