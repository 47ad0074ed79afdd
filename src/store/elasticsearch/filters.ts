/** Filters of the port as queries of the cluster. */
import type { estypes } from '@elastic/elasticsearch';
import type { RatingFilter } from '../store.ts';

/** Every condition holds; several values of one field are alternatives, and no value at all matches nothing. */
export function ratingQuery({
  terms = {},
  timestamp = {},
}: RatingFilter = {}): estypes.QueryDslQueryContainer {
  const conditions: estypes.QueryDslQueryContainer[] = Object.entries(terms).flatMap(([field, values]) =>
    values === undefined ? [] : [{ terms: { [field]: [...values] } }],
  );
  const { from, to } = timestamp;
  if (from !== undefined || to !== undefined) {
    conditions.push({
      range: {
        timestamp: {
          format: 'epoch_second',
          ...(from === undefined ? {} : { gte: String(from) }),
          ...(to === undefined ? {} : { lt: String(to) }),
        },
      },
    });
  }
  return { bool: { filter: conditions } };
}
