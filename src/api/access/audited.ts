/** Writes down who did what to whom: before it is done, so that nothing is done unwritten. */
import type { FastifyRequest } from 'fastify';
import { parseUserId } from '../../domain/ids.ts';
import { isJsonObject } from '../../domain/json.ts';
import type { Pseudonymiser } from '../../domain/ports.ts';
import type { Principal } from '../../governance/access/principal.ts';
import type { AuditEvent } from '../../governance/audit/audit-log.ts';
import { type AuditAction, REASONS, type Reason } from '../../governance/audit/entry.ts';
import { InvalidRequest } from '../problem.ts';

export interface AuditTrail {
  /** Resolves once the entry is on the disk. */
  append(event: AuditEvent): Promise<void>;
  /** Whether a command of this machine asks. */
  isCommandLine(authorization: string | undefined): boolean;
}

/** Routes that are written down, each as what. */
export const AUDITED: Readonly<Record<string, AuditAction>> = {
  'GET /api/subjects/:userId': 'subject.export',
  'DELETE /api/subjects/:userId': 'subject.erase',
  'POST /api/subjects/:userId/restriction': 'subject.restrict',
  'DELETE /api/subjects/:userId/restriction': 'subject.lift-restriction',
  'POST /api/subjects/:userId/objection': 'subject.object',
  'DELETE /api/subjects/:userId/objection': 'subject.consent',
  'POST /api/subjects/:userId/rectification': 'subject.rectify',
  'POST /api/admin/retention': 'retention.run',
};

/** The header that says why something is done to a person. */
const WHY_HEADER = 'matinee-why';

export function createAuditor(audit: AuditTrail | undefined, pseudonymiser: Pseudonymiser) {
  /** Who asks, as the log knows them. */
  function actorOf(
    principal: Principal | null,
    authorization: string | undefined,
  ): Pick<AuditEvent, 'actor' | 'actorPseudonym'> {
    if (principal === null) {
      const kind = audit?.isCommandLine(authorization) === true ? 'command-line' : 'demonstration';
      return { actor: { kind, id: null }, actorPseudonym: null };
    }
    const { kind, id, userId } = principal;
    if (kind !== 'token') {
      return { actor: { kind, id: kind === 'command-line' ? null : id }, actorPseudonym: null };
    }
    const actorPseudonym = userId === null ? id : pseudonymiser.pseudonymise(userId);
    return { actor: { kind, id: null }, actorPseudonym };
  }

  return {
    /** The use of a route that is written down; any other leaves nothing. */
    async use(request: FastifyRequest, outcome: AuditEvent['outcome']): Promise<void> {
      const action =
        AUDITED[`${request.method === 'HEAD' ? 'GET' : request.method} ${request.routeOptions.url}`];
      if (audit === undefined || action === undefined) return;
      const named = isJsonObject(request.params) ? parseUserId(request.params.userId) : null;
      await audit.append({
        ...actorOf(request.principal, request.headers.authorization),
        action,
        subjectPseudonym: named === null ? null : pseudonymiser.pseudonymise(named),
        object: null,
        why: reasonIn(request, named),
        outcome,
      });
    },
    /** A sign-in, a sign-out; `principal` is null where it is not known whose it was to be. */
    async session(action: 'session.open' | 'session.close', principal: Principal | null): Promise<void> {
      const who =
        principal === null
          ? { actor: { kind: 'unknown' as const, id: null }, actorPseudonym: null }
          : actorOf(principal, undefined);
      const outcome = principal === null ? 'refused' : 'allowed';
      await audit?.append({ ...who, action, subjectPseudonym: null, object: null, why: null, outcome });
    },
  };
}

export type Auditor = ReturnType<typeof createAuditor>;

function reasonIn({ headers, principal }: FastifyRequest, person: string | null): Reason {
  const said = headers[WHY_HEADER];
  if (said === undefined) return principal?.userId === person ? 'asked-by-the-person' : 'not-said';
  const reason = REASONS.find((known) => known === said);
  if (reason !== undefined) return reason;
  throw new InvalidRequest([
    { in: 'header', pointer: `/${WHY_HEADER}`, detail: `must be one of ${REASONS.join(', ')}` },
  ]);
}
