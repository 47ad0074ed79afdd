/** Trains a version from the ratings of the store, and registers it: what `train` does, and `start` in the background. */

import type { TrainingTraits } from '../features/traits.ts';
import type { InteractionColumns } from '../feedback/collect-signals.ts';
import type { FeedbackWeights } from '../feedback/signal.ts';
import { defaultParams, type ModelParams, quickModel } from '../params.ts';
import type { RatingColumns } from '../ratings.ts';
import type { Manifest } from '../registry/manifest.ts';
import type { ModelRegistry } from '../registry/registry.ts';
import type { Trainer, TrainingOptions, TrainingOutcome } from './trainer.ts';

/** The reference's split: 20 % withheld, seed 42. */
export const REFERENCE_HOLDOUT = { fraction: 0.2, seed: 42 } as const;

export interface TrainVersionInput extends TrainingOptions {
  /** The whole index, in blocks. Typed arrays among the columns may be empty afterwards. */
  ratings: AsyncIterable<RatingColumns> | Iterable<RatingColumns>;
  /** What else people did, in blocks, and what each kind of it counts. */
  interactions?: { blocks: AsyncIterable<InteractionColumns>; weights: FeedbackWeights };
  trainer: Trainer;
  registry: ModelRegistry;
  /** What to try for each task; by default one that is fitted in a moment. */
  candidates?: { rating?: readonly ModelParams[]; ranking?: readonly ModelParams[] };
  /** Milliseconds to search around the candidates within (`TrainingJob.budgetMs`). */
  budgetMs?: number;
  /** What to withhold for measuring; null to measure nothing, by default the reference's split. */
  holdout?: { fraction: number; seed: number } | null;
  /** Seed of the initial factors, 42 by default. */
  seed?: number;
  /** What is known of people and films besides ratings, for models that learn from it. */
  traits?: TrainingTraits;
  /** How far the stream had been indexed when the ratings were read. */
  streamOffsets?: Manifest['streamOffsets'];
  /** How often somebody had been erased from the store before the ratings were read. */
  erasures?: number;
}

export interface TrainedVersion {
  manifest: Manifest;
  outcome: TrainingOutcome;
}

/**
 * Trains and registers a version; it is for the caller to activate it. Rejects as `Trainer.train` and `ModelRegistry.register` do,
 * and then nothing is registered.
 */
export async function trainVersion(input: TrainVersionInput): Promise<TrainedVersion> {
  const {
    trainer,
    registry,
    candidates = {},
    holdout = REFERENCE_HOLDOUT,
    seed = 42,
    traits,
    streamOffsets,
    erasures,
  } = input;
  const ratings: RatingColumns[] = [];
  for await (const block of input.ratings) ratings.push(block);
  const blocks: InteractionColumns[] = [];
  for await (const block of input.interactions?.blocks ?? []) blocks.push(block);
  const outcome = await trainer.train(
    {
      ratings,
      candidates: {
        rating: candidates.rating ?? [defaultParams(quickModel('rating'), 'rating')],
        ranking: candidates.ranking ?? [defaultParams(quickModel('ranking'), 'ranking')],
      },
      holdout,
      seed,
      ...(input.budgetMs === undefined ? {} : { budgetMs: input.budgetMs }),
      ...(traits === undefined ? {} : { traits }),
      ...(input.interactions === undefined
        ? {}
        : { interactions: { blocks, weights: input.interactions.weights } }),
    },
    {
      ...(input.signal === undefined ? {} : { signal: input.signal }),
      ...(input.onProgress === undefined ? {} : { onProgress: input.onProgress }),
      ...(input.onNotice === undefined ? {} : { onNotice: input.onNotice }),
    },
  );
  const manifest = await registry.register({
    outcome,
    ...(streamOffsets === undefined ? {} : { streamOffsets }),
    ...(erasures === undefined ? {} : { erasures }),
  });
  return { manifest, outcome };
}
