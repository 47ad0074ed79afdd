/** What every store owes a person who searches: the film they mean comes first. */
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import type { MovieQuery, Store } from '../store.ts';
import { FILMS, filmRatings } from './films.contract.ts';
import { index, type OpenEmptyStore, type OpenedStore } from './samples.contract.ts';

/** What is typed, and the title and year that must come first. */
const EXPECTED_FIRST: readonly (readonly [string, string, number])[] = [
  ['alien', 'Alien', 1979],
  ['aliens', 'Aliens', 1986],
  ['star wars', 'Star Wars', 1977],
  ['godfather', 'The Godfather', 1972],
  ['the godfather', 'The Godfather', 1972],
  ['godfather part ii', 'The Godfather: Part II', 1974],
  ['godfather 2', 'The Godfather: Part II', 1974],
  ['matrix', 'The Matrix', 1999],
  ['matrix 1999', 'The Matrix', 1999],
  ['matrix 2003', 'The Matrix Reloaded', 2003],
  ['matrix reloaded', 'The Matrix Reloaded', 2003],
  ['titanic 1953', 'Titanic', 1953],
  ['titanic', 'Titanic', 1997],
  ['amelie', 'Amélie', 2001],
  ['AMÉLIE', 'Amélie', 2001],
  ['usual supects', 'The Usual Suspects', 1995],
  ['usual susp', 'The Usual Suspects', 1995],
  ['shawshenk redemption', 'The Shawshank Redemption', 1994],
  ['teminator', 'The Terminator', 1984],
  ['terminator 2', 'Terminator 2: Judgment Day', 1991],
  ['spiderman', 'Spider-Man', 2002],
  ['spider man', 'Spider-Man', 2002],
  ['et', 'E.T. the Extra-Terrestrial', 1982],
  ['e.t.', 'E.T. the Extra-Terrestrial', 1982],
  ['schindlers list', "Schindler's List", 1993],
  ["schindler's", "Schindler's List", 1993],
  ['mash', 'M*A*S*H', 1970],
  ['2001', '2001: A Space Odyssey', 1968],
  ['space odyssey', '2001: A Space Odyssey', 1968],
  ['blade runner 2049', 'Blade Runner 2049', 2017],
  ['blade runner', 'Blade Runner', 1982],
  ['la la land', 'La La Land', 2016],
  ['avventura', "L'avventura", 1960],
  ['lavventura', "L'avventura", 1960],
  ['fabuleux destin', "Le Fabuleux Destin d'Amélie Poulain (bonus)", 2001],
  ['les miserables', 'Les Misérables', 2012],
  ['miserables', 'Les Misérables', 2012],
  ['crouching', 'Crouching Tiger, Hidden Dragon', 2000],
  ['tiger crouching', 'Crouching Tiger, Hidden Dragon', 2000],
  ['fast and furious', 'Fast & Furious', 2009],
  ['lord of the rings', 'The Lord of the Rings: The Fellowship of the Ring', 2001],
  ['lord rings two towers', 'The Lord of the Rings: The Two Towers', 2002],
  ['the', 'The Godfather', 1972],
  ['it', 'It', 2017],
  ['star', 'Star Wars', 1977],
  ['comedy', 'Amélie', 2001],
  ['horror 1986', 'Aliens', 1986],
  ['film-noir 1944', 'Double Indemnity', 1944],
];

