/** Routes that a browser follows to sign in through another system: there, and back with its answer. */
import { MatineeError } from '../../domain/errors.ts';
import type { ApiContext, App } from '../app.ts';
import { keepInBrowser } from './sessions.ts';

/** What a sign-in under way remembers, held by the browser that began it. */
const PENDING_COOKIE = 'matinee-sign-in';
const PENDING_SECONDS = 600;
const PATH = '/api/session/oidc';

export function oidcRoutes(app: App, { access, auditor }: ApiContext): void {
  const signIn = access?.signIn;

  function configured() {
    if (signIn?.oidc !== undefined) return { signIn, oidc: signIn.oidc };
    throw new MatineeError('NOT_FOUND', 'Nobody signs in through another system here', {
      hint: 'access.oidc names the system.',
    });
  }

  app.get(PATH, { schema: { hide: true } }, async (_request, reply) => {
    const { signIn: page, oidc } = configured();
    const { url, remembered } = await oidc.begin();
    // The browser comes back from another site: it must send this cookie then.
    reply.setCookie(PENDING_COOKIE, remembered, {
      path: PATH,
      httpOnly: true,
      sameSite: 'lax',
      secure: page.cookie.secure,
      maxAge: PENDING_SECONDS,
    });
    return reply.header('cache-control', 'no-store').redirect(url, 303);
  });

  app.get(`${PATH}/callback`, { schema: { hide: true } }, async (request, reply) => {
    const { signIn: page, oidc } = configured();
    const pending = request.cookies[PENDING_COOKIE];
    reply.clearCookie(PENDING_COOKIE, { path: PATH });
    const start = request.url.indexOf('?');
    const token = await oidc.finish(start < 0 ? '' : request.url.slice(start), pending);
    await auditor.session('session.open', await page.find(token));
    keepInBrowser(reply, page, token);
    return reply.header('cache-control', 'no-store').redirect('/', 303);
  });
}
