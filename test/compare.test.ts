/** `compare` and the report of `evaluate` as a user runs them: on a folder that is split, with a table and as JSON. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { isJsonObject } from '../src/domain/json.ts';
import { SPLITS } from '../src/model/evaluate/split-columns.ts';
import { objectsIn } from './http.ts';
import { runMatinee } from './run-matinee.ts';

describe('compare', () => {
  const folder = mkdtempSync(join(tmpdir(), 'matinee-compare-'));
  const data = join(folder, 'generated');
  const compare = (...args: string[]) => runMatinee(['compare', '--data', data, '--threads', '1', ...args]);

  before(async () => {
    const size = ['--users', '50', '--movies', '80', '--ratings', '2000'];
    const { code, stderr } = await runMatinee(['generate', ...size, '--out', data]);
    assert.equal(code, 0, stderr);
  });
  after(() => rmSync(folder, { recursive: true }));

  for (const split of SPLITS) {
    it(`splits a folder: ${split}`, async () => {
      const args = ['--split', split, '--task', 'ranking', '--models', 'popular,implicit-als', '--json'];
      const { code, stdout, stderr } = await compare(...args);
      assert.equal(code, 0, stderr);
      const reports = objectsIn(JSON.parse(stdout));
      assert.deepEqual(
        reports.map(({ model }) => model),
        ['popular', 'implicit-als'],
      );
      for (const report of reports) {
        assert.equal(Number(report.trainRatings) + Number(report.testRatings), 2_000);
        if (split === 'leave-one-out') assert.equal(report.testRatings, 50);
        for (const name of ['intraListDiversity', 'popularityPercentile', 'gini', 'miscalibration'])
          assert.equal(typeof report[name], 'number', name);
      }
    });
  }

  it('prints a table', async () => {
    const { stdout } = await compare('--task', 'rating', '--models', 'popular,als');
    assert.match(stdout, /^model +RMSE +95 % +MAE +training, s\npopular +\d\.\d{4} .*\nals +\d/);
  });

  it('writes a report', async () => {
    const report = join(folder, 'report');
    const { code, stderr } = await compare(
      '--task',
      'ranking',
      '--models',
      'implicit-als,ease',
      '--report',
      report,
    );
    assert.equal(code, 0, stderr);
    const files = ['by-activity.svg', 'learning-curve.svg', 'report.html', 'report.json'];
    assert.deepEqual(readdirSync(report), files);
  });

  it('writes the report of one model that is evaluated, and prints its object as without', async () => {
    const ratings = join(data, 'ratings.csv');
    const report = join(folder, 'report-of-one');
    const evaluate = async (...args: string[]) => {
      const files = ['--train', ratings, '--test', ratings];
      const all = ['evaluate', ...files, '--task', 'rating', '--model', 'als', ...args];
      const { code, stdout, stderr } = await runMatinee(all);
      assert.equal(code, 0, stderr);
      const printed: unknown = JSON.parse(stdout);
      assert.ok(isJsonObject(printed));
      const { trainSeconds: _, evaluateSeconds: __, peakMemoryMb: ___, ...lasting } = printed;
      return lasting;
    };
    assert.deepEqual(await evaluate('--report', report), await evaluate());
    assert.deepEqual(readdirSync(report), [
      'by-activity.svg',
      'learning-curve.svg',
      'report.html',
      'report.json',
    ]);
    assert.match(
      readFileSync(join(report, 'report.html'), 'utf8'),
      /als, trained on 2000 ratings of .*ratings\.csv/,
    );
  });

  const refused: readonly (readonly [name: string, says: RegExp, args: string[]])[] = [
    ['nothing to measure on', /--train FILE and --test FILE, or --data DIR/, ['--train', 'x']],
    [
      'both a folder and files',
      /--train FILE and --test FILE, or --data DIR/,
      ['--data', data, '--test', 'x'],
    ],
    [
      'files that are to be split again',
      /split already/,
      ['--train', 'x', '--test', 'y', '--split', 'random'],
    ],
    [
      'a share of leave-one-out',
      /one rating of each/,
      ['--data', data, '--split', 'leave-one-out', '--fraction', '0.1'],
    ],
  ];
  for (const [name, says, args] of refused) {
    it(`refuses ${name}`, async () => {
      const { code, stderr } = await runMatinee(['compare', '--task', 'rating', '--models', 'als', ...args]);
      assert.equal(code, 2);
      assert.match(stderr, says);
    });
  }
});
