/** An entry of the audit log: who did what to whom, and why. Persons are aliases; nothing else in it can name anybody. */
import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { canonicalJson } from '../erasure/receipt.ts';

export const AUDIT_ACTIONS = [
  'subject.export',
  'subject.erase',
  'subject.rectify',
  'subject.restrict',
  'subject.lift-restriction',
  'subject.object',
  'subject.consent',
  'session.open',
  'session.close',
  'account.add',
  'account.remove',
  'key.create',
  'key.rotate',
  'key.revoke',
  'model.activate',
  'home.restore',
  'retention.run',
] as const;
export type AuditAction = (typeof AUDIT_ACTIONS)[number];

/** Why something was done to a person. */
export const REASONS = ['asked-by-the-person', 'legal-duty', 'correction', 'test', 'not-said'] as const;
export type Reason = (typeof REASONS)[number];

export const ACTOR_KINDS = [
  'account',
  'key',
  'token',
  'command-line',
  'demonstration',
  'system',
  'unknown',
] as const;

/** An alias, the id of an account or key; 'erased' for somebody whose alias went with them. */
const Alias = Type.Union([Type.String({ pattern: '^[A-Za-z0-9_-]{1,64}$' }), Type.Null()]);

const EntrySchema = Type.Object(
  {
    /** From 1. */
    sequence: Type.Integer({ minimum: 1 }),
    /** By the clock of the machine, ISO 8601. */
    at: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$' }),
    actor: Type.Object({ kind: Type.Enum(ACTOR_KINDS), id: Alias }, { additionalProperties: false }),
    action: Type.Enum(AUDIT_ACTIONS),
    subject: Alias,
    /** What it was done with: a model version, a key, an account. */
    object: Alias,
    why: Type.Union([Type.Enum(REASONS), Type.Null()]),
    outcome: Type.Enum(['allowed', 'refused']),
    /** The hash of the entry before; of the first, 64 zeros. */
    previous: Type.String({ pattern: '^[0-9a-f]{64}$' }),
    /** SHA-256 of the rest as canonical JSON. */
    hash: Type.String({ pattern: '^[0-9a-f]{64}$' }),
  },
  { additionalProperties: false },
);
export type AuditEntry = Static<typeof EntrySchema>;

export const AUDIT_FIELDS = Object.keys(EntrySchema.properties);

export const NO_HASH = '0'.repeat(64);

const validator = Compile(EntrySchema);

/** The entry that a line is; null when it is none. */
export function parseEntry(line: string): AuditEntry | null {
  try {
    const value: unknown = JSON.parse(line);
    return validator.Check(value) ? value : null;
  } catch {
    return null;
  }
}

export function hashOf(entry: Omit<AuditEntry, 'hash'>): string {
  return createHash('sha256').update(canonicalJson(entry)).digest('hex');
}
