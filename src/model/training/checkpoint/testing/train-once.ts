/**
 * Run as a process of its own, to be killed: trains with a checkpoint after every iteration in the file that is named,
 * says `iteration` for each and what became of an earlier checkpoint, and at the end prints a digest of what it made.
 */
import { createHash } from 'node:crypto';
import { createPool } from '../../../../../kernel/pool.ts';
import { defaultParams, type ModelParams } from '../../../params.ts';
import { buffersOf } from '../../../state.ts';
import { tasteRatings } from '../../../testing/rating-data.ts';
import { runTraining } from '../../run-training.ts';
import type { FittedModel } from '../../trainer.ts';

const rating = [4, 6].flatMap((rank): ModelParams[] => [
  { model: 'als', rank, iterations: 5, regularization: 0.3, frequencyExponent: 0.5 },
  { model: 'als', rank, iterations: 7, regularization: 0.3, frequencyExponent: 0.5 },
  { model: 'als-nonnegative', rank, iterations: 6, regularization: 0.1 },
]);
const ranking = [8, 12].map(
  (rank): ModelParams => ({
    model: 'implicit-als',
    rank,
    iterations: 6,
    regularization: 2,
    unobservedWeight: 0.2,
    frequencyExponent: 0.5,
    ratingWeight: 0.5,
  }),
);

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

function digestOf({ state, metrics, trials }: FittedModel): string {
  const hash = createHash('sha256');
  for (const buffer of buffersOf(state)) hash.update(new Uint8Array(buffer));
  const measured = trials.map(({ fitSeconds: _, ...trial }) => trial);
  return hash.update(JSON.stringify([state.params, metrics, measured])).digest('hex');
}

const [file = ''] = process.argv.slice(2);
const pool = createPool(2);
const outcome = await runTraining(
  {
    ratings: [tasteRatings(200, 120)],
    candidates: { rating, ranking: [defaultParams('popular', 'ranking'), ...ranking] },
    holdout: { fraction: 0.2, seed: 1 },
    seed: 5,
  },
  pool,
  {
    ...(file === '' ? {} : { checkpoint: { file, everyMs: 0 } }),
    onProgress: () => say('iteration'),
    onNotice: (notice) => say(notice.kind),
  },
);
await pool.close();
say(`done ${digestOf(outcome.rating)} ${digestOf(outcome.ranking)}`);
