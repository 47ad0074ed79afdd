/** Trains a version on what the store holds, and makes it the one that serves unless it is worse. */
import { FEEDBACK_TYPES } from '../../domain/interaction.ts';
import { INDEXER_GROUP, MOVIES_TOPIC } from '../../domain/topics.ts';
import { filmTraits, NO_TRAITS } from '../../model/features/traits.ts';
import type { FeedbackWeights } from '../../model/feedback/signal.ts';
import { startingPoints } from '../../model/training/budget/starting-points.ts';
import { createEmbeddedTrainer } from '../../model/training/embedded/embedded-trainer.ts';
import {
  type TrainedVersion,
  type TrainVersionInput,
  trainVersion,
} from '../../model/training/train-version.ts';
import type { Trainer } from '../../model/training/trainer.ts';
import type { State } from '../home/open-state.ts';

export type StoreTraining = Omit<
  TrainVersionInput,
  'ratings' | 'interactions' | 'traits' | 'trainer' | 'registry' | 'streamOffsets'
> & {
  /** What each kind of interaction counts for the ranking. */
  feedback: FeedbackWeights;
  /** A thread of this process by default. */
  trainer?: Trainer;
};

/**
 * Reads the index, trains and registers; with a budget, after a search among all models. The stream's offsets are read first: the version has at least those. Models may
 * learn from what films are; what people are stays out of them.
 */
export async function trainFromStore(
  { store, stream, registry }: Pick<State, 'store' | 'stream' | 'registry'>,
  training: StoreTraining,
): Promise<TrainedVersion> {
  const committed = await stream.committed(INDEXER_GROUP, [MOVIES_TOPIC]);
  const films = await store.catalogue();
  return trainVersion({
    ...(training.budgetMs === undefined ? {} : { candidates: startingPointsFor(films.length) }),
    ...training,
    traits: { ...NO_TRAITS, films: new Map(films.map((film) => [film.movieId, filmTraits(film)])) },
    ratings: store.scanRatings(),
    interactions: { blocks: store.scanInteractions(FEEDBACK_TYPES), weights: training.feedback },
    trainer: training.trainer ?? createEmbeddedTrainer(),
    registry,
    streamOffsets: committed.map(({ offset, ...place }) => ({ ...place, offset: offset ?? 0 })),
  });
}

function startingPointsFor(films: number): NonNullable<StoreTraining['candidates']> {
  return { rating: startingPoints('rating', films), ranking: startingPoints('ranking', films) };
}
