/** Writes recommendations for everybody in a home to a file, one person a line; the file is there whole or not at all. */
import { MatineeError } from '../../domain/errors.ts';
import type { Logger, Progress } from '../../domain/ports.ts';
import { type PersonRecommendations, recommendToAll } from '../../recommender/recommend-all.ts';
import { createRecommender } from '../../recommender/recommender.ts';
import type { State } from '../home/open-state.ts';
import { limitedPersons } from '../subjects/processing-view.ts';
import { writeLines } from '../write-lines.ts';
import { ratingScaleOf } from './rating-scale.ts';

export interface WriteAllOptions {
  /** The file, replaced at the end. */
  out: string;
  n: number;
  diversity?: number;
  logger: Logger;
  onProgress: (progress: Progress) => void;
  signal: AbortSignal;
}

export interface WrittenRecommendations {
  people: number;
  modelVersion: string;
}

/**
 * By the version that is active now. Reads the index beside whatever runs on the home. `UNAVAILABLE` without a model or
 * a folder to write into, `CANCELLED` on abort; the file is then as it was.
 */
export async function writeRecommendations(
  { store, registry, vault }: Pick<State, 'store' | 'registry' | 'vault'>,
  options: WriteAllOptions,
): Promise<WrittenRecommendations> {
  const { out, n, diversity, logger, onProgress, signal } = options;
  const version = await registry.active();
  if (version === null) {
    throw new MatineeError('UNAVAILABLE', 'No model serves yet, and there is nothing to recommend by.', {
      hint: 'Run `matinee train` first.',
    });
  }
  const recommender = await createRecommender({ store, logger, scale: await ratingScaleOf(store) });
  try {
    recommender.setModel(await registry.load(version));
    const query = { n, reasons: false, ...(diversity === undefined ? {} : { diversity }) };
    const leftOut = await limitedPersons(vault);
    const all = recommendToAll({ store, recommender, query, leftOut, onProgress, signal });
    return { people: await writeLines(out, linesOf(all)), modelVersion: version };
  } finally {
    await recommender.close();
  }
}

async function* linesOf(all: AsyncIterable<PersonRecommendations>): AsyncGenerator<string> {
  for await (const recommendations of all) yield JSON.stringify(lineOf(recommendations));
}

function lineOf({ person, modelVersion, strategy, films }: PersonRecommendations) {
  return {
    pseudonym: person,
    modelVersion,
    strategy,
    items: films.map(({ movie: { movieId, title }, score, predictedRating, ratingInterval }, place) => ({
      position: place + 1,
      movieId,
      title,
      score,
      predictedRating,
      ...(ratingInterval === undefined ? {} : { ratingInterval }),
    })),
  };
}
