/** What the charts are narrowed to. Times are whole months: narrower ones would tell who was there. */
import { type Static, Type } from 'typebox';
import { AGE_BANDS } from '../domain/closed-words.ts';
import type { Demographics } from '../domain/demographics.ts';
import { MAX_MOVIE_ID } from '../domain/ids.ts';
import type { RatingFilter } from '../store/store.ts';

const word = (maxLength: number) => Type.Optional(Type.String({ minLength: 1, maxLength }));
const month = (description: string) =>
  Type.Optional(Type.String({ pattern: '^\\d{4}-(0[1-9]|1[0-2])$', description }));

export const DASHBOARD_FILTER = {
  from: month('The first month, `yyyy-MM`, in UTC.'),
  to: month('The last month, `yyyy-MM`, in UTC.'),
  rating: Type.Optional(Type.Number({ minimum: 0, maximum: 10 })),
  genre: word(60),
  decade: Type.Optional(
    Type.Integer({ minimum: 1800, maximum: 2200, multipleOf: 10, description: 'Of release: `1990`.' }),
  ),
  movieId: Type.Optional(Type.Integer({ minimum: 1, maximum: MAX_MOVIE_ID })),
  ageBand: Type.Optional(Type.Enum(AGE_BANDS)),
  gender: word(20),
  occupation: word(60),
};

const FilterSchema = Type.Object(DASHBOARD_FILTER);
export type DashboardFilter = Static<typeof FilterSchema>;

/** A part of the filter that narrows ratings, not people. */
export type RatingPart = 'time' | 'rating' | 'genre' | 'decade' | 'movieId';

/** The filter of the store. `classes` says what is told of people by what they said of themselves. */
export function ratingFilter(
  filter: DashboardFilter,
  classes: ReadonlyMap<string, Demographics>,
): RatingFilter {
  const { from, to, rating, genre, decade, movieId } = filter;
  return {
    terms: {
      ...(rating !== undefined && { rating: [rating] }),
      ...(genre !== undefined && { 'movie.genres': [genre] }),
      ...(decade !== undefined && { 'movie.year': Array.from({ length: 10 }, (_, year) => decade + year) }),
      ...(movieId !== undefined && { 'movie.movieId': [movieId] }),
    },
    timestamp: {
      ...(from !== undefined && { from: startOfMonth(from, 0) }),
      ...(to !== undefined && { to: startOfMonth(to, 1) }),
    },
    ...(narrowsPeople(filter) && { demographics: keysThatMatch(filter, classes) }),
  };
}

/** The filter without one of its parts. */
export function without(filter: DashboardFilter, part: RatingPart): DashboardFilter {
  if (part !== 'time') {
    const { [part]: _, ...rest } = filter;
    return rest;
  }
  const { from: _from, to: _to, ...rest } = filter;
  return rest;
}

/** The parts that this filter has. */
export function ratingParts({ from, to, ...filter }: DashboardFilter): RatingPart[] {
  const parts = (['rating', 'genre', 'decade', 'movieId'] as const).filter(
    (part) => filter[part] !== undefined,
  );
  return from === undefined && to === undefined ? parts : ['time', ...parts];
}

function narrowsPeople({ ageBand, gender, occupation }: DashboardFilter): boolean {
  return ageBand !== undefined || gender !== undefined || occupation !== undefined;
}

function keysThatMatch(filter: DashboardFilter, classes: ReadonlyMap<string, Demographics>): string[] {
  const wanted = (['ageBand', 'gender', 'occupation'] as const).filter((word) => filter[word] !== undefined);
  return [...classes].flatMap(([key, words]) =>
    wanted.every((word) => words[word] === filter[word]) ? [key] : [],
  );
}

/** Epoch seconds of the first moment of a month, or of one so many months later. */
function startOfMonth(text: string, later: number): number {
  const [year = 0, monthOfYear = 1] = text.split('-').map(Number);
  return Date.UTC(year, monthOfYear - 1 + later) / 1_000;
}
