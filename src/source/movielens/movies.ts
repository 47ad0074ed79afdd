/** Films of a release: `u.item` with a flag for each genre, `movies.dat` and `movies.csv` with genre names. */
import { MAX_MOVIE_ID } from '../../domain/ids.ts';
import type { Movie } from '../../domain/movie.ts';
import { parseTitle, type TitleAndYear } from '../../domain/title.ts';
import { createIdIndex, type IdIndex } from '../files/id-index.ts';
import { wholeNumberProblem } from '../files/rating-row.ts';
import { type FolderReading, readRecords } from './read-records.ts';

export interface MovieCatalogue {
  movies: Movie[];
  /** The place of a film's id in `movies`. */
  index: IdIndex;
}

/** The genres of 100K in the order of its flags, for folders without `u.genre`. */
const GENRES_OF_100K = [
  'unknown',
  'Action',
  'Adventure',
  'Animation',
  "Children's",
  'Comedy',
  'Crime',
  'Documentary',
  'Drama',
  'Fantasy',
  'Film-Noir',
  'Horror',
  'Musical',
  'Mystery',
  'Romance',
  'Sci-Fi',
  'Thriller',
  'War',
  'Western',
];
/** How the releases say that a film has no genre. */
const NO_GENRE = new Set(['unknown', '(no genres listed)', '']);
const FIELDS_BEFORE_FLAGS = 5;
const MAX_TITLE_LENGTH = 500;
const MAX_GENRES = 40;
const MAX_GENRE_LENGTH = 60;

/** Reads the films of a folder. A second film of the same id is rejected. */
export async function readMovies(reading: FolderReading): Promise<MovieCatalogue> {
  const { layout } = reading;
  const parse = layout.kind === 'movielens-100k' ? flaggedMovie(await readGenres(reading)) : namedMovie;
  const movies: Movie[] = [];
  const index = createIdIndex();
  await readRecords(reading, layout.movies, layout.recordSeparator, (fields, line) => {
    if (line === 1 && layout.kind === 'movielens-csv' && fields[0] === 'movieId') return null;
    const movie = parse(fields);
    if (typeof movie === 'string') return movie;
    if (index.indexOf(movie.movieId) !== -1) return `movie id ${movie.movieId} is there a second time`;
    index.add(movie.movieId);
    movies.push(movie);
    return null;
  });
  return { movies, index };
}

async function readGenres(reading: FolderReading): Promise<readonly string[]> {
  const file = reading.layout.genres;
  if (file === null) return GENRES_OF_100K;
  const genres: string[] = [];
  await readRecords(reading, file, '|', ([name = '', place = ''], _line) => {
    if (!/^\d{1,2}$/.test(place)) return `genre number "${place}" is not a whole number`;
    genres[Number(place)] = name;
    return null;
  });
  return Array.from(genres, (name) => name ?? 'unknown');
}

/** `id|title|release date|video date|URL|flag|flag|…` */
function flaggedMovie(genres: readonly string[]): (fields: readonly string[]) => Movie | string {
  const expected = FIELDS_BEFORE_FLAGS + genres.length;
  return (fields) => {
    if (fields.length !== expected) return `has ${fields.length} fields instead of ${expected}`;
    const [id = '', title = '', released = ''] = fields;
    const flags = fields.slice(FIELDS_BEFORE_FLAGS);
    if (!flags.every((flag) => flag === '0' || flag === '1'))
      return 'has a genre flag that is neither 0 nor 1';
    const parsed = parseTitle(title);
    const year = parsed.year ?? yearOf(released);
    return movieOf(
      id,
      { title: parsed.title, year },
      genres.filter((_, place) => flags[place] === '1'),
    );
  };
}

/** `id::title::genre|genre` and the same as CSV. */
function namedMovie(fields: readonly string[]): Movie | string {
  if (fields.length !== 3) return `has ${fields.length} fields instead of 3`;
  const [id = '', title = '', genres = ''] = fields;
  return movieOf(id, parseTitle(title), genres.split('|'));
}

function movieOf(id: string, { title, year }: TitleAndYear, genres: readonly string[]): Movie | string {
  const idProblem = wholeNumberProblem('movie id', id, 1, MAX_MOVIE_ID);
  if (idProblem !== null) return idProblem;
  if (title === '') return 'has no title';
  if (title.length > MAX_TITLE_LENGTH) return `has a title of more than ${MAX_TITLE_LENGTH} characters`;
  const named = genres.map((genre) => genre.trim()).filter((genre) => !NO_GENRE.has(genre));
  if (named.length > MAX_GENRES || named.some((genre) => genre.length > MAX_GENRE_LENGTH)) {
    return `has more than ${MAX_GENRES} genres, or one of more than ${MAX_GENRE_LENGTH} characters`;
  }
  return { movieId: Number(id), title, genres: named, year };
}

/** The year of a date such as `01-Jan-1995`. */
function yearOf(date: string): number | null {
  const [, year] = /^\d{2}-[A-Z][a-z]{2}-(\d{4})$/.exec(date) ?? [];
  return year === undefined ? null : Number(year);
}
