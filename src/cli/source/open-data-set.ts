/** The data set that a command is about: a folder's, or the sample that ships. */
import type { Progress } from '../../domain/ports.ts';
import type { DataSet } from '../../source/data-set.ts';
import { sampleDataSet } from '../../source/generator/sample.ts';
import { readDataSet } from '../../source/movielens/read-data-set.ts';
import type { RejectionSink } from '../../source/rejections.ts';

/** What the rest of the system is told of a data set; its ratings stay where they were read. */
export interface DataSetSummary {
  name: string;
  fingerprint: string;
  simulated: boolean;
  ratings: number;
  movies: number;
  users: number;
  rejected: number;
  scale: RatingScale;
}

/** The scale that the ratings lie on. */
export interface RatingScale {
  minimum: number;
  maximum: number;
  step: number;
}

export const WHOLE_STARS: RatingScale = { minimum: 1, maximum: 5, step: 1 };
export const HALF_STARS: RatingScale = { minimum: 0.5, maximum: 5, step: 0.5 };

/** Reads the folder, or makes the sample where there is none. */
export function openDataSet(
  dir: string | null,
  options: { onRejected: RejectionSink; onProgress: (progress: Progress) => void },
): Promise<DataSet> {
  return dir === null ? Promise.resolve(sampleDataSet()) : readDataSet(dir, options);
}

export function summarise({
  name,
  fingerprint,
  simulated,
  ratings,
  movies,
  users,
  rejected,
}: DataSet): DataSetSummary {
  return {
    name,
    fingerprint,
    simulated,
    ratings: ratings.length,
    movies: movies.length,
    users: users.length,
    rejected: rejected.count,
    scale: ratings.values.every(Number.isInteger) ? WHOLE_STARS : HALF_STARS,
  };
}
