/** The ratings of a release, streamed into columns. */
import { join } from 'node:path';
import type { RatingTable } from '../data-set.ts';
import { fileSize } from '../files/file-size.ts';
import { createRatingColumns } from '../files/rating-columns.ts';
import { createRatingRowParser, isCutOff, type RatingRow, readRatingRow } from '../files/rating-row.ts';
import { scanLines } from '../files/scan-lines.ts';
import type { MovieCatalogue } from './movies.ts';
import type { FolderReading } from './read-records.ts';
import { type People, placeOfUser } from './users.ts';

/** A row of MovieLens is rarely shorter, so that the columns rarely grow. */
const EXPECTED_ROW_BYTES = 21;

/** Reads the ratings; people met for the first time are added. A rating of a film that is not there is rejected. */
export async function readRatings(
  reading: FolderReading,
  catalogue: MovieCatalogue,
  people: People,
): Promise<RatingTable> {
  const { dir, layout, rejections, digest, onBytes, signal } = reading;
  const file = layout.ratings;
  const path = join(dir, file);
  const columns = createRatingColumns((await fileSize(path)) / EXPECTED_ROW_BYTES);
  const parse = createRatingRowParser(layout.separator);
  const row: RatingRow = { user: 0, movie: 0, value: 0, timestamp: 0 };
  const reject = (line: number, reason: string, text: string) => rejections.add({ file, line, reason, text });

  const take = ({ user, movie, value, timestamp }: RatingRow): string | null => {
    const place = catalogue.index.indexOf(movie);
    if (place === -1) return `movie ${movie} is not in ${layout.movies}`;
    columns.add(placeOfUser(people, user), place, value, timestamp);
    return null;
  };
  digest.update(`\0${file}\0`);
  await scanLines(
    path,
    (bytes, start, end, line, terminated) => {
      if (parse(bytes, start, end, row) && !isCutOff(row, terminated)) {
        const problem = take(row);
        if (problem !== null) reject(line, problem, bytes.toString('utf8', start, end));
        return;
      }
      const text = bytes.toString('utf8', start, end);
      if (line === 1 && layout.kind === 'movielens-csv' && text.startsWith('userId,')) return;
      const read = readRatingRow(text, layout.separator, terminated);
      const problem = typeof read === 'string' ? read : take(read);
      if (problem !== null) reject(line, problem, text);
    },
    {
      digest,
      signal,
      onBytes,
      onTooLong: (text, line) => reject(line, 'is too long for a row', text),
    },
  );
  return columns.finish();
}
