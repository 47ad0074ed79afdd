/** Films like a film: by the ranking model's factors, or by content for a film the model does not know. */
import type { MovieId } from '../domain/ids.ts';
import type { MovieSummary, Store } from '../store/store.ts';
import { excludeFiltered, type Filters } from './filters.ts';
import type { RecommendedFilm } from './ranking.ts';
import { alikeReason } from './reasons.ts';
import type { Recommendations } from './recommend.ts';
import { createRowSet, hasRow, type RowSet } from './row-set.ts';
import { NEIGHBOURS, neighboursOf, type Serving } from './served-model.ts';

export interface SimilarQuery {
  n: number;
  filters?: Filters;
}

/** How many films alike by content are looked at when filters will leave some of them out. */
const FILTERED_CONTENT = 200;

/** The strategy of answers that no model gave. */
const CONTENT = 'content';

/**
 * The `n` films nearest to this one. Scores are cosines, or for content, where the store gives an order only, the
 * reciprocal of the place.
 */
export async function recommendSimilar(
  serving: Serving,
  store: Pick<Store, 'moreLikeThis'>,
  movie: MovieSummary,
  query: SimilarQuery,
): Promise<Recommendations> {
  const excluded = createRowSet(serving.catalogue.movies.length);
  if (query.filters !== undefined) excludeFiltered(excluded, serving.catalogue, query.filters);
  const byFactors = similarByFactors(serving, movie, query, excluded);
  const films = byFactors ?? (await similarByContent(serving, store, movie, query, excluded));
  return {
    strategy: byFactors === null ? CONTENT : (serving.model?.ranking.name ?? CONTENT),
    modelVersion: serving.model?.version ?? null,
    films: films.slice(0, query.n),
  };
}

function similarByFactors(
  serving: Serving,
  movie: MovieSummary,
  query: SimilarQuery,
  excluded: RowSet,
): RecommendedFilm[] | null {
  const { catalogue, model } = serving;
  const row = catalogue.rowOf(movie.movieId);
  if (row === undefined || model === null) return null;
  const near =
    query.filters === undefined && query.n <= NEIGHBOURS
      ? serving.neighbours(row)
      : neighboursOf(catalogue, model.ranking, row, model.ranking.items.size);
  if (near === null) return null;
  const reasons = [alikeReason('similar', movie)];
  return Array.from(near.rows).flatMap((other, place) => {
    const film = hasRow(excluded, other) ? undefined : catalogue.movies[other];
    const score = near.similarities[place] ?? Number.NaN;
    return film === undefined ? [] : [{ movie: film, score, predictedRating: null, reasons }];
  });
}

async function similarByContent(
  serving: Serving,
  store: Pick<Store, 'moreLikeThis'>,
  movie: MovieSummary,
  query: SimilarQuery,
  excluded: RowSet,
): Promise<RecommendedFilm[]> {
  const limit = query.filters === undefined ? query.n : FILTERED_CONTENT;
  const alike = await store.moreLikeThis(movie.movieId, limit);
  const reasons = [alikeReason(CONTENT, movie)];
  return alike
    .flatMap(({ movieId }: { movieId: MovieId }) => {
      const row = serving.catalogue.rowOf(movieId);
      const film = row === undefined || hasRow(excluded, row) ? undefined : serving.catalogue.movies[row];
      return film === undefined ? [] : [film];
    })
    .map((film, place) => ({ movie: film, score: 1 / (place + 1), predictedRating: null, reasons }));
}
