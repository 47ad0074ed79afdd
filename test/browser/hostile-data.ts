/** A small data set of the CSV layout with the titles that break pages: markup, right to left, far too long. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export const HOSTILE_TITLES = {
  1: '<script>document.title="taken"</script><img src=x onerror=document.title="taken">',
  2: '\u0639\u0645\u0631 \u0627\u0644\u0645\u062e\u062a\u0627\u0631 \u202egnp.exe',
  3: `${'A title without an end '.repeat(13)}`.slice(0, 299),
  4: 'Donaudampfschifffahrtsgesellschaftskapitänskajütenschlüsselloch'.repeat(3),
  5: '{{name}} $t(app.name) & "quoted", <b>bold</b>',
} as const;

const FILMS = 60;
const PEOPLE = 40;
const GENRES = ['Drama', 'Comedy', 'Sci-Fi', 'Horror', 'Film-Noir', 'Western'];

const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

/** Writes `movies.csv` and `ratings.csv` into a folder: ratings in half stars, everybody has rated twenty films. */
export function writeHostileData(directory: string): void {
  mkdirSync(directory, { recursive: true });
  const titles = new Map<number, string>(
    Object.entries(HOSTILE_TITLES).map(([id, title]) => [Number(id), title]),
  );
  const movies = ['movieId,title,genres'];
  for (let movieId = 1; movieId <= FILMS; movieId++) {
    const title = titles.get(movieId) ?? `Ordinary Film ${movieId}`;
    movies.push(`${movieId},${quoted(`${title} (${1940 + movieId})`)},${GENRES[movieId % GENRES.length]}`);
  }
  const ratings = ['userId,movieId,rating,timestamp'];
  for (let userId = 1; userId <= PEOPLE; userId++) {
    for (let nth = 0; nth < 20; nth++) {
      const movieId = ((userId * 7 + nth * 11) % FILMS) + 1;
      const rating = 0.5 + ((userId * 3 + movieId * 5) % 10) / 2;
      ratings.push(`${userId},${movieId},${rating},${1_500_000_000 + userId * 1_000 + nth}`);
    }
  }
  writeFileSync(join(directory, 'movies.csv'), `${movies.join('\n')}\n`);
  writeFileSync(join(directory, 'ratings.csv'), `${ratings.join('\n')}\n`);
}
