/** What the flow looks like at one moment, as metrics and the operator's page tell of it. No person is in it. */

export interface PartitionReading {
  topic: string;
  partition: number;
  /** The first offset still kept, and the next to be given. */
  earliest: number;
  next: number;
  /** Records that the indexer has yet to commit; null for a topic that it does not read. */
  lag: number | null;
}

export interface ModelReading {
  version: string;
  /** Epoch seconds. */
  trainedAt: number;
  rating: string;
  ranking: string;
  /** Measured on the part that was withheld when it was trained, by task and metric (`rating.rmse`). */
  quality: Record<string, number>;
}

export interface FlowReading {
  partitions: PartitionReading[];
  documents: Record<'ratings' | 'movies' | 'users' | 'interactions', number>;
  /** Records that could not be processed and wait for somebody to look. */
  deadLetters: number;
  /** The version that serves; null while none does. */
  model: ModelReading | null;
}
