/** The dashboard's routes on a real store: every chart, narrowed, as JSON and as CSV. */
import assert from 'node:assert/strict';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, suite, test } from 'node:test';
import { parse } from 'csv-parse/sync';
import { defaultParams } from '../model/params.ts';
import { generateDataSet } from '../source/generator/sample.ts';
import { ask, assertProblem, quiet } from './api.fixture.ts';
import { ChartAnswerSchema, ChartsAnswerSchema } from './schemas/chart.ts';
import { fitServed, load, openState, type Serving, type State, serve } from './serving.fixture.ts';

const SPEC = { users: 80, movies: 60, ratings: 2_400, seed: 7 };

suite('the dashboard’s routes', () => {
  let dir: string;
  let state: State;
  let serving: Serving;
  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-charts-'));
    state = await openState(dir);
    await load(state, generateDataSet('charts', SPEC), quiet);
    const popular = (task: 'rating' | 'ranking') => defaultParams('popular', task);
    serving = await serve(state, await fitServed(state.store, popular('rating'), popular('ranking')), quiet);
  });
  after(async () => {
    await serving.close();
    await state.close();
    await rm(dir, { recursive: true });
  });

  test('every chart that is described has rows with the columns it names', async () => {
    const { charts } = await ask(serving.api, '/api/stats?lang=en', ChartsAnswerSchema);
    assert.ok(charts.length >= 12);
    for (const { id, columns } of charts) {
      const { rows, ratings, people } = await ask(serving.api, `/api/stats/${id}`, ChartAnswerSchema);
      assert.deepEqual([ratings, people], [SPEC.ratings, SPEC.users], id);
      for (const row of rows) for (const { name } of columns) assert.ok(name in row, `${id} has no ${name}`);
    }
  });

  test('titles are French unless English is asked for', async () => {
    const french = await ask(serving.api, '/api/stats', ChartsAnswerSchema);
    const english = await ask(serving.api, '/api/stats?lang=en', ChartsAnswerSchema);
    assert.equal(french.charts[0]?.title, 'Notes au fil du temps');
    assert.equal(english.charts[0]?.title, 'Ratings over time');
  });

  test('a filter narrows, and what is narrowed to too few is not told', async () => {
    const all = await ask(serving.api, '/api/stats/rating-distribution', ChartAnswerSchema);
    const best = await ask(serving.api, '/api/stats/rating-distribution?rating=4', ChartAnswerSchema);
    assert.deepEqual(
      best.rows,
      all.rows.filter(({ rating }) => rating === 4),
    );
    const nobody = await ask(serving.api, '/api/stats/genres?to=1970-01', ChartAnswerSchema);
    assert.deepEqual([nobody.rows, nobody.ratings], [[], 0]);
  });

  test('as CSV it is the same', async () => {
    const { rows } = await ask(serving.api, '/api/stats/rating-distribution', ChartAnswerSchema);
    const answer = await serving.api.inject('/api/stats/rating-distribution?format=csv&lang=en');
    assert.match(String(answer.headers['content-type']), /^text\/csv/);
    const [heading, ...lines] = parse(answer.body);
    assert.deepEqual(heading, ['Rating', 'Ratings', 'People']);
    const expected = rows.map((row) => Object.values(row).map(String));
    assert.deepEqual(lines, expected);
  });

  test('an unknown chart, and a filter that means nothing, are refused', async () => {
    const unknown = await serving.api.inject('/api/stats/none');
    assert.match(assertProblem(unknown, 404).detail ?? '', /no chart none/);
    for (const query of [
      'from=1998',
      'from=1998-13',
      'rating=x',
      'decade=1995',
      'colour=red',
      'format=xml',
    ]) {
      assertProblem(await serving.api.inject(`/api/stats/genres?${query}`), 400);
    }
  });
});
