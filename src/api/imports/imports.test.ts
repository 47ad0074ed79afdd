import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { MatineeError } from '../../domain/errors.ts';
import { createCatalogue } from '../../recommender/catalogue.ts';
import { matchHistory, onScale } from './match-history.ts';
import { titleKey } from './match-titles.ts';
import { readHistoryCsv } from './read-history-csv.ts';

const WHOLE = { minimum: 1, maximum: 5, step: 1 };
const HALVES = { minimum: 0.5, maximum: 5, step: 0.5 };

const catalogue = createCatalogue(
  [
    ['The Usual Suspects', 1995],
    ['The City of Lost Children (La Cité des enfants perdus)', 1995],
    ['Sabrina', 1995],
    ['Sabrina', 1954],
    ['Fargo', 1996],
    ["Schindler's List", 1993],
    ['Antonia’s Line (Antonia)', 1995],
  ].map(([title, year], index) => ({
    movieId: index + 1,
    title: String(title),
    genres: ['Drama'],
    year: Number(year),
    ratings: 1,
    meanRating: 3,
  })),
);

const LETTERBOXD = `Date,Name,Year,Letterboxd URI,Rating
2023-01-02,The Usual Suspects,1995,https://boxd.it/1,4.5
2023-01-03,Fargo,1995,https://boxd.it/2,5
2023-01-04,"Sabrina",1954,https://boxd.it/3,3
2023-01-05,Schindlers List,1993,https://boxd.it/4,0.5
2023-01-06,Shindler's List,1993,https://boxd.it/5,4
2023-01-07,Parasite,2019,https://boxd.it/6,5
2023-01-08,Sabrina,1954,https://boxd.it/3,4
2023-01-09,Heat,1995,https://boxd.it/7,
`;

const IMDB = `\uFEFFConst,Your Rating,Date Rated,Title,Original Title,URL,Title Type,IMDb Rating,Runtime (mins),Year,Genres,Num Votes,Release Date,Directors
tt0112682,9,2020-02-01,The City of Lost Children,La cité des enfants perdus,https://www.imdb.com/title/tt0112682,Movie,7.5,112,1995,"Fantasy, Sci-Fi",70000,1995-05-17,"Marc Caro, Jean-Pierre Jeunet"
tt0306414,10,2020-02-02,The Wire,The Wire,https://www.imdb.com/title/tt0306414,TV Series,9.3,60,2002,"Crime, Drama",300000,2002-06-02,
tt0112379,7,2020-02-03,Antonia's Line,Antonia,https://www.imdb.com/title/tt0112379,Movie,7.4,102,1995,"Comedy, Drama",10000,1995-09-21,Marleen Gorris
`;

describe('a history from elsewhere', () => {
  it('of Letterboxd is matched by title and year, the last line of a film standing', async () => {
    const { format, lines, matched, doubtful, unmatched } = await matchHistory(LETTERBOXD, catalogue, HALVES);
    assert.deepEqual([format, lines], ['letterboxd', 8]);
    assert.deepEqual(
      matched.map(({ line, rating, movie }) => [line, rating, movie.movieId]),
      [
        [2, 4.5, 1],
        [8, 4, 4],
        [5, 0.5, 6],
      ],
    );
    assert.deepEqual(
      doubtful.map(({ line, candidates }) => [line, candidates.map(({ movieId }) => movieId)]),
      [
        [3, [5]],
        [6, [6]],
      ],
      'another year, and a slip of the pen',
    );
    assert.deepEqual(
      unmatched.map(({ line, title, reason }) => [line, title, reason]),
      [
        [7, 'Parasite', 'no-film'],
        [9, 'Heat', 'no-rating'],
      ],
    );
  });

  it('of IMDb goes by either title, without series, on the scale of the data', async () => {
    const { format, matched, unmatched } = await matchHistory(IMDB, catalogue, WHOLE);
    assert.equal(format, 'imdb');
    assert.deepEqual(
      matched.map(({ line, rating, movie }) => [line, rating, movie.movieId]),
      [
        [2, 5, 2],
        [4, 4, 7],
      ],
    );
    assert.deepEqual(
      unmatched.map(({ line, reason }) => [line, reason]),
      [[3, 'not-a-film']],
    );
  });

  it('says what it cannot read, and what to do about it', () => {
    for (const [text, words] of [
      ['a,b\n1,2\n', /columns of a Letterboxd or an IMDb/],
      ['Name,Year,Rating\n"open,1990,3\n', /no CSV: .*line/i],
      ['', /columns/],
    ] as const) {
      assert.throws(
        () => readHistoryCsv(text),
        (error) => error instanceof MatineeError && error.code === 'BAD_INPUT' && words.test(error.message),
      );
    }
  });

  it('never breaks by what is in a file, and says where each line is', async () => {
    const cell = fc.string().map((text) => `"${text.replaceAll('"', '""')}"`);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: 8 }), async (rows) => {
        const text = `Name,Year,Rating\n${rows.map((row) => row.join(',')).join('\n')}\n`;
        const { matched, doubtful, unmatched } = await matchHistory(text, catalogue, WHOLE);
        assert.ok(matched.length + doubtful.length + unmatched.length <= rows.length);
      }),
    );
  });

  it('brings ratings to the nearest that the scale has', () => {
    assert.deepEqual(
      [0.5, 1.4, 2.5, 4.9].map((stars) => onScale(stars, WHOLE)),
      [1, 1, 3, 5],
    );
    assert.deepEqual(
      [0.5, 1.4, 5].map((stars) => onScale(stars, HALVES)),
      [0.5, 1.5, 5],
    );
  });

  it('compares titles without accents, articles and punctuation', () => {
    assert.equal(titleKey('L’Âge d’or'), titleKey("L'age d'Or"));
    assert.equal(titleKey('The Good, the Bad & the Ugly'), titleKey('Good the Bad and the Ugly'));
    assert.equal(titleKey('Il'), 'il');
    assert.notEqual(titleKey('Alien'), titleKey('Aliens'));
  });
});
