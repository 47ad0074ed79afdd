import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Compile } from 'typebox/compile';
import { MovieSchema } from '../../domain/movie.ts';
import { formatTitle, parseTitle } from '../../domain/title.ts';
import { catalogue } from './catalogue.ts';
import { filmOf, filmsOf, type VegaEntry } from './extract-films.ts';
import { readFilmLines, writeFilmLines } from './film-lines.ts';

const movies = catalogue();

test('there are well over 2,500 films, each of the schema, with ids from 1', () => {
  assert.ok(movies.length > 2500, `${movies.length} films`);
  const isMovie = Compile(MovieSchema);
  for (const [place, movie] of movies.entries()) {
    assert.ok(isMovie.Check(movie), JSON.stringify(movie));
    assert.equal(movie.movieId, place + 1);
    assert.ok(movie.year !== null && movie.year >= 1895 && movie.year <= 2026, movie.title);
    assert.ok(movie.genres.length > 0, movie.title);
  }
});

test('no film is there twice, no title is spoilt, and each is read back from its MovieLens form', () => {
  const titles = movies.map(formatTitle);
  assert.equal(new Set(titles).size, titles.length);
  for (const movie of movies) {
    assert.match(movie.title, /^[\p{L}\p{N}(¡¿'.#]/u);
    assert.doesNotMatch(movie.title, /[\u0080-\u00a0\ufffd]|Ã|\s{2}|^\s|\s$/);
    assert.deepEqual(parseTitle(formatTitle(movie)), { title: movie.title, year: movie.year });
  }
});

test('films that everyone knows are there once, with their year and several genres', () => {
  const found = (title: string) => movies.filter((movie) => movie.title === title).map((movie) => movie.year);
  assert.deepEqual(found('Casablanca'), [1942]);
  assert.deepEqual(found('The 400 Blows'), [1959]);
  assert.deepEqual(found('King Kong').toSorted(), [1933, 2005]);
  assert.deepEqual(found('Amélie'), [2001]);
  const several = movies.filter((movie) => movie.genres.length > 1).length;
  assert.ok(several > movies.length / 2, `${several} of ${movies.length} have several genres`);
});

const ENTRY: VegaEntry = {
  Title: 'Barbarians, The',
  'Release Date': 'Mar 01 1987',
  'Major Genre': 'Romantic Comedy',
  'Creative Type': 'Science Fiction',
  'IMDB Votes': 9000,
};

test('an entry of vega-datasets is cleaned or left out', () => {
  assert.deepEqual(filmOf(ENTRY), {
    title: 'The Barbarians',
    year: 1987,
    genres: ['Comedy', 'Romance', 'Sci-Fi'],
  });
  assert.equal(filmOf({ ...ENTRY, 'Release Date': 'Nov 21 2046' })?.year, 1946);
  assert.equal(filmOf({ ...ENTRY, 'Release Date': 'Dec 31 1959' })?.year, 1960);
  assert.equal(filmOf({ ...ENTRY, Title: 300 })?.title, '300');
  for (const broken of [
    { Title: 'LÈon' },
    { Title: null },
    { 'Release Date': null },
    { 'IMDB Votes': null },
    { 'Major Genre': null, 'Creative Type': 'Historical Fiction' },
  ]) {
    assert.equal(filmOf({ ...ENTRY, ...broken }), null);
  }
  assert.deepEqual(
    filmsOf([ENTRY, { ...ENTRY, 'IMDB Votes': 9 }, { ...ENTRY, Title: 'Big', 'IMDB Votes': 90_000 }]).map(
      (f) => f.title,
    ),
    ['Big', 'The Barbarians'],
  );
});

test('lines are read back as written, and a line of another form is refused', () => {
  const films = [{ title: 'M', year: 1931, genres: ['Crime', 'Thriller'] }];
  assert.deepEqual(readFilmLines(`\n${writeFilmLines(films)}\n`), films);
  assert.throws(() => readFilmLines('M 1931'), /not a film: M 1931/);
});
