/** How alike two films are without any model: rare words of the titles (sequels), genres and era. */

export interface Traits {
  /** Words of the title that say something of the film. */
  words: ReadonlySet<string>;
  genres: ReadonlySet<string>;
  year: number | null;
}

const TITLE = 3;
const GENRES = 2;
const ERA = 1;
/** Years after which the weight of the era has fallen to a third or so. */
const ERA_YEARS = 10;
/** Words that sequels of different films share. */
const NUMBERING = new Set(['part', 'episode', 'vol', 'volume', 'chapter', 'movie', 'film', 's']);

/** The words of a title that tell its kin. */
export function kinWords(words: readonly string[]): Set<string> {
  return new Set(words.filter((word) => !NUMBERING.has(word) && !/^(\d+|[ivx]+)$/.test(word)));
}

/** From 0 to 6. `rarity` is the weight of a word: the rarer in titles, the higher. */
export function likeness(one: Traits, other: Traits, rarity: (word: string) => number): number {
  const words = shared(one.words, other.words, rarity);
  const genres = shared(one.genres, other.genres, () => 1);
  const era =
    one.year === null || other.year === null ? 0 : Math.exp(-Math.abs(one.year - other.year) / ERA_YEARS);
  return TITLE * words + GENRES * genres + ERA * era;
}

/** The weight of what both sets have, as a share of what either has. */
function shared(
  one: ReadonlySet<string>,
  other: ReadonlySet<string>,
  weight: (word: string) => number,
): number {
  let both = 0;
  let either = 0;
  for (const word of one) {
    either += weight(word);
    if (other.has(word)) both += weight(word);
  }
  if (both === 0) return 0;
  for (const word of other) if (!one.has(word)) either += weight(word);
  return both / either;
}
