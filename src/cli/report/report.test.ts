/** A report holds what was measured, as charts, as a page and as data. */
import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import type { ComparedModel } from '../../model/evaluate/compare.ts';
import { defaultParams } from '../../model/params.ts';
import { comparisonTable, figureName } from './comparison-table.ts';
import { writeReport } from './write-report.ts';

const folder = mkdtempSync(join(tmpdir(), 'matinee-report-'));
after(() => rmSync(folder, { recursive: true }));

function compared(model: 'als' | 'popular', curve: ComparedModel['curve']): ComparedModel {
  return {
    report: {
      model,
      params: defaultParams(model, 'rating'),
      users: 2,
      items: 3,
      trainRatings: 5,
      testRatings: 4,
      trainSeconds: 1,
      evaluateSeconds: 1,
      peakMemoryMb: 1,
      coldStart: 0,
      rmse: 0.9,
      mae: 0.7,
      interval: { low: 0.8, high: 1 },
    },
    byActivity: [
      { from: 0, to: 0, users: 1, figure: 1.1 },
      { from: 10, to: 19, users: 1, figure: 0.8 },
    ],
    curve,
  };
}

const als = compared('als', [
  { iteration: 1, figure: 1.2 },
  { iteration: 2, figure: 0.9 },
]);
const popular = compared('popular', []);

function reportOf(models: ComparedModel[], subject = 'two models') {
  const reports = models.map(({ report }) => report);
  return { subject, figure: figureName(als.report), table: comparisonTable(reports), models };
}

/** Marks of points in a chart. */
const pointsOf = (svg: string) => svg.match(/aria-roledescription="point"/g)?.length ?? 0;

test('each model has its points in each chart that it has something for', async () => {
  const dir = join(folder, 'new', 'report');
  await writeReport(dir, reportOf([als, popular]));
  const read = (name: string) => readFileSync(join(dir, name), 'utf8');
  assert.equal(pointsOf(read('learning-curve.svg')), 2);
  assert.equal(pointsOf(read('by-activity.svg')), 4);
  for (const text of ['als', 'popular', '10–19', 'RMSE'])
    assert.ok(read('by-activity.svg').includes(`>${text}<`), text);
  const data: unknown = JSON.parse(read('report.json'));
  assert.deepEqual(data, { subject: 'two models', figure: 'RMSE', models: [als, popular] });
});

test('the page holds table and charts, runs nothing and asks for nothing', async () => {
  const dir = join(folder, 'page');
  await writeReport(dir, reportOf([als], 'ratings of <u1> & "u2"'));
  const page = readFileSync(join(dir, 'report.html'), 'utf8');
  assert.equal(page.match(/<svg /g)?.length, 2);
  assert.match(page, /<td>als<\/td><td>0\.9000<\/td><td>0\.8000–1\.0000<\/td>/);
  assert.match(page, /ratings of &lt;u1&gt; &amp; &quot;u2&quot;/);
  assert.doesNotMatch(page, /<script|<link|src=|@import|url\(http/);
});

test('without a learning curve there is no empty chart', async () => {
  const dir = join(folder, 'flat');
  await writeReport(dir, reportOf([popular]));
  assert.deepEqual(readdirSync(dir), ['by-activity.svg', 'report.html', 'report.json']);
});

test('a folder that cannot be one is said', async () => {
  writeFileSync(join(folder, 'file'), '');
  await assert.rejects(writeReport(join(folder, 'file'), reportOf([als])), {
    code: 'UNAVAILABLE',
    message: /file/,
  });
});
