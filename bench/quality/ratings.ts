/** Predicted ratings on the five folds u1 … u5: errors and intervals of the default model, and the reference's model. */
import { join } from 'node:path';
import { readTraits } from '../../src/cli/training/read-traits.ts';
import type { EvaluationColumns } from '../../src/model/evaluate/columns.ts';
import { evaluate } from '../../src/model/evaluate/evaluate.ts';
import type { Traits } from '../../src/model/features/traits.ts';
import { readRatings } from '../../src/model/testing/rating-data.ts';
import { report } from '../report/timing.ts';

const FOLDS = [1, 2, 3, 4, 5];
const MEAN_BAR = 0.877;
const FIRST_BAR = 0.884;
const PLAIN_BAR = 0.89;
/** RMSE of Spark MLlib with the same parameters; it drops rows of films and users without training ratings. */
const SPARK = 0.9278;
const SPARK_TOLERANCE = 0.004;
const COVERAGE = { least: 0.88, most: 0.92 };

interface Fold {
  train: EvaluationColumns;
  test: EvaluationColumns;
}

interface FoldFigures {
  rmse: number;
  coverage: number;
  width: number;
  constantWidth: number;
}

export async function measureRatings(dir: string): Promise<void> {
  const folds = FOLDS.map((fold) => ({
    train: readRatings(join(dir, `u${fold}.base`)),
    test: readRatings(join(dir, `u${fold}.test`)),
  }));
  const traits = await readTraits(dir);
  const featured = await evaluateAll(folds, 'default', traits);
  reportError('default rating model with features, mean RMSE', meanOf(featured, 'rmse'), MEAN_BAR);
  reportError('the same on u1', featured[0]?.rmse ?? Number.NaN, FIRST_BAR);
  reportIntervals(featured);
  const plain = await evaluateAll(folds, 'default');
  reportError('default rating model without features, mean RMSE', meanOf(plain, 'rmse'), PLAIN_BAR);
  const reference = meanOf(await evaluateAll(folds.map(withoutCold), 'als-nonnegative'), 'rmse');
  report(
    'als-nonnegative, cold rows dropped, mean RMSE',
    reference.toFixed(4),
    `${SPARK} ± ${SPARK_TOLERANCE}`,
    Math.abs(reference - SPARK) <= SPARK_TOLERANCE,
  );
}

async function evaluateAll(
  folds: readonly Fold[],
  model: 'default' | 'als-nonnegative',
  traits?: Traits<string, string>,
): Promise<FoldFigures[]> {
  const figures: FoldFigures[] = [];
  for (const fold of folds) {
    const measured = await evaluate({
      ...fold,
      ...(traits === undefined ? {} : { traits }),
      task: 'rating',
      model,
      threads: 2,
    });
    if (!('rmse' in measured)) continue;
    figures.push({
      rmse: measured.rmse ?? Number.NaN,
      coverage: measured.intervalCoverage ?? Number.NaN,
      width: measured.intervalWidth ?? Number.NaN,
      constantWidth: measured.constantIntervalWidth ?? Number.NaN,
    });
  }
  return figures;
}

function reportError(what: string, rmse: number, bar: number): void {
  report(what, rmse.toFixed(4), `≤ ${bar}`, rmse <= bar);
}

function reportIntervals(figures: readonly FoldFigures[]): void {
  report(
    'its 90 % intervals cover, fold by fold',
    figures.map(({ coverage }) => coverage.toFixed(3)).join(' '),
    `${COVERAGE.least}–${COVERAGE.most}`,
    figures.every(({ coverage }) => coverage >= COVERAGE.least && coverage <= COVERAGE.most),
  );
  const [width, constantWidth] = [meanOf(figures, 'width'), meanOf(figures, 'constantWidth')];
  report(
    'their mean width',
    width.toFixed(3),
    `≤ ${constantWidth.toFixed(3)}, one conformal reach`,
    width <= constantWidth,
  );
}

function meanOf(figures: readonly FoldFigures[], name: keyof FoldFigures): number {
  return figures.reduce((sum, figure) => sum + figure[name], 0) / figures.length;
}

/** A fold without the test rows that Spark MLlib passes over. */
function withoutCold({ train, test }: Fold): Fold {
  const users = new Set(train.users);
  const items = new Set(train.items);
  const kept = [...test.users.keys()].filter(
    (place) => users.has(test.users[place] ?? '') && items.has(test.items[place] ?? ''),
  );
  return {
    train,
    test: {
      users: kept.map((place) => test.users[place] ?? ''),
      items: kept.map((place) => test.items[place] ?? ''),
      ratings: kept.map((place) => test.ratings[place] ?? Number.NaN),
      timestamps: kept.map((place) => test.timestamps[place] ?? 0),
    },
  };
}
