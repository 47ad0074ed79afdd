/** Puts the API together: routes, checks, errors, documentation and the web application, not yet listening. */

import cookie from '@fastify/cookie';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import fastify, { type FastifyInstance } from 'fastify';
import { createChartReader } from '../dashboard/read-charts.ts';
import { createAuditor } from './access/audited.ts';
import { guard } from './access/guard.ts';
import type { ApiContext, App } from './app.ts';
import { awaitPosition } from './await-position.ts';
import type { ApiDeps } from './deps.ts';
import { drainOnClose } from './drain.ts';
import {
  answerBrokenRequest,
  answerError,
  answerNotFound,
  collectMethods,
  refuseOtherMethods,
} from './errors.ts';
import { createIntake } from './intake.ts';
import { measureRequests } from './measure-requests.ts';
import { describeApi } from './openapi.ts';
import { shedOverload } from './overload.ts';
import { chartRoutes } from './routes/charts.ts';
import { eventRoutes } from './routes/events.ts';
import { experimentRoutes } from './routes/experiment.ts';
import { explanationRoutes } from './routes/explanations.ts';
import { importRoutes } from './routes/imports.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { movieRoutes } from './routes/movies.ts';
import { oidcRoutes } from './routes/oidc.ts';
import { operationRoutes } from './routes/operations.ts';
import { peopleRoutes } from './routes/people.ts';
import { ratingRoutes } from './routes/ratings.ts';
import { recommendationRoutes } from './routes/recommendations.ts';
import { retentionRoutes } from './routes/retention.ts';
import { sessionRoutes } from './routes/sessions.ts';
import { statusRoutes } from './routes/status.ts';
import { subjectProcessingRoutes } from './routes/subject-processing.ts';
import { subjectRoutes } from './routes/subjects.ts';
import { togetherRoutes } from './routes/together.ts';
import { protect } from './security.ts';
import { compileValidator } from './validation.ts';
import { serveWebRoot } from './web-root.ts';

/** Room for a batch of 1,000 ratings. */
const BODY_LIMIT_BYTES = 512 * 1_024;
/** The longest user id, each character of it percent-encoded, and more, so that too long a one is told to be. */
const MAX_PARAMETER_LENGTH = 4_096;
const REQUEST_TIMEOUT_MS = 30_000;

/** The application, ready for `listen` or `inject`. Closing it closes nothing of what it was given. */
export async function createApi(deps: ApiDeps): Promise<FastifyInstance> {
  const app: App = fastify({
    logger: false,
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    routerOptions: { maxParamLength: MAX_PARAMETER_LENGTH },
    // A request that comes on an open connection while this closes is answered as any other.
    return503OnClosing: false,
    frameworkErrors: answerError(deps.logger),
    clientErrorHandler: answerBrokenRequest,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.removeContentTypeParser('text/plain');
  const closing = drainOnClose(app);
  app.setErrorHandler(answerError(deps.logger));
  measureRequests(app, deps.metrics);
  shedOverload(app, deps.metrics, deps.overload);
  protect(app, deps.allowedHosts);
  await app.register(cookie);
  const auditor = createAuditor(deps.audit, deps.pseudonymiser);
  guard(app, deps.access, auditor);
  await describeApi(app, deps.about.version);
  const intake = createIntake(deps);
  deps.onErased((persons) => persons.forEach(intake.forget));
  await app.register(async (scope: App) =>
    addRoutes(scope, { ...deps, intake, auditor, charts: createChartReader(deps.store), closing }),
  );
  if (deps.webRoot === undefined) app.setNotFoundHandler(answerNotFound);
  else await serveWebRoot(app, deps.webRoot);
  await app.ready();
  return app;
}

function addRoutes(app: App, context: ApiContext): void {
  app.setValidatorCompiler(compileValidator);
  app.addHook('preHandler', awaitPosition(context));
  const methods = collectMethods(app);
  recommendationRoutes(app, context);
  togetherRoutes(app, context);
  explanationRoutes(app, context);
  movieRoutes(app, context);
  ratingRoutes(app, context);
  interactionRoutes(app, context);
  importRoutes(app, context);
  peopleRoutes(app, context);
  sessionRoutes(app, context);
  oidcRoutes(app, context);
  statusRoutes(app, context);
  chartRoutes(app, context);
  eventRoutes(app, context);
  operationRoutes(app, context);
  experimentRoutes(app, context);
  retentionRoutes(app, context);
  subjectRoutes(app, context);
  subjectProcessingRoutes(app, context);
  refuseOtherMethods(app, methods);
}
