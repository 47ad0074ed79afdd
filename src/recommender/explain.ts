/** Why a film scores what it does for a person: the score, and the predicted rating, taken apart film by film. */
import type { MovieId } from '../domain/ids.ts';
import type { Explanation, Model } from '../model/model.ts';
import type { MovieSummary } from '../store/store.ts';
import { feedbackOf, type Person } from './person.ts';
import type { Serving } from './served-model.ts';

/** What one film of the person's history brings to a score. */
export interface FilmShare {
  movieId: MovieId;
  title: string;
  /** What they gave it; null where they did something else with it. */
  rating: number | null;
  share: number;
}

/** `base`, `exploration`, all shares and that of the others sum to `score`. */
export interface ScoreExplanation {
  score: number;
  /** What the film has whatever the person did. */
  base: number;
  /** What exploring added by chance; 0 without it. */
  exploration: number;
  /** The largest share first, whatever its sign; equal ones by film. */
  contributions: FilmShare[];
  /** What is not among them. */
  others: { count: number; share: number };
}

/** Each null where nothing gives the film such a score: the model does not know it, or none serves. */
export interface FilmExplanation {
  score: ScoreExplanation | null;
  /** Of the predicted rating before it is clipped to the scale. */
  predictedRating: ScoreExplanation | null;
}

/** How scores came about that are to be explained. */
export interface Scored {
  /** By row. */
  scoreOf: (row: number) => number;
  /** Whether the ranking model gave them; what is popular is so for everybody, and all base. */
  personal: boolean;
  /** Whether chance had a part in them. */
  explored: boolean;
  /** How many contributions are named. */
  named: number;
}

/** A function that explains the film of a row to a person. */
export function explainFor(
  serving: Serving,
  person: Person,
  { scoreOf, personal, explored, named }: Scored,
): (row: number) => FilmExplanation {
  const { model } = serving;
  const ranking = personal && model !== null ? explainBy(serving, model.ranking, person, named) : null;
  const rating = model === null ? null : explainBy(serving, model.rating, person, named);
  return (row) => {
    const movie = serving.catalogue.movies[row];
    const explained = ranking === null ? everybodys(scoreOf(row)) : ranking(movie);
    return {
      score: explored ? withExploration(explained, scoreOf(row)) : explained,
      predictedRating: rating?.(movie) ?? null,
    };
  };
}

function explainBy(serving: Serving, model: Model, person: Person, named: number) {
  const explanationOf = model.explainFor(feedbackOf(person.history, model));
  return (movie: MovieSummary | undefined): ScoreExplanation | null => {
    const item = movie === undefined ? undefined : model.items.indexOf(movie.movieId);
    if (item === undefined) return null;
    if (explanationOf === null) return everybodys(model.predict(null, item));
    return withTitles(serving, model, person, explanationOf(item), named);
  };
}

function withTitles(
  { catalogue }: Serving,
  model: Model,
  { history }: Person,
  { score, base, contributions }: Explanation,
  named: number,
): ScoreExplanation {
  const sorted = contributions.toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share) || a.item - b.item);
  const others = sorted.slice(named);
  return {
    score,
    base,
    exploration: 0,
    contributions: sorted.slice(0, named).map(({ item, share }): FilmShare => {
      const movieId = model.items.ids[item] ?? 0;
      const row = catalogue.rowOf(movieId);
      const title = (row === undefined ? undefined : catalogue.movies[row]?.title) ?? '';
      return { movieId, title, rating: history.films.get(movieId)?.rating ?? null, share };
    }),
    others: { count: others.length, share: others.reduce((sum, { share }) => sum + share, 0) },
  };
}

const NONE = { count: 0, share: 0 };

function everybodys(score: number): ScoreExplanation | null {
  return Number.isNaN(score) ? null : { score, base: score, exploration: 0, contributions: [], others: NONE };
}

function withExploration(explained: ScoreExplanation | null, score: number): ScoreExplanation | null {
  return explained === null ? null : { ...explained, score, exploration: score - explained.score };
}
