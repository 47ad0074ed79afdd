/** The evaluation, against hand-worked cases, bad input, and the figures published for MovieLens 100K. */
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { sharedData } from '../../../test/data.ts';
import { readRatings } from '../testing/rating-data.ts';
import type { EvaluationColumns } from './columns.ts';
import { type EvaluateInput, evaluate } from './evaluate.ts';

type Row = readonly [user: string, item: string, rating?: number];

function columns(rows: readonly Row[]): EvaluationColumns {
  return {
    users: rows.map(([user]) => user),
    items: rows.map(([, item]) => item),
    ratings: rows.map(([, , rating = 1]) => rating),
    timestamps: rows.map(() => 0),
  };
}

/** Popularity orders these films x, y, z. */
const train = columns([
  ['a', 'x'],
  ['b', 'x'],
  ['c', 'x'],
  ['b', 'y'],
  ['c', 'y'],
  ['c', 'z'],
]);
const ranking = (changes: Partial<EvaluateInput>) =>
  evaluate({ train, test: columns([['a', 'z']]), task: 'ranking', model: 'popular', ...changes });

/** The fields of a report that a test knows beforehand. */
function assertReport(report: object, expected: object): void {
  assert.deepEqual({ ...report, ...expected }, report);
}

describe('ranking', () => {
  test('ranks the whole catalogue but what the user has', async () => {
    const report = await ranking({ k: 2 });
    assertReport(report, {
      ndcg: 1 / Math.log2(3),
      recall: 1,
      precision: 1 / 2,
      map: 1 / 2,
      mrr: 1 / 2,
      hitRate: 1,
      k: 2,
    });
    assertReport(report, { coverage: 2 / 3, novelty: (Math.log2(6 / 2) + Math.log2(6)) / 2 });
    assertReport(report, { popularityPercentile: (1.5 + 0.5) / 3 / 2, gini: 1 / 3 });
    assertReport(report, { intraListDiversity: null, miscalibration: null });
    assertReport(report, { interval: { low: 1 / Math.log2(3), high: 1 / Math.log2(3) } });
    assertReport(report, {
      users: 3,
      items: 3,
      trainRatings: 6,
      testRatings: 1,
      coldStart: 0,
      model: 'popular',
    });
  });

  test('judges lists by genre where genres are known', async () => {
    const genres = new Map([
      ['x', ['Drama']],
      ['y', ['Drama', 'War']],
      ['z', ['War']],
    ]);
    assertReport(await ranking({ k: 2, genres }), { intraListDiversity: 1 / 2 });
    const films = new Map([...genres].map(([id, names]) => [id, names.map((name) => `genre ${name}`)]));
    const report = await ranking({ k: 2, traits: { people: new Map(), films } });
    assertReport(report, { intraListDiversity: 1 / 2 });
    assert.ok('miscalibration' in report && (report.miscalibration ?? 0) > 0);
  });

  test('takes items to exclude out of the candidates', async () => {
    const exclude = columns([
      ['a', 'y'],
      ['b', 'z'],
      ['a', 'unknown'],
      ['nobody', 'x'],
    ]);
    assertReport(await ranking({ exclude }), { mrr: 1 });
  });

  test('counts cold users and items, and serves them the fallback', async () => {
    const report = await ranking({
      test: columns([
        ['a', 'new'],
        ['new', 'x'],
        ['new', 'z'],
      ]),
      k: 1,
    });
    assertReport(report, { coldStart: 3, hitRate: 1 / 2, recall: 1 / 4, testRatings: 3 });
  });

  test('counts only ratings from a threshold on as relevant, and users with any', async () => {
    const graded = columns([
      ['a', 'y', 2],
      ['a', 'z', 5],
      ['b', 'z', 1],
    ]);
    assertReport(await ranking({ test: graded, relevantFrom: 4, k: 1 }), { hitRate: 0, mrr: 0 });
    assertReport(await ranking({ test: graded, k: 1 }), { hitRate: 1 });
    assertReport(await ranking({ test: graded, relevantFrom: 6 }), {
      ndcg: null,
      hitRate: null,
      coverage: 0,
      novelty: null,
    });
  });
});

