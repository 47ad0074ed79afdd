/** The OpenAPI document, generated from the schemas of the routes, and the pages that show it. */
import swagger from '@fastify/swagger';
import swaggerUi from '@fastify/swagger-ui';
import type { FastifySchema } from 'fastify';
import { isJsonObject } from '../domain/json.ts';
import type { App } from './app.ts';
import { PROBLEM_MEDIA_TYPE, ProblemSchema } from './schemas/problem.ts';

const TAGS = [
  { name: 'recommendations', description: 'Films for a person, and films like a film' },
  { name: 'movies', description: 'Search' },
  { name: 'ratings', description: 'Ratings, accepted through the stream' },
  { name: 'interactions', description: 'What else people do with films' },
  { name: 'people', description: 'People' },
  { name: 'sessions', description: 'Signing in and out' },
  { name: 'statistics', description: 'What there is' },
  { name: 'operations', description: 'Liveness, readiness, metrics, the state of the flow' },
];

/** Swagger UI sets styles from script, which is allowed on its own pages only. */
const DOCS_SECURITY_POLICY =
  "default-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'none'; img-src 'self' data:; object-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'";

/** Every route may answer with a problem, in the one form that all of them have. */
function withProblems(schema: FastifySchema): FastifySchema {
  const response = isJsonObject(schema.response) ? schema.response : {};
  return {
    ...schema,
    response: {
      ...response,
      default: {
        description: 'A problem, as RFC 9457 has them',
        content: { [PROBLEM_MEDIA_TYPE]: { schema: { ...ProblemSchema } } },
      },
    },
  };
}

/** To be registered before the routes, which it collects. */
export async function describeApi(app: App, version: string): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Matinee',
        version,
        description:
          'Real-time movie recommendations. Errors are RFC 9457 problem details. What is accepted (202) has a `position`: give it as `after` to a later request, which then waits until it shows.',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      tags: TAGS,
    },
    transform: ({ schema, url }) => ({ schema: withProblems(schema), url }),
  });
  await app.register(swaggerUi, { routePrefix: '/docs', staticCSP: DOCS_SECURITY_POLICY });
  app.get('/api/openapi.json', { schema: { hide: true } }, async () => app.swagger());
}
