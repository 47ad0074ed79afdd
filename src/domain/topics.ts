/** The topics of the flow, and the consumer group that indexes them. */

/** Rating records, in the source's shape; a person's records share a partition. */
export const MOVIES_TOPIC = 'movies';
/** Everything else people do. */
export const INTERACTIONS_TOPIC = 'interactions';

export type FlowTopic = typeof MOVIES_TOPIC | typeof INTERACTIONS_TOPIC;

/** Where what could not be processed is kept: `movies.dead`, `interactions.dead`. */
export function deadTopicOf(topic: FlowTopic): string {
  return `${topic}.dead`;
}

export const FLOW_TOPICS: readonly FlowTopic[] = [MOVIES_TOPIC, INTERACTIONS_TOPIC];

/** How many partitions a topic is created with unless the configuration says otherwise. */
export const DEFAULT_PARTITIONS = 3;

/** The consumer group that cleans and indexes. */
export const INDEXER_GROUP = 'matinee-indexer';
