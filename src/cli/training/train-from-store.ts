/** Trains a version on what the store holds, and makes it the one that serves unless it is worse. */
import { MatineeError } from '../../domain/errors.ts';
import { FEEDBACK_TYPES } from '../../domain/interaction.ts';
import { INDEXER_GROUP, MOVIES_TOPIC } from '../../domain/topics.ts';
import { interactionsWithout, ratingsWithout } from '../../governance/processing/without-persons.ts';
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
import { limitedPersons } from '../subjects/processing-view.ts';

export type StoreTraining = Omit<
  TrainVersionInput,
  'ratings' | 'interactions' | 'traits' | 'trainer' | 'registry' | 'streamOffsets' | 'erasures'
> & {
  /** What each kind of interaction counts for the ranking. */
  feedback: FeedbackWeights;
  /** A thread of this process by default. */
  trainer?: Trainer;
};

/**
 * Reads the index, trains and registers; with a budget, after a search among all models. The stream's offsets are read first: the version has at least those. Models may
 * learn from what films are; what people are stays out of them, and so do people who forbid it. `CONFLICT` when somebody was erased meanwhile: a version that
 * has seen them is not kept.
 */
export async function trainFromStore(
  { store, stream, registry, vault }: Pick<State, 'store' | 'stream' | 'registry' | 'vault'>,
  training: StoreTraining,
): Promise<TrainedVersion> {
  // First: whoever is erased from now on may be in what is read below.
  const erasures = await store.erasures();
  const committed = await stream.committed(INDEXER_GROUP, [MOVIES_TOPIC]);
  const limited = await limitedPersons(vault);
  const films = await store.catalogue();
  const trained = await trainVersion({
    ...(training.budgetMs === undefined ? {} : { candidates: startingPointsFor(films.length) }),
    ...training,
    traits: { ...NO_TRAITS, films: new Map(films.map((film) => [film.movieId, filmTraits(film)])) },
    ratings: ratingsWithout(store.scanRatings(), limited),
    interactions: {
      blocks: interactionsWithout(store.scanInteractions(FEEDBACK_TYPES), limited),
      weights: training.feedback,
    },
    trainer: training.trainer ?? createEmbeddedTrainer(),
    registry,
    erasures,
    streamOffsets: committed.map(({ offset, ...place }) => ({ ...place, offset: offset ?? 0 })),
  });
  const now = await store.erasures();
  if (now === erasures) return trained;
  await registry.removeOlderThan(now, 0);
  throw new MatineeError(
    'CONFLICT',
    'Somebody was erased while this version was trained, and it is not kept',
    {
      hint: 'Train again.',
    },
  );
}

function startingPointsFor(films: number): NonNullable<StoreTraining['candidates']> {
  return { rating: startingPoints('rating', films), ranking: startingPoints('ranking', films) };
}
