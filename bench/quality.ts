/** How good the models are on MovieLens 100K, beside the bars that they are held to. */
import { sharedData } from '../test/data.ts';
import { measureRankings } from './quality/ranking.ts';
import { measureRatings } from './quality/ratings.ts';

export async function run(): Promise<void> {
  const { dir, skip } = sharedData('ml-100k');
  if (skip !== false) {
    console.log(skip);
    return;
  }
  await measureRatings(dir);
  await measureRankings(dir);
}
