/**
 * Makes `films.ts` from `data/movies.json` of the npm package `vega-datasets`. That file has deliberate faults, as an
 * exercise in cleaning; this is the cleaning. To run it:
 *
 *   npm pack vega-datasets@3.2.1 && tar xzf vega-datasets-3.2.1.tgz
 *   node src/source/catalogue/extract-films.ts package/data/movies.json > src/source/catalogue/films.ts
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { parseTitle } from '../../domain/title.ts';
import { type Film, writeFilmLines } from './film-lines.ts';

const Text = Type.Union([Type.String(), Type.Null()]);
const EntrySchema = Type.Object({
  Title: Type.Union([Type.String(), Type.Number(), Type.Null()]),
  'Release Date': Text,
  'Major Genre': Text,
  'Creative Type': Text,
  'IMDB Votes': Type.Union([Type.Number(), Type.Null()]),
});
export type VegaEntry = Static<typeof EntrySchema>;
const isEntries = Compile(Type.Array(EntrySchema));

/** Films with fewer votes are too obscure to be recognised. */
const MIN_VOTES = 1400;
/** The file ends with 2010: a later year lacks its century's turn, 2046 is 1946. */
const LAST_YEAR = 2010;

const GENRES: Readonly<Record<string, readonly string[]>> = {
  Action: ['Action'],
  Adventure: ['Adventure'],
  'Black Comedy': ['Comedy', 'Crime'],
  Comedy: ['Comedy'],
  'Concert/Performance': ['Documentary', 'Musical'],
  Documentary: ['Documentary'],
  Drama: ['Drama'],
  Horror: ['Horror'],
  Musical: ['Musical'],
  'Romantic Comedy': ['Comedy', 'Romance'],
  'Thriller/Suspense': ['Thriller'],
  Western: ['Western'],
};

const TYPES: Readonly<Record<string, readonly string[]>> = {
  Dramatization: ['Biography'],
  Fantasy: ['Fantasy'],
  'Historical Fiction': ['Period'],
  'Kids Fiction': ['Children'],
  'Science Fiction': ['Sci-Fi'],
  'Super Hero': ['Action', 'Superhero'],
};

/** Titles with the year of a re-release, joined to another film, or not for every living room. */
const UNSUITABLE = new Set([
  'Akira',
  'Deep Throat',
  'Fantasia 2000 (IMAX)',
  'Fantasia 2000 (Theatrical Release)',
  'Good Will Hunting',
  'Metropolis (2002)',
  'Pink Flamingos',
  'Shichinin no samurai',
  'Steal (Canadian Release)',
  'The Day the Earth Stood Still',
]);

/** A film's facts; null for an entry that is not fit to be shown. */
export function filmOf(entry: VegaEntry): Film | null {
  const title = titleOf(entry.Title);
  const year = yearOf(entry['Release Date']);
  const genres = new Set([
    ...(GENRES[entry['Major Genre'] ?? ''] ?? []),
    ...(TYPES[entry['Creative Type'] ?? ''] ?? []),
  ]);
  const named = [...genres].some((genre) => genre !== 'Period');
  const obscure = (entry['IMDB Votes'] ?? 0) < MIN_VOTES;
  if (title === null || year === null || !named || obscure || UNSUITABLE.has(title)) return null;
  return { title, year, genres: [...genres] };
}

/** Titles beyond ASCII went through a wrong encoding there. */
function titleOf(raw: VegaEntry['Title']): string | null {
  const text = String(raw ?? '')
    .replace(/\s+/g, ' ')
    .replace(/^Star Wars Ep\. /, 'Star Wars: Episode ')
    .replace(/ \(1933\)$| \(1962\)$/, '');
  const { title } = parseTitle(text);
  return /^[\x20-\x7e]+$/.test(title) && !/[`\\${}]/.test(title) ? title : null;
}

/** `Dec 31` stands for the first of January, moved by a time zone. */
function yearOf(date: string | null): number | null {
  const [, month, day, text] = /^(\w{3}) (\d{2}) (\d{4})$/.exec(date ?? '') ?? [];
  if (text === undefined) return null;
  const year = Number(text) > LAST_YEAR ? Number(text) - 100 : Number(text);
  return month === 'Dec' && day === '31' && year < 1990 ? year + 1 : year;
}

/** The films of the file, the most voted first, each title and year once. */
export function filmsOf(entries: readonly VegaEntry[]): Film[] {
  const byFame = entries.toSorted((a, b) => (b['IMDB Votes'] ?? 0) - (a['IMDB Votes'] ?? 0));
  const films = byFame.map(filmOf).filter((film) => film !== null);
  return [
    ...new Map(films.toReversed().map((film) => [`${film.title} ${film.year}`, film])).values(),
  ].toReversed();
}

/** The text of `films.ts`. */
function moduleOf(films: readonly Film[]): string {
  return `/**
 * Titles, years and genres of ${films.length} films, the best known first: facts extracted by \`extract-films.ts\` from
 * \`data/movies.json\` of vega-datasets 3.2.1 (https://github.com/vega/vega-datasets, BSD-3-Clause; see NOTICE.md).
 * One film a line: title, year, genres, separated by tabs.
 */
export const FILMS = \`
${writeFilmLines(films)}
\`;
`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const entries: unknown = JSON.parse(await readFile(process.argv[2] ?? 'movies.json', 'utf8'));
  if (!isEntries.Check(entries)) throw new Error('not the movies.json of vega-datasets');
  process.stdout.write(moduleOf(filmsOf(entries)));
}
