/**
 * Aggregations over `index_movies`. They are composite ones, read page by page: exact whatever the number of shards and
 * of terms, where a plain aggregation of terms is exact only for few.
 */
import type { Client, estypes } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { ordered, refuseNonsense } from '../buckets.ts';
import type { AggregationQuery, Bucket, Grouping } from '../store.ts';
import { inWords } from './connection.ts';
import { ratingQuery } from './filters.ts';

const BUCKETS_PER_PAGE = 10_000;
const SECONDS = 1_000;

const AnswerSchema = Compile(
  Type.Object({
    aggregations: Type.Object({
      groups: Type.Object({
        after_key: Type.Optional(Type.Record(Type.String(), Type.Union([Type.String(), Type.Number()]))),
        buckets: Type.Array(
          Type.Object({
            key: Type.Object({ key: Type.Union([Type.String(), Type.Number()]) }),
            doc_count: Type.Integer(),
            sum: Type.Object({ value: Type.Number() }),
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
  { groupBy, filter }: AggregationQuery,
): Promise<Bucket[]> {
  refuseNonsense(groupBy);
  const buckets: Bucket[] = [];
  const { source, runtime, keyOf } = groupingOf(groupBy);
  for (let after: Record<string, string | number> | undefined, more = true; more; ) {
    const composite = { size: BUCKETS_PER_PAGE, sources: [{ key: source }], ...(after && { after }) };
    const answer = await inWords(
      client.search({
        index,
        size: 0,
        query: ratingQuery(filter),
        ...(runtime === undefined ? {} : { runtime_mappings: runtime }),
        aggs: { groups: { composite, aggs: { sum: { sum: { field: 'rating' } } } } },
      }),
    );
    const { groups } = AnswerSchema.Parse(answer).aggregations;
    for (const { key, doc_count: count, sum } of groups.buckets) {
      buckets.push({ key: keyOf(key.key), count, average: sum.value / count });
    }
    after = groups.after_key;
    more = after !== undefined && groups.buckets.length === BUCKETS_PER_PAGE;
  }
  return ordered(buckets, groupBy);
}

interface CompositeGrouping {
  source: estypes.AggregationsCompositeAggregationSource;
  runtime?: estypes.MappingRuntimeFields;
  keyOf: (key: string | number) => string | number;
}

const asIs = (key: string | number) => key;

function groupingOf(groupBy: Grouping): CompositeGrouping {
  switch (groupBy.kind) {
    case 'terms':
      return { source: { terms: { field: groupBy.field } }, keyOf: asIs };
    case 'histogram': {
      const { field, interval } = groupBy;
      return { source: { histogram: { field, interval } }, keyOf: asIs };
    }
    case 'date_histogram':
      return {
        source: { date_histogram: { field: 'timestamp', calendar_interval: groupBy.interval } },
        keyOf: (key) => Number(key) / SECONDS,
      };
    case 'hour_of_day':
      return computed("emit(doc['timestamp'].value.getHour())");
    case 'weekday':
      return computed("emit(doc['timestamp'].value.getDayOfWeekEnum().getValue())");
  }
}

function computed(source: string): CompositeGrouping {
  return {
    source: { terms: { field: 'computed' } },
    runtime: { computed: { type: 'long', script: { source } } },
    keyOf: asIs,
  };
}
