/**
 * Writes pages of the source API as JSON. The text of a film and of a person is made once and then copied, so that a
 * page of 1,000 costs little more than its bytes; the result is what `JSON.stringify` gives.
 */
import { type DataSet, ratingValueAt } from '../data-set.ts';
import type { PageRequest } from './page-request.ts';

/** The JSON of a page; null past the last one. */
export type PageWriter = (request: PageRequest) => string | null;

/** How many pages of a size there are. */
export function totalPages(dataSet: DataSet, perPage: number): number {
  return Math.ceil(dataSet.ratings.length / perPage);
}

/** A writer of the pages of a data set, in file order. */
export function createPageWriter(dataSet: DataSet): PageWriter {
  const { ratings, users, movies } = dataSet;
  const userJson = lazily((place) => `{"user":${JSON.stringify(users[place])},"movie":`);
  const movieJson = lazily((place) => `${JSON.stringify(movies[place])},"rating":`);
  const resultJson = (ordinal: number) =>
    userJson(ratings.users[ordinal] ?? 0) +
    movieJson(ratings.movies[ordinal] ?? 0) +
    `${ratingValueAt(ratings, ordinal)},"timestamp":${ratings.timestamps[ordinal]}}`;

  return ({ page, perPage }) => {
    const pages = totalPages(dataSet, perPage);
    if (page > pages) return null;
    const first = (page - 1) * perPage;
    const end = Math.min(first + perPage, ratings.length);
    let results = resultJson(first);
    for (let ordinal = first + 1; ordinal < end; ordinal += 1) results += `,${resultJson(ordinal)}`;
    return `{"page":${page},"total_pages":${pages},"results":[${results}]}`;
  };
}

/** Makes the text of a place when it is first asked for. */
function lazily(write: (place: number) => string): (place: number) => string {
  const written: (string | undefined)[] = [];
  return (place) => {
    const known = written[place];
    if (known !== undefined) return known;
    const text = write(place);
    written[place] = text;
    return text;
  };
}
