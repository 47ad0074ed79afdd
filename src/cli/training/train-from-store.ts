/** Trains a version on what the store holds, and makes it the one that serves unless it is worse. */
import { INDEXER_GROUP, MOVIES_TOPIC } from '../../domain/topics.ts';
import { createEmbeddedTrainer } from '../../model/training/embedded/embedded-trainer.ts';
import {
  type TrainedVersion,
  type TrainVersionInput,
  trainVersion,
} from '../../model/training/train-version.ts';
import type { State } from '../home/open-state.ts';

export type StoreTraining = Omit<TrainVersionInput, 'ratings' | 'trainer' | 'registry' | 'streamOffsets'>;

/** Reads the index, trains and registers. The stream's offsets are read first: the version has at least those. */
export async function trainFromStore(
  { store, stream, registry }: Pick<State, 'store' | 'stream' | 'registry'>,
  training: StoreTraining,
): Promise<TrainedVersion> {
  const committed = await stream.committed(INDEXER_GROUP, [MOVIES_TOPIC]);
  return trainVersion({
    ...training,
    ratings: store.scanRatings(),
    trainer: createEmbeddedTrainer(),
    registry,
    streamOffsets: committed.map(({ offset, ...place }) => ({ ...place, offset: offset ?? 0 })),
  });
}
