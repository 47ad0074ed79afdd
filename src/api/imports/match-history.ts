/** A history from elsewhere, laid over the catalogue: what is surely meant, what may be, and what is not here. */
import { setImmediate } from 'node:timers/promises';
import type { Catalogue } from '../../recommender/catalogue.ts';
import type { ImportAnswer } from '../schemas/import.ts';
import { createTitleMatcher } from './match-titles.ts';
import { type ImportedLine, readHistoryCsv } from './read-history-csv.ts';

interface Scale {
  minimum: number;
  maximum: number;
  step: number;
}

/** Other requests get their turn so often while a long file is matched. */
const TURN_MS = 8;

/** Of a film that is there several times the last line counts. Ratings are brought to the scale of the data. */
export async function matchHistory(csv: string, catalogue: Catalogue, scale: Scale): Promise<ImportAnswer> {
  const { format, lines } = readHistoryCsv(csv);
  const match = createTitleMatcher(catalogue.movies);
  const sure = new Map<number, ImportAnswer['matched'][number]>();
  const doubtful: ImportAnswer['doubtful'] = [];
  const unmatched: ImportAnswer['unmatched'] = [];
  let turn = performance.now();
  for (const line of lines) {
    if (performance.now() - turn > TURN_MS) {
      await setImmediate();
      turn = performance.now();
    }
    const { stars, skip } = line;
    if (stars === null) {
      unmatched.push({ ...saidOf(line), reason: skip ?? 'no-rating' });
      continue;
    }
    const found = match(line);
    const rating = onScale(stars, scale);
    if (found.kind === 'none') unmatched.push({ ...saidOf(line), reason: 'no-film' });
    else if (found.kind === 'sure') {
      sure.set(found.movie.movieId, { ...saidOf(line), rating, movie: fieldsOf(found.movie) });
    } else doubtful.push({ ...saidOf(line), rating, candidates: found.movies.map(fieldsOf) });
  }
  return { format, lines: lines.length, matched: [...sure.values()], doubtful, unmatched };
}

function saidOf({ line, title, year }: ImportedLine) {
  return { line, title, year };
}

function fieldsOf({ movieId, title, genres, year }: Catalogue['movies'][number]) {
  return { movieId, title, genres, year };
}

/** The nearest rating that the data's scale has. */
export function onScale(stars: number, { minimum, maximum, step }: Scale): number {
  const steps = Math.round((stars - minimum) / step);
  return Math.min(maximum, Math.max(minimum, minimum + steps * step));
}
