/** Filters of the port as queries of the cluster. */
import type { estypes } from '@elastic/elasticsearch';
import { wordsOfDemographics } from '../../domain/demographics.ts';
import type { OldInteractions, RatingFilter } from '../store.ts';

/** Every condition holds; several values of one field are alternatives, and no value at all matches nothing. */
export function ratingQuery({
  terms = {},
  timestamp = {},
  demographics,
}: RatingFilter = {}): estypes.QueryDslQueryContainer {
  const conditions: estypes.QueryDslQueryContainer[] = Object.entries(terms).flatMap(([field, values]) =>
    values === undefined ? [] : [{ terms: { [field]: [...values] } }],
  );
  if (demographics !== undefined) conditions.push(anyOf(demographics.map(thoseWhoSay)));
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

function anyOf(alternatives: estypes.QueryDslQueryContainer[]): estypes.QueryDslQueryContainer {
  return alternatives.length === 0 ? { match_none: {} } : { bool: { should: alternatives } };
}

/** Documents of people who say exactly this of themselves. */
function thoseWhoSay(key: string): estypes.QueryDslQueryContainer {
  const said = Object.entries(wordsOfDemographics(key)).map(([word, value]) => {
    const field = `user.${word}`;
    return value === null ? { bool: { must_not: { exists: { field } } } } : { term: { [field]: { value } } };
  });
  return { bool: { filter: said } };
}

/** What is old of interactions. */
export function oldInteractions({ types, before }: OldInteractions): estypes.QueryDslQueryContainer {
  return { bool: { filter: [{ terms: { type: [...types] } }, { range: { eventTime: { lt: before } } }] } };
}