describe('rating', () => {
  const input = { task: 'rating', model: 'default' } as const;

  test('clips predictions to the scale of the training part', async () => {
    const report = await evaluate({
      ...input,
      train: columns([
        ['a', 'x', 4],
        ['b', 'x', 4],
        ['b', 'y', 4],
      ]),
      test: columns([
        ['a', 'y', 1],
        ['q', 'q', 1],
      ]),
    });
    assertReport(report, { rmse: 3, mae: 3, coldStart: 1 });
  });

  test('is the same in whatever order the ratings come', async () => {
    const rows: Row[] = Array.from({ length: 60 }, (_, k) => [`u${k % 9}`, `i${(k * 5) % 17}`, 1 + (k % 5)]);
    const test = columns([
      ['u1', 'i2', 3],
      ['u4', 'i9', 5],
    ]);
    const [one, other] = await Promise.all(
      [rows, rows.toReversed()].map((order) => evaluate({ ...input, train: columns(order), test })),
    );
    assert.deepEqual(
      [one?.params, one && 'rmse' in one && one.rmse],
      [other?.params, other && 'rmse' in other && other.rmse],
    );
  });

  test('tunes on what it withholds, or on the validation part, and not on the test', async () => {
    const rows: Row[] = Array.from({ length: 200 }, (_, k) => [
      `u${k % 19}`,
      `i${(k * 5) % 37}`,
      1 + ((k * k) % 5),
    ]);
    const searchLimits = { trials: 4, budgetMs: 60_000 };
    const tuned = async (test: EvaluationColumns, validate?: EvaluationColumns) => {
      const report = await evaluate({
        ...input,
        train: columns(rows),
        test,
        tune: true,
        searchLimits,
        ...(validate === undefined ? {} : { validate }),
      });
      return report.params;
    };
    const [low, high] = [columns([['u1', 'i2', 1]]), columns([['u1', 'i2', 5]])];
    assert.deepEqual(await tuned(low), await tuned(high));
    assert.deepEqual(await tuned(low, high), await tuned(high, high));
  });
});

describe('bad input', () => {
  const refused: readonly (readonly [name: string, code: string, changes: Partial<EvaluateInput>])[] = [
    ['no training ratings', 'BAD_INPUT', { train: columns([]) }],
    ['no test ratings', 'BAD_INPUT', { test: columns([]) }],
    ['a rating that is no number', 'BAD_INPUT', { train: columns([['a', 'x', Number.NaN]]) }],
    [
      'a test rating that is infinite',
      'BAD_INPUT',
      { test: columns([['a', 'x', Number.POSITIVE_INFINITY]]) },
    ],
    ['columns of different lengths', 'BAD_INPUT', { test: { ...columns([['a', 'x']]), ratings: [] } }],
    ['a list of no films', 'USAGE', { k: 0 }],
    ['a list of half a film', 'USAGE', { k: 0.5 }],
    ['ratings predicted by a ranking model', 'USAGE', { task: 'rating', model: 'implicit-als' }],
  ];
  for (const [name, code, changes] of refused) {
    test(`${name} is ${code}`, () => assert.rejects(ranking(changes), { name: 'MatineeError', code }));
  }

  for (const model of ['als', 'als-nonnegative', 'popular'] as const) {
    test(`${model}: one rating, equal ratings and unseen ids give finite figures`, async () => {
      for (const rows of [
        [['a', 'x', 4]],
        [
          ['a', 'x', 4],
          ['b', 'y', 4],
          ['b', 'x', 4],
        ],
      ] satisfies Row[][]) {
        const report = await evaluate({
          train: columns(rows),
          test: columns([
            ['a', 'x', 4],
            ['new', 'new', 4],
          ]),
          task: 'rating',
          model,
        });
        assertReport(report, { rmse: 0, mae: 0, coldStart: 1 });
      }
    });
  }
});

const data = sharedData('ml-100k');
test('als-nonnegative lies within 0.004 of Spark MLlib on u1…u5, with cold rows dropped as it does', {
  skip: data.skip,
}, async () => {
  const folds = [1, 2, 3, 4, 5].map(async (fold) => {
    const train = readRatings(join(data.dir, `u${fold}.base`));
    const test = withoutColdRows(readRatings(join(data.dir, `u${fold}.test`)), train);
    const report = await evaluate({ train, test, task: 'rating', model: 'als-nonnegative' });
    assert.equal(report.coldStart, 0);
    return 'rmse' in report ? (report.rmse ?? Number.NaN) : Number.NaN;
  });
  const errors = await Promise.all(folds);
  const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
  assert.ok(Math.abs(mean - 0.9278) < 0.004, `mean RMSE ${mean}`);
});

function withoutColdRows(test: EvaluationColumns, train: EvaluationColumns): EvaluationColumns {
  const [users, items] = [new Set(train.users), new Set(train.items)];
  const warm = [...test.users.keys()].filter(
    (place) => users.has(test.users[place] ?? '') && items.has(test.items[place] ?? ''),
  );
  return {
    users: warm.map((place) => test.users[place] ?? ''),
    items: warm.map((place) => test.items[place] ?? ''),
    ratings: warm.map((place) => test.ratings[place] ?? 0),
    timestamps: warm.map((place) => test.timestamps[place] ?? 0),
  };
}
