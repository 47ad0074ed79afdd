/** Events of the audit log that nobody asks the API for. */
import type { AuditEvent } from './audit-log.ts';
import type { AuditAction, Reason } from './entry.ts';

/** Something that a command of this machine did, with a key, an account or a version, if any. */
export function byCommandLine(action: AuditAction, object: string | null = null): AuditEvent {
  return { ...NOBODYS, actor: { kind: 'command-line', id: null }, action, object };
}

/** Something that a command of this machine does to a person. */
export function toPerson(action: AuditAction, subjectPseudonym: string, why: Reason): AuditEvent {
  return { ...byCommandLine(action), subjectPseudonym, why };
}

/** Something that the system did by itself. */
export function bySystem(action: AuditAction, object: string): AuditEvent {
  return { ...NOBODYS, actor: { kind: 'system', id: null }, action, object };
}

const NOBODYS = {
  actorPseudonym: null,
  subjectPseudonym: null,
  why: null,
  outcome: 'allowed',
} as const;
