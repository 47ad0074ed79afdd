/**
 * Which films to ask somebody about: those whose rating would say most of them, times the chance that they know the film
 * at all. Each question counts as answered when the next is chosen, so that no two ask for the same.
 */
import type { MovieId } from '../domain/ids.ts';
import type { MovieSummary } from '../store/store.ts';
import { excludeMovies } from './filters.ts';
import { excludedFor, feedbackOf, type Person } from './person.ts';
import { bestRows } from './ranking.ts';
import { createRowSet } from './row-set.ts';
import type { Serving } from './served-model.ts';

export interface QuestionQuery {
  /** How many films. */
  n: number;
  /** Films not to ask about, such as those the person says they do not know. */
  deny?: ReadonlySet<MovieId>;
}

export interface Questions {
  /** `information` where the model told what would be learned, `popular` where none could. */
  strategy: 'information' | 'popular';
  films: MovieSummary[];
}

/** Of how many of the films with the most ratings the questions are chosen: beyond, hardly anybody knows one. */
const CANDIDATES = 300;

/** Films that the person has neither rated nor set aside, the one to ask about first first. */
export function questionsFor(serving: Serving, person: Person, { n, deny }: QuestionQuery): Questions {
  const { catalogue, model } = serving;
  const excluded = createRowSet(catalogue.movies.length, excludedFor(person, catalogue));
  if (deny !== undefined) excludeMovies(excluded, catalogue, deny);
  const counts = Float64Array.from(catalogue.movies, ({ ratings }) => ratings);
  const known = bestRows(counts, CANDIDATES, excluded);
  const ranking = model?.ranking;
  const learning = ranking?.learningFrom?.(feedbackOf(person.history, ranking));
  const filmsOf = (rows: readonly number[]) => rows.flatMap((row) => catalogue.movies[row] ?? []);
  if (ranking === undefined || learning === undefined) {
    return { strategy: 'popular', films: filmsOf(known.slice(0, n)) };
  }
  const asked: number[] = [];
  const left = new Map(
    known.flatMap((row) => {
      const item = ranking.items.indexOf(catalogue.movies[row]?.movieId ?? 0);
      return item === undefined ? [] : [[row, item] as const];
    }),
  );
  for (let state = learning; asked.length < n && left.size > 0; ) {
    const value = ([row, item]: readonly [number, number]) => (counts[row] ?? 0) * state.gain(item);
    const [row, item] = [...left].reduce((best, other) => (value(other) > value(best) ? other : best));
    asked.push(row);
    left.delete(row);
    state = state.after(item);
  }
  return { strategy: 'information', films: filmsOf(asked) };
}
