/** The experiment of the configuration. */
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { Experiment } from '../../recommender/experiments/experiment.ts';

/** Undefined where none is named. `USAGE` for a variant that is what everybody gets. */
export function configuredExperiment({ experiment }: Pick<Config, 'experiment'>): Experiment | undefined {
  const { name, share, ranking, diversity, popularity, novelty, era } = experiment;
  if (name === null) return undefined;
  const byPopularity = ranking === 'popular';
  if (!byPopularity && diversity === 0 && popularity === 0 && novelty === 0 && era === null) {
    throw new MatineeError('USAGE', `the variant of experiment ${name} is what everybody gets`, {
      hint: 'set experiment.ranking, diversity, popularity, novelty or era, or leave experiment.name out',
    });
  }
  const steering = { popularity, novelty, ...(era === null ? {} : { era }) };
  return { name, share, variant: { byPopularity, diversity, steering } };
}
