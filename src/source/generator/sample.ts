/** Generated data sets in memory, and the sample that is served when no data set is named. */
import { createHash } from 'node:crypto';
import type { SourceUser } from '../../domain/person.ts';
import { catalogue } from '../catalogue/catalogue.ts';
import type { DataSet, RatingTable } from '../data-set.ts';
import { createRatingColumns } from '../files/rating-columns.ts';
import { NO_REJECTIONS } from '../rejections.ts';
import { type GeneratorSpec, generateRatings } from './generate.ts';

/** Generates a data set into memory. */
export function generateDataSet(name: string, spec: GeneratorSpec): DataSet {
  const { movies, people } = generateRatings(spec);
  const columns = createRatingColumns(spec.ratings);
  const users: SourceUser[] = [];
  for (const person of people) {
    for (const [i, movie] of person.movies.entries()) {
      columns.add(users.length, movie, person.values[i] ?? 0, person.timestamps[i] ?? 0);
    }
    users.push(person.user);
  }
  const ratings = columns.finish();
  return {
    name,
    layout: 'generated',
    simulated: true,
    fingerprint: fingerprintOf(name, ratings),
    movies,
    users,
    ratings,
    rejected: NO_REJECTIONS,
  };
}

const SAMPLE_USERS = 1000;
const SAMPLE_RATINGS = 100_000;
const SAMPLE_SEED = 1895;

/** The sample: every film of the catalogue, 1,000 simulated people, 100,000 simulated ratings; always the same. */
export function sampleDataSet(): DataSet {
  return generateDataSet('sample', {
    users: SAMPLE_USERS,
    movies: catalogue().length,
    ratings: SAMPLE_RATINGS,
    seed: SAMPLE_SEED,
  });
}

function fingerprintOf(name: string, { users, movies, values, timestamps }: RatingTable): string {
  const digest = createHash('sha256').update(name);
  for (const column of [users, movies, values, timestamps]) digest.update(column);
  return digest.digest('hex');
}
