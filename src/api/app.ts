/** The types that all routes share. */
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import type {
  FastifyBaseLogger,
  FastifyInstance,
  RawReplyDefaultExpression,
  RawRequestDefaultExpression,
  RawServerDefault,
} from 'fastify';
import type { ChartReader } from '../dashboard/read-charts.ts';
import type { AnswersFrom } from '../recommender/live/live-state.ts';
import type { Auditor } from './access/audited.ts';
import type { ApiDeps } from './deps.ts';
import type { Intake } from './intake.ts';

/** Fastify, reading the types of requests and answers from their schemas. */
export type App = FastifyInstance<
  RawServerDefault,
  RawRequestDefaultExpression,
  RawReplyDefaultExpression,
  FastifyBaseLogger,
  TypeBoxTypeProvider
>;

/** What routes work with. */
export interface ApiContext extends ApiDeps {
  intake: Intake;
  auditor: Auditor;
  charts: ChartReader;
  /** Aborts when the API is asked to close. */
  closing: AbortSignal;
}

declare module 'fastify' {
  interface FastifyContextConfig {
    /** What has to have taken in `?after=` before this route answers. */
    answersFrom?: AnswersFrom;
    /** Whether its answers go on for as long as somebody listens: how long they take says nothing. */
    streams?: boolean;
  }
}
