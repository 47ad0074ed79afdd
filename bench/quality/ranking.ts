/** Rankings of the two splits ua and ub: NDCG@10 of the default model, its parameters chosen on the training part alone. */
import { join } from 'node:path';
import { evaluate } from '../../src/model/evaluate/evaluate.ts';
import { readRatings } from '../../src/model/testing/rating-data.ts';
import { report } from '../report/timing.ts';

const SPLITS = [
  { name: 'ua', bar: 0.325 },
  { name: 'ub', bar: 0.318 },
];

export async function measureRankings(dir: string): Promise<void> {
  for (const { name, bar } of SPLITS) {
    const parts = {
      train: readRatings(join(dir, `${name}.base`)),
      test: readRatings(join(dir, `${name}.test`)),
    };
    for (const tune of [false, true]) {
      const measured = await evaluate({ ...parts, task: 'ranking', model: 'default', tune });
      const ndcg = 'ndcg' in measured ? (measured.ndcg ?? 0) : 0;
      const seconds = measured.trainSeconds.toFixed(0);
      const what = `NDCG@10 on ${name}, default model${tune ? ', tuned' : ''}`;
      report(what, `${ndcg.toFixed(4)} in ${seconds} s`, `${bar}`, ndcg >= bar);
    }
  }
}
