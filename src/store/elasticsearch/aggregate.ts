/**
 * Aggregations over `index_movies`. They are composite ones, read page by page: exact whatever the number of shards and
 * of terms, where a plain aggregation of terms is exact only for few.
 */
import type { Client, estypes } from '@elastic/elasticsearch';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { ordered, refuseNonsense } from '../buckets.ts';
import type { AggregationQuery, Bucket, Grouping } from '../store.ts';
import { inWords } from './connection.ts';
import { ratingQuery } from './filters.ts';

const BUCKETS_PER_PAGE = 10_000;
const SECONDS = 1_000;

/** Beyond so many people in a bucket the cluster estimates: more memory a bucket tells nothing that anybody asks for. */
const EXACT_PEOPLE = 1_000;

const KeySchema = Type.Union([Type.String(), Type.Number(), Type.Null()]);
type CompositeKey = Record<string, Static<typeof KeySchema>>;

const AnswerSchema = Compile(
  Type.Object({
    aggregations: Type.Object({
      groups: Type.Object({
        after_key: Type.Optional(Type.Record(Type.String(), KeySchema)),
        buckets: Type.Array(
          Type.Object({
            key: Type.Record(Type.String(), KeySchema),
            doc_count: Type.Integer(),
            sum: Type.Object({ value: Type.Number() }),
            people: Type.Optional(Type.Object({ value: Type.Integer() })),
          }),
        ),
      }),
    }),
  }),
);

/** Buckets in ascending order of their keys, or as `orderBy` says; only those with a rating. */
export async function aggregate(
  client: Client,
  index: string,
  { groupBy, filter, countPeople = false }: AggregationQuery,
): Promise<Bucket[]> {
  refuseNonsense(groupBy);
  const buckets: Bucket[] = [];
  const { sources, runtime, keyOf } = groupingOf(groupBy);
  const aggs = { sum: { sum: { field: 'rating' } }, ...(countPeople && { people: COUNTED_PEOPLE }) };
  for (let after: CompositeKey | undefined, more = true; more; ) {
    const composite = { size: BUCKETS_PER_PAGE, sources, ...(after && { after }) };
    const answer = await inWords(
      client.search({
        index,
        size: 0,
        query: ratingQuery(filter),
        ...(runtime === undefined ? {} : { runtime_mappings: runtime }),
        aggs: { groups: { composite, aggs } },
      }),
    );
    const { groups } = AnswerSchema.Parse(answer).aggregations;
    for (const { key, doc_count: count, sum, people } of groups.buckets) {
      const counted = people && { people: people.value };
      buckets.push({ key: keyOf(key), count, average: sum.value / count, ...counted });
    }
    after = groups.after_key;
    more = after !== undefined && groups.buckets.length === BUCKETS_PER_PAGE;
  }
  return ordered(buckets, groupBy);
}

const COUNTED_PEOPLE = { cardinality: { field: 'user.userId', precision_threshold: EXACT_PEOPLE } };

interface CompositeGrouping {
  sources: Record<string, estypes.AggregationsCompositeAggregationSource>[];
  runtime?: estypes.MappingRuntimeFields;
  keyOf: (key: CompositeKey) => string | number;
}

const asIs = ({ key }: CompositeKey) => key ?? '';

function groupingOf(groupBy: Grouping): CompositeGrouping {
  switch (groupBy.kind) {
    case 'terms':
      return { sources: [{ key: { terms: { field: groupBy.field } } }], keyOf: asIs };
    case 'histogram': {
      const { field, interval } = groupBy;
      return { sources: [{ key: { histogram: { field, interval } } }], keyOf: asIs };
    }
    case 'date_histogram':
      return {
        sources: [{ key: { date_histogram: { field: 'timestamp', calendar_interval: groupBy.interval } } }],
        keyOf: ({ key }) => Number(key) / SECONDS,
      };
    case 'hour_of_day':
      return computed("emit(doc['timestamp'].value.getHour())");
    case 'weekday':
      return computed(`emit(${WEEKDAY})`);
    case 'hour_of_week':
      return computed(`emit((${WEEKDAY} - 1) * 24 + doc['timestamp'].value.getHour())`);
    case 'demographics':
      return {
        sources: WORDS.map((word) => ({
          [word]: { terms: { field: `user.${word}`, missing_bucket: true } },
        })),
        keyOf: (key) => JSON.stringify(WORDS.map((word) => key[word] ?? null)),
      };
  }
}

const WEEKDAY = "doc['timestamp'].value.getDayOfWeekEnum().getValue()";

/** What people say of themselves, in the order of `demographicsKey`. */
const WORDS = ['ageBand', 'gender', 'occupation'];

function computed(source: string): CompositeGrouping {
  return {
    sources: [{ key: { terms: { field: 'computed' } } }],
    runtime: { computed: { type: 'long', script: { source } } },
    keyOf: asIs,
  };
}
