/** The rules on real counts of a real store, each with a defect that it has to find. */
import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { sampleMovie, samplePerson, sampleRating } from '../../store/contract/samples.contract.ts';
import { openEmbeddedStore } from '../../store/embedded/open.ts';
import { qualityPage } from './document.ts';
import { collectEvidence, type Evidence, type FlowState } from './evidence.ts';
import { reportQuality } from './report.ts';
import { RULES } from './rules.ts';

const NOW = Date.parse('2026-01-01T00:00:00Z');
const QUIET: FlowState = { lag: 0, deadLetters: [] };
const FILMS = Array.from({ length: 60 }, (_, place) => ({
  ...sampleMovie(place + 1),
  genres: ['Drama'],
  year: 1950 + place,
}));

describe('the quality of the data', () => {
  let dir = '';
  let store: Awaited<ReturnType<typeof openEmbeddedStore>>;
  let good: Evidence;

  before(async () => {
    dir = await mkdtemp(join(tmpdir(), 'matinee-quality-'));
    store = await openEmbeddedStore({ dir });
    const ratings = FILMS.flatMap((movie, place) =>
      [1, 2, 3, 4].map((user) =>
        sampleRating({ user: samplePerson(user), movie, rating: 0.5 + (place % 10) / 2 }),
      ),
    );
    assert.deepEqual(await store.write({ ratings }), []);
    good = await collectEvidence(store, QUIET, NOW);
  });
  after(async () => {
    await store.close();
    await rm(dir, { recursive: true });
  });

  /** What a rule finds, in evidence that was good but for this. */
  const found = (id: string, defect: Partial<Evidence>) => {
    const result = reportQuality({ ...good, ...defect }).rules.find((rule) => rule.id === id);
    assert.ok(result !== undefined, id);
    return result;
  };

  it('of good data is good, measured over all of it', () => {
    const report = reportQuality(good);
    assert.deepEqual([report.alerts, report.measuredAt], [0, NOW / 1_000]);
    assert.equal(report.rules.length, RULES.length);
    for (const { id, failed, checked, status } of report.rules) {
      assert.deepEqual([id, failed, status], [id, 0, 'kept']);
      assert.ok(checked > 0, `${id} looks at something`);
    }
    assert.equal(good.mostByOne, 60);
  });

  it('of nothing at all calls for nobody', () => {
    const nothing: Evidence = {
      ...good,
      totals: { ratings: 0, movies: 0, users: 0, interactions: 0 },
      catalogue: [],
      byRating: [],
      byFilm: [],
      described: { ageBand: 0, gender: 0, occupation: 0 },
      mostByOne: 0,
    };
    assert.equal(reportQuality(nothing).alerts, 0);
  });

  const [first] = FILMS;
  assert.ok(first !== undefined);
  const film = { ...first, ratings: 4, meanRating: 3 };
  const also = (more: object) => ({
    catalogue: [...good.catalogue, { ...film, movieId: 900, title: 'Other', ratings: 0, ...more }],
  });
  const bucket = (key: number, count = 3) => ({ key, count, average: 3 });
  const DEFECTS: Record<string, () => Partial<Evidence>> = {
    'film-genres': () => ({
      catalogue: good.catalogue.map((each, at) => (at < 4 ? { ...each, genres: [] } : each)),
    }),
    'film-year': () => ({
      catalogue: good.catalogue.map((each, at) => (at < 4 ? { ...each, year: null } : each)),
    }),
    'person-fields': () => ({ described: { ...good.described, gender: 100 } }),
    'rating-range': () => ({ byRating: [...good.byRating, bucket(5.5)] }),
    'rating-steps': () => ({ byRating: [...good.byRating, bucket(3.3)] }),
    'film-year-plausible': () => also({ year: 2028 }),
    'rating-time': () => ({ future: 1 }),
    'film-once': () => ({ catalogue: [...good.catalogue, film, film] }),
    'rating-film': () => ({ byFilm: [...good.byFilm, bucket(999)] }),
    'film-count': () => also({ ratings: 7 }),
    'record-accepted': () => ({ flow: { lag: 0, deadLetters: [{ reason: 'bad-rating', count: 3 }] } }),
    'indexed-in-time': () => ({ flow: { lag: 10_001, deadLetters: [] } }),
    'nobody-dominates': () => ({ mostByOne: 1_000, totals: { ...good.totals, ratings: 15_000 } }),
  };

  for (const { id } of RULES) {
    it(`finds what breaks ${id}, and says so`, () => {
      const defect = DEFECTS[id]?.();
      assert.ok(defect !== undefined, `${id} has a defect to find`);
      const result = found(id, defect);
      assert.equal(result.status, 'alert');
      assert.ok(result.failed > 0 && result.failed <= result.checked && result.share > result.tolerance);
      if (id !== 'nobody-dominates') assert.ok(result.examples.length > 0, 'shows what fails');
    });
  }

  it('of a film three times over counts two too many, and of a film that differs by its year none', () => {
    const { failed, examples } = found('film-once', {
      catalogue: [film, film, { ...film, year: 1900 }, film],
    });
    assert.deepEqual([failed, examples], [2, ['1 Film number 1', '1 Film number 1']]);
  });

  it('is measured on what the store holds', async () => {
    const half = { ...samplePerson(50), gender: null };
    const later = { timestamp: NOW / 1_000 + 400, eventTime: NOW + 400_000 };
    const ratings = [
      sampleRating({ user: half, movie: 1, rating: 4.3 }),
      sampleRating({ user: half, movie: 2, ...later }),
      sampleRating({ user: half, movie: 3, timestamp: 600_000_000, eventTime: 600_000_000_000 }),
    ];
    assert.deepEqual(await store.write({ ratings }), []);
    const evidence = await collectEvidence(store, QUIET, NOW);
    const failed = Object.fromEntries(reportQuality(evidence).rules.map((rule) => [rule.id, rule.failed]));
    assert.deepEqual([failed['rating-steps'], failed['rating-time'], failed['person-fields']], [1, 2, 3]);
    assert.deepEqual([failed['film-count'], failed['rating-film']], [0, 0]);
  });
});

it('docs/quality.md is what the rules say (npm run docs writes it)', async () => {
  assert.equal(await readFile('docs/quality.md', 'utf8'), qualityPage());
});
