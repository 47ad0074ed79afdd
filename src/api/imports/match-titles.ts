/** Finds the films of a catalogue that a title and a year mean: surely, perhaps, or not at all. */
import { distance } from 'fastest-levenshtein';
import type { MovieSummary } from '../../store/store.ts';

export type Match =
  | { kind: 'sure'; movie: MovieSummary }
  /** The likeliest first; none of them is beyond doubt. */
  | { kind: 'doubtful'; movies: MovieSummary[] }
  | { kind: 'none' };

export interface Wanted {
  title: string;
  originalTitle: string | null;
  year: number | null;
}

/** Of different sources the years of one film may differ so much: a festival is earlier than a release. */
const YEARS_APART = 1;
/** A title may differ by this share of its letters and still be a guess worth confirming. */
const LETTERS_APART = 0.2;
const MOST_GUESSES = 3;

const ARTICLE = /^(the|a|an|le|la|les|l|un|une|il|lo|i|gli|der|die|das|el|los|las|o|os|as) /;

/** A title without case, accents, punctuation and its first article, with `and` for `&`. */
export function titleKey(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('&', ' and ')
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return plain.replace(ARTICLE, '') || plain;
}

/** `City of Lost Children (La Cité des enfants perdus)` goes by both names, and by the whole. */
function keysOf(title: string): Set<string> {
  const parts = [title, title.replace(/\s*\([^()]*\)/g, ''), ...title.matchAll(/\(([^()]*)\)/g)];
  const names = parts.map((part) => titleKey(typeof part === 'string' ? part : (part[1] ?? '')));
  return new Set(names.filter((name) => name !== ''));
}

/** A function that finds films of these. */
export function createTitleMatcher(movies: readonly MovieSummary[]): (wanted: Wanted) => Match {
  const byKey = new Map<string, MovieSummary[]>();
  const byYear = new Map<number, { key: string; movie: MovieSummary }[]>();
  for (const movie of movies) {
    for (const key of keysOf(movie.title)) {
      byKey.set(key, [...(byKey.get(key) ?? []), movie]);
      if (movie.year === null) continue;
      const ofYear = byYear.get(movie.year) ?? [];
      ofYear.push({ key, movie });
      byYear.set(movie.year, ofYear);
    }
  }

  function alike(keys: ReadonlySet<string>, year: number | null): MovieSummary[] {
    if (year === null) return [];
    const around = [year, year - YEARS_APART, year + YEARS_APART].flatMap((near) => byYear.get(near) ?? []);
    const guesses = around.flatMap(({ key, movie }) => {
      const apart = Math.min(...[...keys].map((wanted) => lettersApart(wanted, key)));
      return apart <= LETTERS_APART ? [{ movie, apart }] : [];
    });
    return guesses.sort((a, b) => a.apart - b.apart).map(({ movie }) => movie);
  }

  return ({ title, originalTitle, year }) => {
    const keys = new Set([...keysOf(title), ...(originalTitle === null ? [] : keysOf(originalTitle))]);
    const named = unique([...keys].flatMap((key) => byKey.get(key) ?? []));
    const ofYear = named.filter((movie) => movie.year === year);
    const [movie] = ofYear;
    if (movie !== undefined && ofYear.length === 1 && year !== null) return { kind: 'sure', movie };
    const far = (movie: MovieSummary) =>
      movie.year === null || year === null ? Number.POSITIVE_INFINITY : Math.abs(movie.year - year);
    const guesses = unique([...named.toSorted((a, b) => far(a) - far(b)), ...alike(keys, year)]);
    return guesses.length === 0
      ? { kind: 'none' }
      : { kind: 'doubtful', movies: guesses.slice(0, MOST_GUESSES) };
  };
}

/** The share of the letters in which two names differ; 1 where their lengths alone differ by too much. */
function lettersApart(a: string, b: string): number {
  const longest = Math.max(a.length, b.length);
  if (Math.abs(a.length - b.length) > longest * LETTERS_APART) return 1;
  return distance(a, b) / longest;
}

function unique(movies: readonly MovieSummary[]): MovieSummary[] {
  return [...new Map(movies.map((movie) => [movie.movieId, movie])).values()];
}