export function searchContract(open: OpenEmptyStore): void {
  describe('search', () => {
    let opened: OpenedStore;
    before(async () => {
      opened = await open();
      await index(opened.store, filmRatings());
    });
    after(() => opened.dispose());
    const search = (query: Partial<MovieQuery>) =>
      opened.store.searchMovies({ page: 1, perPage: 10, ...query });
    const titles = (films: readonly { title: string }[]) => films.map(({ title }) => title);

    for (const [query, title, year] of EXPECTED_FIRST) {
      it(`finds ${title} (${year}) for "${query}"`, async () => {
        const { results } = await search({ query });
        const [first] = results;
        assert.deepEqual([first?.title, first?.year], [title, year], `got ${titles(results).join(' | ')}`);
      });
    }

    it('asks for all of the words: a film that has one of them is no hit', async () => {
      const found = titles((await search({ query: 'star wars' })).results);
      assert.ok(
        found.slice(0, 3).every((title) => title.startsWith('Star Wars')),
        found.join(' | '),
      );
      assert.ok(!found.includes('Star Trek: Generations') && !found.includes('Stardust'), found.join(' | '));
    });

    it('gives the most rated films first when nothing is typed', async () => {
      const { results, total } = await search({ query: '  ', perPage: FILMS.length });
      assert.equal(total, FILMS.length);
      const counts = results.map(({ ratings }) => ratings);
      assert.deepEqual(
        counts,
        counts.toSorted((a, b) => b - a),
      );
    });

    it('filters by genre and years, and counts facets over all hits', async () => {
      const { results, total, facets } = await search({
        genre: 'Sci-Fi',
        fromYear: 1980,
        toYear: 1989,
        perPage: 2,
      });
      const expected = FILMS.filter(
        ({ genres, year }) => genres.includes('Sci-Fi') && year >= 1980 && year <= 1989,
      );
      assert.equal(total, expected.length);
      assert.equal(results.length, 2);
      assert.deepEqual(facets.decades, [{ value: '1980', count: expected.length }]);
      assert.deepEqual(facets.genres[0], { value: 'Sci-Fi', count: expected.length });
      assert.equal((await search({ year: 1995 })).total, FILMS.filter(({ year }) => year === 1995).length);
    });

    it('pages through hits without repeating or skipping any', async () => {
      const seen: number[] = [];
      for (let page = 1; page <= Math.ceil(FILMS.length / 7) + 1; page += 1) {
        seen.push(...(await search({ page, perPage: 7 })).results.map(({ movieId }) => movieId));
      }
      assert.equal(new Set(seen).size, FILMS.length);
      assert.equal(seen.length, FILMS.length);
    });

    it('refuses a page that cannot be', async () => {
      for (const page of [0, -1, 1.5, Number.NaN]) {
        await assert.rejects(search({ page }), { code: 'BAD_INPUT' });
      }
    });

    it('takes any text for a query', async () => {
      for (const query of ['!!!', '"', '*', '(', 'a'.repeat(5_000), '\u0000', '👽', 'AND OR NOT', 'x:y^2~']) {
        assert.ok((await search({ query })).total >= 0);
      }
      assert.equal((await search({ query: 'zzzzqqqq' })).total, 0);
    });

    it('suggests titles from the first letters', async () => {
      const first = async (prefix: string) => (await opened.store.suggestMovies(prefix, 5))[0]?.title;
      assert.equal(await first('matr'), 'The Matrix');
      assert.equal(await first('the matr'), 'The Matrix');
      assert.equal(await first('amél'), 'Amélie');
      assert.equal(await first('god'), 'The Godfather');
      assert.equal(await first('runner bl'), 'Blade Runner');
      assert.equal((await first('lord of'))?.startsWith('The Lord of the Rings'), true);
      assert.deepEqual(await opened.store.suggestMovies('  ', 5), []);
      assert.equal((await opened.store.suggestMovies('t', 3)).length, 3);
    });

    it('finds the kin of a film: its sequels, then its genre and era', async () => {
      const alike = async (title: string) => {
        const seed = FILMS.find((film) => film.title === title);
        return titles(await opened.store.moreLikeThis(seed?.movieId ?? 0, 3));
      };
      assert.deepEqual((await alike('The Matrix')).slice(0, 2).sort(), [
        'The Matrix Reloaded',
        'The Matrix Revolutions',
      ]);
      assert.equal((await alike('The Godfather'))[0], 'The Godfather: Part II');
      assert.equal(
        (await alike('Star Wars: Episode V - The Empire Strikes Back'))[0]?.startsWith('Star Wars'),
        true,
      );
      assert.ok(!(await alike('Alien')).includes('Alien'));
      assert.deepEqual(await opened.store.moreLikeThis(999_999, 3), []);
    });

    it('knows films added or renamed since', async () => {
      const movie = { movieId: 5_000, title: 'Entirely New', genres: ['Drama'], year: 2020, offset: 0 };
      await write(opened.store, { ...movie, eventTime: 1 });
      assert.equal((await search({ query: 'entirely new' })).results[0]?.movieId, 5_000);
      await write(opened.store, { ...movie, title: 'Called Otherwise', eventTime: 2 });
      assert.equal((await search({ query: 'called otherwise' })).results[0]?.movieId, 5_000);
      assert.equal((await search({ query: 'entirely new' })).total, 0);
    });
  });
}

async function write(
  store: Store,
  movie: {
    movieId: number;
    title: string;
    genres: string[];
    year: number;
    eventTime: number;
    offset: number;
  },
): Promise<void> {
  assert.deepEqual(await store.write({ movies: [movie] }), []);
  await store.flush();
}
