/** What of a read file becomes ratings: what was found surely, and what the person said of each doubt. */
import type { ImportAnswer } from '../../../api/schemas/import.ts';

/** By line: the film that is meant, or null for none of those offered. */
export type Choices = ReadonlyMap<number, number | null>;

export interface NewRating {
  movieId: number;
  rating: number;
}

/** A doubt is taken for the first film offered where its title is the same, and left out otherwise, until the person says. */
export function choiceOf({ line, title, candidates }: ImportAnswer['doubtful'][number], choices: Choices) {
  const [likeliest] = candidates;
  const same = likeliest?.title.toLocaleLowerCase() === title.toLocaleLowerCase();
  const unsaid = same ? (likeliest?.movieId ?? null) : null;
  return choices.has(line) ? (choices.get(line) ?? null) : unsaid;
}

/** Each film once: what was found surely goes before what was doubtful. */
export function ratingsOf(answer: ImportAnswer, choices: Choices): NewRating[] {
  const doubtful = answer.doubtful.flatMap((doubt) => {
    const movieId = choiceOf(doubt, choices);
    return movieId === null ? [] : [[movieId, doubt.rating] as const];
  });
  const sure = answer.matched.map(({ movie, rating }) => [movie.movieId, rating] as const);
  return [...new Map([...doubtful, ...sure])].map(([movieId, rating]) => ({ movieId, rating }));
}
