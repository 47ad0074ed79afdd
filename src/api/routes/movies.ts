/** Routes of films: search, one, and as you type. */
import type { ApiContext, App } from '../app.ts';
import { unknownMovie } from '../identify.ts';
import { pageFields, pageOf } from '../paging.ts';
import {
  MovieAnswerSchema,
  MovieSearchAnswerSchema,
  MovieSearchQuerySchema,
  SuggestAnswerSchema,
  SuggestQuerySchema,
} from '../schemas/movie.ts';
import { AfterQuerySchema, MoviePathSchema } from '../schemas/parameters.ts';

const DEFAULT_SUGGESTIONS = 8;

export function movieRoutes(app: App, { store }: ApiContext): void {
  app.get(
    '/api/movies',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'searchMovies',
        summary: 'Search films',
        tags: ['movies'],
        querystring: MovieSearchQuerySchema,
        response: { 200: MovieSearchAnswerSchema },
      },
    },
    async ({ query }) => {
      const page = pageOf(query);
      const { total, results, facets } = await store.searchMovies({
        query: query.query,
        genre: query.genre,
        year: query.year,
        fromYear: query.from_year,
        toYear: query.to_year,
        ...page,
      });
      return { ...pageFields(page, total), results, facets };
    },
  );

  app.get(
    '/api/movies/suggest',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'suggestMovies',
        summary: 'Films as you type',
        tags: ['movies'],
        querystring: SuggestQuerySchema,
        response: { 200: SuggestAnswerSchema },
      },
    },
    async ({ query }) => ({
      results: await store.suggestMovies(query.prefix, query.limit ?? DEFAULT_SUGGESTIONS),
    }),
  );

  app.get(
    '/api/movies/:movieId',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getMovie',
        summary: 'One film',
        tags: ['movies'],
        params: MoviePathSchema,
        querystring: AfterQuerySchema,
        response: { 200: MovieAnswerSchema },
      },
    },
    async ({ params }) => {
      const movie = await store.movie(params.movieId);
      if (movie === null) throw unknownMovie(params.movieId);
      return movie;
    },
  );
}
