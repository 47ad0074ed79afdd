/**
 * The search index over films, in memory: MiniSearch finds the words, typos and prefixes; `search/` says what they
 * mean and how hits are ranked. It follows the index file: each refresh takes in what changed since the last.
 */
import type { DatabaseSync } from 'node:sqlite';
import { setImmediate as yieldToPort } from 'node:timers/promises';
import MiniSearch, { type SearchOptions } from 'minisearch';
import { MatineeError } from '../../domain/errors.ts';
import type { MovieId } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import { type IndexedMovie, indexedMovie, type TextHit } from '../search/films.ts';
import { editsForgiven } from '../search/parse-query.ts';
import { indexedWordsOf } from '../search/words.ts';
import { movieOf } from './movie-rows.ts';
import { numberOf, onlyRow } from './row.ts';

export interface MovieIndex {
  readonly movies: ReadonlyMap<MovieId, IndexedMovie>;
  /** In how many titles a word is. */
  titlesWith(word: string): number;
  /** Films that have all of the words; the last may be a beginning. Typos are forgiven where that finds few. */
  findAll(words: readonly string[]): TextHit[];
  /** Films that have any of the words, typos forgiven. */
  findAny(words: readonly string[]): TextHit[];
  /** Films whose titles have words that begin like all of these. */
  findByPrefixes(words: readonly string[]): TextHit[];
  /** Brings the index to the state of the file; a long one lets other calls in between. */
  refresh(): Promise<void>;
}

interface IndexedText {
  id: MovieId;
  title: string;
  genres: string;
}

/** Films taken in before other calls get their turn: about 5 ms. */
const MOVIES_PER_TURN = 100;

/** With fewer hits than these, words like the typed ones count, too. */
const FEW_HITS = 5;

const AS_TYPED: SearchOptions = {
  prefix: (_word, place, words) => place === words.length - 1,
  weights: { prefix: 0.4, fuzzy: 0.3 },
  boost: { title: 2, genres: 0.5 },
  // Titles are short: their length says less of what is meant than in longer texts.
  bm25: { k: 1.2, b: 0.3, d: 0.5 },
};

const FORGIVING: SearchOptions = { ...AS_TYPED, fuzzy: editsForgiven };

export function createMovieIndex(database: DatabaseSync): MovieIndex {
  const text = new MiniSearch<IndexedText>({
    fields: ['title', 'genres'],
    tokenize: indexedWordsOf,
    processTerm: (word) => word,
    searchOptions: { tokenize: (query) => query.split(' ') },
  });
  const movies = new Map<MovieId, IndexedMovie>();
  const titleWords = new Map<string, number>();
  const countWords = (words: ReadonlySet<string>, by: 1 | -1) => {
    for (const word of words) titleWords.set(word, (titleWords.get(word) ?? 0) + by);
  };

  function takeIn(movie: Movie): void {
    const known = movies.get(movie.movieId);
    const entry = indexedMovie(movie, known?.ratings ?? 0);
    const fields = { id: movie.movieId, title: movie.title, genres: movie.genres.join(' ') };
    if (known === undefined) text.add(fields);
    else {
      countWords(known.traits.words, -1);
      text.replace(fields);
    }
    countWords(entry.traits.words, 1);
    movies.set(movie.movieId, entry);
  }

  return {
    movies,
    titlesWith: (word) => titleWords.get(word) ?? 0,
    findAll: (words) => {
      const asTyped = hits(text, words, { ...AS_TYPED, combineWith: 'AND' });
      return asTyped.length < FEW_HITS ? hits(text, words, { ...FORGIVING, combineWith: 'AND' }) : asTyped;
    },
    findAny: (words) => hits(text, words, { ...FORGIVING, combineWith: 'OR' }),
    findByPrefixes: (words) => hits(text, words, { prefix: true, fields: ['title'], combineWith: 'AND' }),
    refresh: createRefresh(database, takeIn, (movieId, ratings) => {
      const known = movies.get(movieId);
      if (known !== undefined) known.ratings = ratings;
    }),
  };
}

function hits(text: MiniSearch<IndexedText>, words: readonly string[], options: SearchOptions): TextHit[] {
  return text.search(words.join(' '), options).map(({ id, score }) => ({ movieId: movieIdOf(id), score }));
}

/** MiniSearch has no type for the ids of its hits. */
function movieIdOf(id: unknown): MovieId {
  if (typeof id === 'number') return id;
  throw new MatineeError('INTERNAL', `search found ${String(id)}, which is no film`);
}

/** One refresh runs at a time: callers that come while it runs wait for the next, which sees what they wrote. */
function createRefresh(
  database: DatabaseSync,
  takeIn: (movie: Movie) => void,
  setRatings: (movieId: MovieId, ratings: number) => void,
): () => Promise<void> {
  const selectState = database.prepare('SELECT catalogue, slice FROM counters');
  const selectChanged = database.prepare(
    'SELECT movie_id, title, genres, year FROM movies WHERE changed_in > ? AND changed_in <= ?',
  );
  const selectCounted = database.prepare(
    'SELECT movie_id, ratings FROM movie_state WHERE counted_in > ? AND counted_in <= ?',
  );
  let catalogue = 0;
  let slice = 0;
  let running: Promise<void> | null = null;

  async function run(): Promise<void> {
    const state = onlyRow(selectState.get());
    const catalogueNow = numberOf(state, 'catalogue');
    const sliceNow = numberOf(state, 'slice');
    if (catalogueNow > catalogue) {
      const changed = selectChanged.all(catalogue, catalogueNow);
      for (const [place, row] of changed.entries()) {
        takeIn(movieOf(row));
        if (place % MOVIES_PER_TURN === MOVIES_PER_TURN - 1) await yieldToPort();
      }
      catalogue = catalogueNow;
    }
    if (sliceNow > slice) {
      for (const row of selectCounted.iterate(slice, sliceNow)) {
        setRatings(numberOf(row, 'movie_id'), numberOf(row, 'ratings'));
      }
      slice = sliceNow;
    }
  }

  return async () => {
    while (running !== null) await running;
    running = run().finally(() => {
      running = null;
    });
    await running;
  };
}
