/** Why a film is shown, in words and in ids that a page can link. */
import type { MovieId } from '../domain/ids.ts';
import type { MovieSummary } from '../store/store.ts';
import { createRowSet, hasRow, type RowSet } from './row-set.ts';
import type { Serving } from './served-model.ts';
import type { Taste } from './taste.ts';

export type Reason = { text: string } & (
  | { kind: 'similar' | 'content'; movieId: MovieId; title: string }
  | { kind: 'genre'; genre: string }
  | { kind: 'popular'; ratings: number; meanRating?: number }
);

/** How many of a person's favourite genres are reason enough. */
const REASON_GENRES = 3;

/**
 * The liked film nearest to this one, where one is among its neighbours, and the best loved of its genres; where the
 * person's taste says neither, what everybody thinks.
 */
export function personalReasons(serving: Serving, taste: Taste): (row: number) => Reason[] {
  const { movies } = serving.catalogue;
  const liked = createRowSet(movies.length, taste.liked);
  const lovedGenres = taste.genres.slice(0, REASON_GENRES);
  return (row) => {
    const reasons: Reason[] = [];
    const similar = nearestLiked(serving, liked, row);
    if (similar !== null) reasons.push(likedReason(similar));
    const genres = movies[row]?.genres ?? [];
    const genre = lovedGenres.find((loved) => genres.includes(loved));
    if (genre !== undefined) reasons.push(genreReason(genre));
    return reasons.length > 0 ? reasons : [popularReason(movies[row])];
  };
}

export function likedReason({ movieId, title }: MovieSummary): Reason {
  return { kind: 'similar', text: `Because you liked ${title}`, movieId, title };
}

export function genreReason(genre: string): Reason {
  return { kind: 'genre', text: `You rate ${genre} highly`, genre };
}

export function popularReason(movie: MovieSummary | undefined): Reason {
  const ratings = movie?.ratings ?? 0;
  const meanRating = movie?.meanRating ?? null;
  if (meanRating === null) return { kind: 'popular', text: 'New here: nobody has rated it yet', ratings };
  const people = ratings === 1 ? '1 person' : `${ratings} people`;
  return {
    kind: 'popular',
    text: `Rated ${meanRating.toFixed(1)} on average by ${people}`,
    ratings,
    meanRating,
  };
}

/** For lists that start from a film rather than from a person. */
export function alikeReason(kind: 'similar' | 'content', { movieId, title }: MovieSummary): Reason {
  const text =
    kind === 'similar'
      ? `Liked by those who like ${title}`
      : `Shares title words, genres or years with ${title}`;
  return { kind, text, movieId, title };
}

function nearestLiked(serving: Serving, liked: RowSet, row: number): MovieSummary | null {
  const near = serving.neighbours(row)?.rows ?? [];
  for (const other of near) {
    if (hasRow(liked, other)) return serving.catalogue.movies[other] ?? null;
  }
  return null;
}
