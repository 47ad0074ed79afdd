/** The route of the experiment that runs: what it says so far. */
import { MatineeError } from '../../domain/errors.ts';
import { describeOutcome } from '../../recommender/experiments/describe-outcome.ts';
import { type Experiment, shownBy } from '../../recommender/experiments/experiment.ts';
import { outcomeOf } from '../../recommender/experiments/outcome.ts';
import { tallyExperiment } from '../../recommender/experiments/tally.ts';
import type { ApiContext, App } from '../app.ts';
import { ExperimentAnswerSchema } from '../schemas/experiment.ts';
import { AfterQuerySchema } from '../schemas/parameters.ts';

export function experimentRoutes(app: App, { store, experiment }: ApiContext): void {
  app.get(
    '/api/admin/experiment',
    {
      config: { answersFrom: 'index' },
      schema: {
        operationId: 'getExperiment',
        summary: 'The experiment that runs, and what it says so far',
        description:
          'Of the films that answers of each arm showed, which share was opened. Intervals are over people, for the films of one person hang together. 404 where no experiment runs.',
        tags: ['operations'],
        querystring: AfterQuerySchema,
        response: { 200: ExperimentAnswerSchema },
      },
    },
    async () => {
      if (experiment === undefined) throw noExperiment();
      const { name, share } = experiment;
      const tally = await tallyExperiment(name, store.scanShown(['impression', 'click'], shownBy(name)));
      const outcome = outcomeOf(experiment, tally);
      return { name, share, variant: variantOf(experiment), ...outcome, text: describeOutcome(outcome) };
    },
  );
}

function variantOf({ variant }: Experiment) {
  const { byPopularity = false, diversity = 0, steering = {} } = variant;
  const { popularity = 0, novelty = 0, era = null } = steering;
  return { byPopularity, diversity, popularity, novelty, era };
}

function noExperiment(): MatineeError {
  return new MatineeError('NOT_FOUND', 'No experiment runs here.', {
    hint: 'Name one in the configuration: `experiment.name`, and what its variant does (docs/experiments.md).',
  });
}
