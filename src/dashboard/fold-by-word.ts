/** Ratings by what is told of people: their classes have a word each, or none. */

import type { Demographics } from '../domain/demographics.ts';
import type { CountedBucket } from './chart.ts';

/** Buckets by the word, '' for what is not told, by key. `everybody` is grouped by what people said of themselves. */
export function foldByWord(
  everybody: readonly CountedBucket[],
  classes: ReadonlyMap<string, Demographics>,
  word: keyof Demographics,
): CountedBucket[] {
  const folded = new Map<string, CountedBucket>();
  for (const { key, count, average, people } of everybody) {
    // Somebody who came since the classes were made says nothing yet.
    const told = classes.get(String(key))?.[word] ?? '';
    const before = folded.get(told) ?? { key: told, count: 0, average: 0, people: 0 };
    const both = before.count + count;
    folded.set(told, {
      key: told,
      count: both,
      average: (before.average * before.count + average * count) / both,
      people: before.people + people,
    });
  }
  return [...folded.values()].sort((a, b) => (a.key < b.key ? -1 : 1));
}
