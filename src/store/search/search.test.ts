import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { kinWords, likeness } from './alike.ts';
import { facetsOf, movieFilter } from './facets.ts';
import { editsForgiven, parseMovieQuery } from './parse-query.ts';
import { queryForms, rankingScore, titleForms } from './rank.ts';
import { compact, fold, indexedWordsOf, significant, wordsOf } from './words.ts';

describe('words', () => {
  it('fold accents, case and ligatures', () => {
    assert.equal(fold('Amélie'), 'amelie');
    assert.equal(fold('SÆR Ørsted Straße'), 'saer orsted strasse');
    assert.equal(fold('Alien³'), 'alien3');
  });

  it('part compounds, and keep initials together', () => {
    assert.deepEqual(wordsOf("Schindler's Spider-Man"), ['schindler', 's', 'spider', 'man']);
    assert.deepEqual(wordsOf('E.T. M*A*S*H'), ['et', 'mash']);
    assert.deepEqual(wordsOf('Fast & Furious'), ['fast', 'and', 'furious']);
    assert.deepEqual(wordsOf(' !? '), []);
  });

  it('are indexed as compounds and with digits for Roman numerals, too', () => {
    assert.deepEqual(indexedWordsOf('Spider-Man II'), ['spider', 'man', 'spiderman', 'ii', '2']);
  });

  it('lose articles, unless there is nothing else', () => {
    assert.deepEqual(significant(['the', 'matrix']), ['matrix']);
    assert.deepEqual(significant(['la', 'la']), ['la', 'la']);
    assert.equal(compact(['part', 'ii']), 'part2');
  });

  it('of any text never throw, and are letters and digits alone', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) =>
        [...wordsOf(text), ...indexedWordsOf(text)].every((word) => /^[\p{L}\p{N}]+$/u.test(word)),
      ),
      { seed: 42 },
    );
  });
});

describe('a query', () => {
  it('with nothing in it asks for everything', () => {
    assert.equal(parseMovieQuery(undefined), null);
    assert.equal(parseMovieQuery(' \t'), null);
  });

  it('has its year apart, and its articles away', () => {
    const { words, year, onlyStopWords } = parseMovieQuery('The Matrix 1999') ?? {};
    assert.deepEqual({ words, year, onlyStopWords }, { words: ['matrix'], year: 1999, onlyStopWords: false });
    assert.equal(parseMovieQuery('fahrenheit 4510')?.year, null);
    assert.deepEqual(parseMovieQuery('1984')?.words, []);
    assert.equal(parseMovieQuery('the')?.onlyStopWords, true);
  });

  it('forgives more typos in longer words, and none in numbers', () => {
    assert.deepEqual(['cat', 'star', 'suspects', '2001'].map(editsForgiven), [0, 1, 2, 0]);
  });
});

describe('ranking', () => {
  const score = (
    query: string,
    title: string,
    fields: { ratings?: number; year?: number; relevance?: number },
  ) => {
    const parsed = parseMovieQuery(query);
    assert.ok(parsed !== null);
    const { ratings = 0, year = 2000, relevance = 0 } = fields;
    const candidate = { title: titleForms(title), genres: [], year, ratings, relevance };
    return rankingScore(queryForms(parsed), candidate, 1_000);
  };

  it('puts the title that was typed before any other, however well known or relevant', () => {
    const others = [
      score('alien', 'Aliens', { ratings: 1_000, relevance: 1 }),
      score('alien', 'Alien Nation', { ratings: 1_000, relevance: 1 }),
      score('alien', 'My Stepmother Is an Alien', { ratings: 1_000, relevance: 1 }),
    ];
    assert.ok(score('alien', 'Alien', {}) > Math.max(...others));
  });

  it('lets the better known of two alike come first', () => {
    const film = (ratings: number) => score('star wars', 'Star Wars: A Sequel', { ratings, relevance: 0.5 });
    assert.ok(film(500) > film(5));
  });

  it('lets the year decide between two of one title', () => {
    const film = (year: number, ratings: number) => score('titanic 1953', 'Titanic', { year, ratings });
    assert.ok(film(1953, 1) > film(1997, 1_000));
  });
});

describe('filters and facets', () => {
  const film = (year: number | null, ...genres: string[]) => ({ movieId: 1, title: 't', year, genres });
  const page = { page: 1, perPage: 1 };

  it('take years as bounds, and a genre in any case', () => {
    assert.equal(movieFilter({ ...page, fromYear: 1990, toYear: 1999 })(film(1999)), true);
    assert.equal(movieFilter({ ...page, fromYear: 1990 })(film(1989)), false);
    assert.equal(movieFilter({ ...page, toYear: 1990 })(film(null)), false);
    assert.equal(movieFilter({ ...page, genre: 'sci-fi' })(film(1999, 'Sci-Fi')), true);
    assert.equal(movieFilter({ ...page, genre: 'Drama' })(film(1999, 'Sci-Fi')), false);
  });

  it('count genres and decades', () => {
    assert.deepEqual(facetsOf([film(1999, 'A', 'B'), film(1990, 'B'), film(null, 'B'), film(2000)]), {
      genres: [
        { value: 'B', count: 3 },
        { value: 'A', count: 1 },
      ],
      decades: [
        { value: '1990', count: 2 },
        { value: '2000', count: 1 },
      ],
    });
  });
});

describe('likeness', () => {
  const film = (title: string, year: number, ...genres: string[]) => ({
    words: kinWords(wordsOf(title)),
    genres: new Set(genres),
    year,
  });
  const plain = () => 1;

  it('is greatest for sequels, then for genre and era', () => {
    const seed = film('Matrix', 1999, 'Action', 'Sci-Fi');
    const sequel = likeness(seed, film('Matrix 2', 2003, 'Action'), plain);
    const kin = likeness(seed, film('Dark City', 1998, 'Action', 'Sci-Fi'), plain);
    const stranger = likeness(seed, film('Emma', 1940, 'Romance'), plain);
    assert.ok(sequel > kin && kin > stranger);
  });

  it('does not take two films for kin because both are second parts', () => {
    assert.deepEqual([...kinWords(['rocky', 'part', 'ii', '2'])], ['rocky']);
  });
});
