/** Leave-one-out: each user is tested on one rating, the latest, and trained on the others. */
import type { RatingColumns } from '../ratings.ts';
import { type Split, splitWhere } from './split.ts';
import { byTime } from './temporal-split.ts';

/** Users with a single rating keep it for training. Of a user's equally late ratings the last in the columns is tested on. */
export function leaveOneOut(columns: RatingColumns): Split {
  const counts = new Map<string, number>();
  const latest = new Map<string, number>();
  for (const place of byTime(columns)) {
    const user = columns.users[place] ?? '';
    counts.set(user, (counts.get(user) ?? 0) + 1);
    latest.set(user, place);
  }
  return splitWhere(columns.users.length, (place) => {
    const user = columns.users[place] ?? '';
    return (counts.get(user) ?? 0) > 1 && latest.get(user) === place;
  });
}
