/** The topics of the flow, and the consumer group that indexes them. */

/** Rating records, in the source's shape; a person's records share a partition. */
export const MOVIES_TOPIC = 'movies';
/** Everything else people do. */
export const INTERACTIONS_TOPIC = 'interactions';

/** Rating records that Spark has cleaned, or left as they came: what the indexer reads in place of `movies` then. */
export const CLEAN_TOPIC = 'movies.clean';

/** The header of a record of `movies.clean` that says where it was, `movies:partition:offset`. */
export const ORIGIN_HEADER = 'matinee-origin';

export type FlowTopic = typeof MOVIES_TOPIC | typeof INTERACTIONS_TOPIC;

/** Where what could not be processed is kept: `movies.dead`, `interactions.dead`. */
export function deadTopicOf(topic: FlowTopic): string {
  return `${topic}.dead`;
}

export const FLOW_TOPICS: readonly FlowTopic[] = [MOVIES_TOPIC, INTERACTIONS_TOPIC];

/** What the indexer reads where Spark cleans before it. */
export const CLEANED_TOPICS: readonly string[] = [CLEAN_TOPIC, INTERACTIONS_TOPIC];

/** The topic whose rules a record is read by; null for a topic that is none of the flow's. */
export function flowTopicOf(topic: string): FlowTopic | null {
  if (topic === CLEAN_TOPIC) return MOVIES_TOPIC;
  return FLOW_TOPICS.find((name) => name === topic) ?? null;
}

/** How many partitions a topic is created with unless the configuration says otherwise. */
export const DEFAULT_PARTITIONS = 3;

/** The consumer group that cleans and indexes. */
export const INDEXER_GROUP = 'matinee-indexer';
