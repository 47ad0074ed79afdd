/**
 * The indices of a store: each has a versioned name behind an alias, so that a new mapping can be built beside the old
 * one. The alias `index_movies` leaves out tombstones, ratings taken back that are kept against late older ones.
 */
import { type Client, errors, type estypes } from '@elastic/elasticsearch';
import { elasticsearchError, inWords } from './connection.ts';
import { indexBehind, refuseOtherMapping } from './migrate/generations.ts';

export const INDICES = ['index_movies', 'index_interactions', 'movies', 'users', 'matinee_state'] as const;
export type IndexName = (typeof INDICES)[number];

/** Grows with every change of a mapping. */
export const MAPPING_VERSION = 1;

/** The name that an index answers to. */
export function aliasOf(prefix: string, index: IndexName): string {
  return `${prefix}${index}`;
}

/** The first index of a mapping; `migrate/` makes others, whose names begin alike. */
export function firstOf(prefix: string, index: IndexName): string {
  return `${aliasOf(prefix, index)}-v${MAPPING_VERSION}`;
}

/**
 * Whatever holds documents of an index, tombstones included, which the alias hides: the index in use, and beside it the one
 * that a migration fills.
 */
export function wholeOf(prefix: string, index: IndexName): string {
  return `${aliasOf(prefix, index)}-v*`;
}

const keyword = { type: 'keyword' } as const;
const whole = { type: 'long' } as const;
const version = { eventTime: whole, offset: whole };
const person = { userId: keyword, ageBand: keyword, gender: keyword, occupation: keyword };

const spoken = { type: 'text', analyzer: 'whitespace', similarity: 'titles' } as const;

const MAPPINGS: Record<IndexName, estypes.MappingTypeMapping> = {
  index_movies: {
    dynamic: 'strict',
    properties: {
      user: { dynamic: 'strict', properties: person },
      movie: {
        dynamic: 'strict',
        properties: {
          movieId: { type: 'integer' },
          title: { ...keyword, ignore_above: 512 },
          genres: keyword,
          year: { type: 'integer' },
        },
      },
      rating: { type: 'float' },
      timestamp: { type: 'date', format: 'epoch_second' },
      formatted_date: { type: 'date', format: 'dd-MM-yyyy HH:mm:ss' },
      ...version,
    },
  },
  index_interactions: {
    dynamic: 'strict',
    properties: {
      id: keyword,
      user: { dynamic: 'strict', properties: person },
      movieId: { type: 'integer' },
      type: keyword,
      recommendationId: keyword,
      position: { type: 'integer' },
      eventTime: { type: 'date', format: 'epoch_millis' },
      offset: whole,
    },
  },
  movies: {
    dynamic: 'strict',
    properties: {
      movieId: { type: 'integer' },
      title: {
        type: 'text',
        analyzer: 'folded',
        fields: {
          en: { type: 'text', analyzer: 'stemmed_en' },
          fr: { type: 'text', analyzer: 'stemmed_fr' },
          beginning: { type: 'text', analyzer: 'beginnings', search_analyzer: 'folded' },
        },
      },
      genres: keyword,
      year: { type: 'integer' },
      // Words as `search/words.ts` has them: initials, compounds and numerals in each of their forms.
      titleWords: spoken,
      genreWords: spoken,
      changes: whole,
      ...version,
    },
  },
  users: { dynamic: 'strict', properties: { ...person, changes: whole, ...version } },
  // The identity; by digest, whom nothing may be taken in of again; and a document for each erasure of somebody known.
  matinee_state: {
    dynamic: 'strict',
    properties: { keyFingerprint: keyword, dataSet: keyword, suppressed: keyword, erased: keyword },
  },
};

const ANALYSIS: estypes.IndicesIndexSettingsAnalysis = {
  filter: {
    english_stem: { type: 'stemmer', language: 'english' },
    french_stem: { type: 'stemmer', language: 'light_french' },
    french_elision: { type: 'elision', articles: ['l', 'd', 'qu', 'n', 's'], articles_case: true },
    beginnings: { type: 'edge_ngram', min_gram: 1, max_gram: 15 },
  },
  analyzer: {
    folded: { type: 'custom', tokenizer: 'standard', filter: ['lowercase', 'asciifolding'] },
    stemmed_en: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['lowercase', 'asciifolding', 'english_stem'],
    },
    stemmed_fr: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['french_elision', 'lowercase', 'asciifolding', 'french_stem'],
    },
    beginnings: {
      type: 'custom',
      tokenizer: 'standard',
      filter: ['lowercase', 'asciifolding', 'beginnings'],
    },
  },
};

/** Titles are short: their length says less of what is meant than in longer texts. */
const SIMILARITY: Record<string, estypes.IndicesSettingsSimilarity> = {
  titles: { type: 'BM25', k1: 1.2, b: 0.3 },
};

/**
 * Makes the indices that are missing, each with its alias; `CONFLICT` for one of another mapping. Several processes may do so
 * at once.
 */
export async function ensureIndices(client: Client, prefix: string): Promise<void> {
  for (const index of INDICES) {
    const alias = aliasOf(prefix, index);
    const behind = await indexBehind(client, alias);
    if (behind === null) await inWords(createIndex(client, prefix, index));
    else refuseOtherMapping(behind, MAPPING_VERSION);
  }
}

/** How an index is spread over the nodes; what is left out is the cluster's default, or as it was. */
export interface Layout {
  shards?: number | undefined;
  replicas?: number | undefined;
}

/** Mapping and settings of an index, as this version of the program wants them. */
export function definitionOf(index: IndexName, { shards, replicas }: Layout = {}) {
  return {
    mappings: MAPPINGS[index],
    settings: {
      ...(index === 'movies' ? { analysis: ANALYSIS, similarity: SIMILARITY } : {}),
      ...(shards === undefined ? {} : { number_of_shards: shards }),
      ...(replicas === undefined ? {} : { number_of_replicas: replicas }),
    },
  };
}

/** What the alias over an index says beside its name. */
export function aliasSettings(index: IndexName): estypes.IndicesAlias {
  return {
    is_write_index: true,
    ...(index === 'index_movies' ? { filter: { exists: { field: 'rating' } } } : {}),
  };
}

async function createIndex(client: Client, prefix: string, index: IndexName): Promise<void> {
  try {
    await client.indices.create({
      index: firstOf(prefix, index),
      ...definitionOf(index),
      aliases: { [aliasOf(prefix, index)]: aliasSettings(index) },
    });
  } catch (thrown) {
    if (isAlreadyThere(thrown)) return;
    throw thrown;
  }
}

/** Makes an index of these fields, and no others, where there is none of that name. */
export async function ensureIndex(
  client: Client,
  index: string,
  properties: NonNullable<estypes.MappingTypeMapping['properties']>,
): Promise<void> {
  try {
    await client.indices.create({ index, mappings: { dynamic: 'strict', properties } });
  } catch (thrown) {
    if (!isAlreadyThere(thrown)) throw elasticsearchError(thrown);
  }
}

/** Whether an index of that name was made meanwhile, or before. */
export function isAlreadyThere(thrown: unknown): boolean {
  return (
    thrown instanceof errors.ResponseError && thrown.message.includes('resource_already_exists_exception')
  );
}
