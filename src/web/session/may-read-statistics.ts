/** Whether the server tells statistics to whoever is here: it decides, this only says where a link leads nowhere. */
import type { SessionAnswer } from '../../api/schemas/session.ts';

const ROLES: readonly string[] = ['analyst', 'steward', 'operator', 'administrator'];

export function mayReadStatistics(session: SessionAnswer | undefined): boolean {
  if (session === undefined) return false;
  return !session.required || session.signedIn?.roles.some((role) => ROLES.includes(role)) === true;
}
