/** The API on doubles of stream, store and model, for the tests of its routes. */
import assert from 'node:assert/strict';
import type { TestContext } from 'node:test';
import type { FastifyInstance, InjectOptions } from 'fastify';
import type { Static, TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import { asPseudonym } from '../domain/ids.ts';
import type { Logger, Pseudonymiser } from '../domain/ports.ts';
import { CLEAR_RECORDS } from '../domain/record-cipher.ts';
import { UNLIMITED } from '../governance/processing/processing.ts';
import type { QualityReport } from '../governance/quality/report.ts';
import { type LiveState, startLiveState } from '../recommender/live/live-state.ts';
import { createStreamDouble, type StreamDouble } from '../recommender/live/stream.double.ts';
import { createModelDouble } from '../recommender/model.double.ts';
import { createRecommender, type Recommender } from '../recommender/recommender.ts';
import { createStoreDouble, type StoreDouble } from '../recommender/store.double.ts';
import type { MovieSummary } from '../store/store.ts';
import type { StreamRecord } from '../stream/stream.ts';
import type { FlowReading } from '../telemetry/flow-reading.ts';
import { createMetrics } from '../telemetry/metrics.ts';
import { createApi } from './create-api.ts';
import type { ApiDeps, RetentionRuns, SubjectRights } from './deps.ts';
import { NO_LIMITS } from './overload.ts';
import { PROBLEM_MEDIA_TYPE, type Problem } from './schemas/problem.ts';
import { AcceptedAnswerSchema } from './schemas/rating.ts';

export const quiet: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** Prefixes ids, so that a test can see whether one went out without its pseudonym. */
export const testPseudonyms: Pseudonymiser = {
  pseudonymise: (userId) =>
    asPseudonym(`pseudonym-${Buffer.from(userId).toString('base64url')}`.padEnd(20, '_')),
  fingerprint: 'test',
};

const GENRES = ['Action', 'Comedy', 'Drama'];

/** Twelve films on a circle: neighbours are alike, those opposite unlike. Film 13 is unknown to the model. */
export const testFilms: readonly MovieSummary[] = Array.from({ length: 13 }, (_, index) => ({
  movieId: index + 1,
  title: `Film ${String.fromCharCode(65 + index)}`,
  genres: [GENRES[Math.floor(index / 4) % 3] ?? ''],
  year: index === 11 ? null : 1990 + index,
  ratings: 10 + 10 * (index % 5),
  meanRating: 3 + (index % 3) / 2,
}));

export function testModel(version = 'v1') {
  const angle = (index: number) => (2 * Math.PI * index) / 12;
  const places = new Map(
    testFilms
      .slice(0, 12)
      .map(({ movieId }, index) => [movieId, [Math.cos(angle(index)), Math.sin(angle(index))] as const]),
  );
  return {
    version,
    rating: createModelDouble(places, 'rating'),
    ranking: createModelDouble(places, 'ranking'),
  };
}

/** What the API is told of the flow. */
export const testFlow: FlowReading = {
  partitions: [
    { topic: 'movies', partition: 0, earliest: 10, next: 110, lag: 7 },
    { topic: 'movies.dead', partition: 0, earliest: 0, next: 3, lag: null },
  ],
  documents: { ratings: 93, movies: 13, users: 5, interactions: 4 },
  deadLetters: 2,
  model: {
    version: 'v1',
    trainedAt: 1_700_000_000,
    rating: 'als',
    ranking: 'ease',
    quality: { 'rating.rmse': 0.9 },
  },
};

/** What the API is told of the quality of the data. */
export const testQuality: QualityReport = {
  measuredAt: 1_700_000_000,
  alerts: 1,
  rules: [
    {
      id: 'film-year',
      dimension: 'completeness',
      text: 'a film has a year',
      checked: 13,
      failed: 1,
      share: 1 / 13,
      tolerance: 0.02,
      status: 'alert',
      examples: ['12 Film L'],
    },
  ],
};

/** Nothing is too old. */
export const noRetention: RetentionRuns = {
  preview: async () => ({ ranAt: '2026-01-01T00:00:00.000Z', steps: [] }),
  run: async () => ({ ranAt: '2026-01-01T00:00:00.000Z', steps: [] }),
};

/** No test here asks for it. */
export const noSubjects: SubjectRights = {
  erase: () => Promise.reject(new Error('nobody is erased here')),
  limit: async (_, change) => ({ ...UNLIMITED, ...change }),
};

export interface ApiFixture {
  api: FastifyInstance;
  stream: StreamDouble;
  store: StoreDouble;
  recommender: Recommender;
  live: LiveState;
}

/** Everything started, with a model serving, and closed after the test. */
export async function startApi(t: TestContext, overrides: Partial<ApiDeps> = {}): Promise<ApiFixture> {
  const stream = createStreamDouble();
  const store = createStoreDouble(testFilms);
  const scale = { minimum: 1, maximum: 5 };
  const recommender = await createRecommender({ store, logger: quiet, scale });
  recommender.setModel(testModel());
  const live = await startLiveState({ stream, store, logger: quiet });
  const api = await createApi({
    stream,
    store,
    recommender,
    live,
    pseudonymiser: testPseudonyms,
    cipher: CLEAR_RECORDS,
    subjects: noSubjects,
    onErased: () => undefined,
    clock: { now: () => Date.now() },
    logger: quiet,
    about: {
      name: 'Matinee',
      version: '0.0.0',
      dataSet: { name: 'test', simulated: true, notice: null },
      ratingScale: { ...scale, step: 1 },
      demonstration: true,
    },
    overload: NO_LIMITS,
    metrics: createMetrics({ version: '0.0.0', readFlow: async () => testFlow, logger: quiet }),
    readFlow: async () => testFlow,
    retention: noRetention,
    processingOf: () => UNLIMITED,
    readQuality: async () => testQuality,
    countDeadLetters: async () => 2,
    firstLoadDrained: async () => true,
    profiles: null,
    waitLimitMs: 200,
    ...overrides,
  });
  t.after(async () => {
    await api.close();
    await live.close();
    await recommender.close();
  });
  return { api, stream, store, recommender, live };
}

/** The answer to a request, a success that keeps to its schema. */
export async function ask<S extends TSchema>(
  api: FastifyInstance,
  request: InjectOptions | string,
  schema: S,
): Promise<Static<S>> {
  const response = await api.inject(request);
  assert.ok(response.statusCode === 200 || response.statusCode === 202, response.body);
  const body: unknown = response.json();
  const validator = Compile(schema);
  if (!validator.Check(body)) throw new Error(JSON.stringify(validator.Errors(body)));
  return body;
}

/** Sends something for the stream to keep, and gives its position. */
export async function accept(api: FastifyInstance, url: string, body?: object): Promise<string> {
  const request: InjectOptions =
    body === undefined ? { method: 'DELETE', url } : { method: 'POST', url, body };
  return (await ask(api, request, AcceptedAnswerSchema)).position;
}

/** The value of a record as it lies in the stream. */
export function recordValue<S extends TSchema>(record: StreamRecord | undefined, schema: S): Static<S> {
  const value: unknown = JSON.parse(new TextDecoder().decode(record?.value));
  const validator = Compile(schema);
  assert.ok(validator.Check(value), JSON.stringify(validator.Errors(value)));
  return value;
}

/** Asserts that an answer is a problem of this status, and gives it. */
export function assertProblem(
  response: { statusCode: number; headers: object; json(): Problem },
  status: number,
): Problem {
  assert.equal(response.statusCode, status);
  assert.match(
    new Headers(Object.entries(response.headers)).get('content-type') ?? '',
    new RegExp(PROBLEM_MEDIA_TYPE.replace('+', '\\+')),
  );
  const problem = response.json();
  assert.deepEqual(
    [
      typeof problem.type,
      typeof problem.title,
      problem.status,
      typeof problem.detail,
      typeof problem.instance,
    ],
    ['string', 'string', status, 'string', 'string'],
  );
  return problem;
}
