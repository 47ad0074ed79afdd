/** Routes of signing in on the page, with a name and a password, and out again. */
import type { FastifyReply } from 'fastify';
import { MatineeError } from '../../domain/errors.ts';
import type { Principal } from '../../governance/access/principal.ts';
import type { PageSignIn } from '../access/page-sign-in.ts';
import type { ApiContext, App } from '../app.ts';
import { AfterQuerySchema } from '../schemas/parameters.ts';
import { type SessionAnswer, SessionAnswerSchema, SignInRequestSchema } from '../schemas/session.ts';

export function sessionRoutes(app: App, { access, auditor }: ApiContext): void {
  const signIn = access?.signIn;

  function answerOf(principal: Principal | null): SessionAnswer {
    return {
      required: access !== undefined,
      methods: signIn === undefined ? [] : [...signIn.methods],
      signedIn: principal === null ? null : { userId: principal.userId, roles: [...principal.roles] },
    };
  }

  app.get(
    '/api/session',
    {
      config: { answersFrom: 'live' },
      schema: {
        operationId: 'getSession',
        summary: 'Who is signed in, and how one signs in',
        tags: ['sessions'],
        querystring: AfterQuerySchema,
        response: { 200: SessionAnswerSchema },
      },
    },
    async (request, reply) => {
      reply.header('cache-control', 'no-store');
      return answerOf(access === undefined ? null : await access.authenticate(request));
    },
  );

  app.post(
    '/api/session',
    {
      schema: {
        operationId: 'signIn',
        summary: 'Sign in with a name and a password',
        description:
          'The session lies in a cookie that no script can read and no other site can send. After too many wrong passwords 429.',
        tags: ['sessions'],
        body: SignInRequestSchema,
        response: { 200: SessionAnswerSchema },
      },
    },
    async (request, reply) => {
      if (signIn === undefined) throw noSignIn();
      const token = await signIn
        .withPassword({ ...request.body, from: request.ip })
        .catch(async (error: unknown) => {
          // Beyond the limit nothing is written: nobody can fill the disk so.
          const isWrong = error instanceof MatineeError && error.code === 'UNAUTHENTICATED';
          if (isWrong) await auditor.session('session.open', null);
          throw error;
        });
      const principal = await signIn.find(token);
      await auditor.session('session.open', principal);
      keepInBrowser(reply, signIn, token);
      return answerOf(principal);
    },
  );

  app.delete(
    '/api/session',
    {
      schema: {
        operationId: 'signOut',
        summary: 'Sign out',
        description: 'Ends the session for good, not in this browser alone. Without one it is no error.',
        tags: ['sessions'],
        response: { 200: SessionAnswerSchema },
      },
    },
    async (request, reply) => {
      if (signIn === undefined) throw noSignIn();
      const token = request.cookies[signIn.cookie.name];
      const principal = token === undefined ? null : await signIn.find(token);
      if (token !== undefined && principal !== null) {
        await auditor.session('session.close', principal);
        await signIn.close(token);
      }
      reply.clearCookie(signIn.cookie.name, cookieOptions(signIn));
      return answerOf(null);
    },
  );
}

function cookieOptions({ cookie }: PageSignIn) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: cookie.secure } as const;
}

/** The browser holds the session: out of reach of scripts, and sent by our own page only. */
export function keepInBrowser(reply: FastifyReply, signIn: PageSignIn, token: string): void {
  const maxAge = Math.floor(signIn.sessionMs / 1_000);
  reply.setCookie(signIn.cookie.name, token, { ...cookieOptions(signIn), maxAge });
}

function noSignIn(): MatineeError {
  return new MatineeError('NOT_FOUND', 'Nobody signs in here: this is the demonstration', {
    hint: 'Set access.required to ask everybody who they are.',
  });
}
