/**
 * Who may do what: every route, by role and by whose data it is about. A test walks every route of the running
 * application against this table; a route that is not here is refused to everybody once sign-in is required.
 */
import type { Access } from '../../governance/access/decide.ts';
import { ROLES } from '../../governance/access/principal.ts';

/** What asks nobody who they are. */
export const EVERYBODY = 'everybody';

/** About nobody: whoever is signed in. */
const signedIn: Access = { nobody: ROLES };
/** About a person: they alone. */
const onlyOwn: Access = { own: ROLES };
/** Rights of a person: they themselves, and whoever answers for such rights. */
const ownOrSteward: Access = { own: ROLES, other: ['steward'] };
/** Numbers about many. */
const statistics: Access = { nobody: ['analyst', 'steward', 'operator', 'administrator'] };
/** Whoever answers for how long data is kept. */
const retention: Access = { nobody: ['steward', 'administrator'] };
const operations: Access = { nobody: ['operator', 'administrator'] };

export const ACCESS: Readonly<Record<string, Access | typeof EVERYBODY>> = {
  'GET /healthz': EVERYBODY,
  'GET /readyz': EVERYBODY,
  'GET /api/about': EVERYBODY,
  'GET /api/openapi.json': EVERYBODY,
  'GET /api/session': EVERYBODY,
  'POST /api/session': EVERYBODY,
  'DELETE /api/session': EVERYBODY,
  'GET /api/session/oidc': EVERYBODY,
  'GET /api/session/oidc/callback': EVERYBODY,

  'GET /api/movies': signedIn,
  'GET /api/movies/suggest': signedIn,
  'GET /api/movies/:movieId': signedIn,
  'GET /api/recommendations/movies/:movieId': signedIn,
  'POST /api/imports': signedIn,

  'GET /api/recommendations/users/:userId': onlyOwn,
  'GET /api/recommendations/users/:userId/rows': onlyOwn,
  'GET /api/recommendations/users/:userId/questions': onlyOwn,
  'GET /api/recommendations/users/:userId/together': onlyOwn,
  'GET /api/recommendations/users/:userId/movies/:movieId/explanation': onlyOwn,
  'GET /api/users/:userId/ratings': onlyOwn,
  'GET /api/users/:userId/opinions': onlyOwn,
  'POST /api/ratings': onlyOwn,
  'POST /api/ratings/batch': onlyOwn,
  'DELETE /api/users/:userId/ratings/:movieId': onlyOwn,
  'POST /api/interactions': onlyOwn,
  'POST /api/interactions/batch': onlyOwn,

  'POST /api/users': { nobody: ['steward', 'administrator'], own: ROLES, other: ['steward'] },
  // Anybody could choose to be anybody: for the demonstration only.
  'GET /api/profiles': {},

  'GET /api/subjects/:userId': ownOrSteward,
  'DELETE /api/subjects/:userId': ownOrSteward,
  'POST /api/subjects/:userId/restriction': ownOrSteward,
  'DELETE /api/subjects/:userId/restriction': ownOrSteward,
  'POST /api/subjects/:userId/objection': ownOrSteward,
  'DELETE /api/subjects/:userId/objection': ownOrSteward,
  'POST /api/subjects/:userId/rectification': ownOrSteward,

  'GET /api/stats': statistics,
  'GET /api/stats/totals': statistics,
  'GET /api/stats/:chart': statistics,
  'GET /api/events': statistics,
  'GET /api/admin/flow': operations,
  'GET /api/admin/quality': { nobody: ['steward', 'operator', 'administrator'] },
  'GET /api/admin/experiment': operations,
  'GET /api/admin/retention': retention,
  'POST /api/admin/retention': retention,
  'GET /metrics': operations,
};

/** What is declared of a route; null where nothing is. The page and the documentation are files, and hold nobody. */
export function accessTo(method: string, url: string): Access | typeof EVERYBODY | null {
  const declared = ACCESS[`${method === 'HEAD' ? 'GET' : method} ${url}`];
  if (declared !== undefined) return declared;
  const isFile = ['GET', 'HEAD'].includes(method) && !url.startsWith('/api/');
  return isFile ? EVERYBODY : null;
}
