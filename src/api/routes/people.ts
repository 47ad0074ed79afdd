/** Routes of people: adding one, and choosing one in the demonstration. */
import { randomUUID } from 'node:crypto';
import { MatineeError } from '../../domain/errors.ts';
import { parseUserId } from '../../domain/ids.ts';
import { ageBandOf, type SourceUser } from '../../domain/person.ts';
import { formatPosition } from '../../domain/position.ts';
import { tasteFor } from '../../recommender/person.ts';
import type { ApiContext, App } from '../app.ts';
import { readUserId } from '../identify.ts';
import { pageFields, pageOf } from '../paging.ts';
import { PageQuerySchema } from '../schemas/parameters.ts';
import {
  NewUserAnswerSchema,
  NewUserRequestSchema,
  type Profile,
  ProfilesAnswerSchema,
} from '../schemas/person.ts';

const FAVOURITE_GENRES = 3;

export function peopleRoutes(app: App, context: ApiContext): void {
  app.post(
    '/api/users',
    {
      schema: {
        operationId: 'addUser',
        summary: 'Add a person, or say anew who they are',
        description: 'Without a userId a new one is made up. An age is kept as a band of ages only.',
        tags: ['people'],
        body: NewUserRequestSchema,
        response: { 202: NewUserAnswerSchema },
      },
    },
    async ({ body }, reply) => {
      const userId = readUserId(body.userId ?? randomUUID(), { in: 'body', pointer: '/userId' });
      const positions = await context.intake.introduce(userId, {
        ageBand: ageBandOf(body.age ?? null),
        gender: body.gender ?? null,
        occupation: body.occupation ?? null,
      });
      return reply.code(202).send({ userId, position: formatPosition(positions) });
    },
  );

  app.get(
    '/api/profiles',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'listProfiles',
        summary: 'People to choose from',
        description: 'In the demonstration only, where anybody may act as anybody; 404 elsewhere.',
        tags: ['people'],
        querystring: PageQuerySchema,
        response: { 200: ProfilesAnswerSchema },
      },
    },
    async ({ query }) => {
      const { profiles } = context;
      if (profiles === null) throw noProfiles();
      const page = pageOf(query);
      const { total, people } = await profiles.list((page.page - 1) * page.perPage, page.perPage);
      const results = await Promise.all(people.map((person) => profileOf(context, person)));
      return { ...pageFields(page, total), results };
    },
  );
}

async function profileOf(context: ApiContext, user: SourceUser): Promise<Profile> {
  const { userId, age, gender, occupation } = user;
  const fields = { userId, ageBand: ageBandOf(age), gender, occupation };
  const id = parseUserId(userId);
  if (id === null) return { ...fields, ratings: 0, favouriteGenres: [] };
  const person = await context.live.person(context.pseudonymiser.pseudonymise(id));
  let ratings = 0;
  person.history.films.visitRated(() => ratings++);
  const taste = tasteFor(person, context.recommender.catalogue());
  return { ...fields, ratings, favouriteGenres: taste.genres.slice(0, FAVOURITE_GENRES) };
}

function noProfiles(): MatineeError {
  return new MatineeError('NOT_FOUND', 'There are no profiles to choose from here', {
    hint: 'Profiles are shown in the demonstration only, on loopback.',
  });
}
