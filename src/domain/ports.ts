/** Ports that several rooms share: declared here, implemented elsewhere, injected by `cli`. */
import type { Pseudonym, UserId } from './ids.ts';

/** Turns the controller's id of a person into the pseudonym that the rest of the flow knows. */
export interface Pseudonymiser {
  /** The same id gives the same pseudonym for as long as the master key is the same. */
  pseudonymise(userId: UserId): Pseudonym;
  /** A digest of the key, safe to store and to show: the store refuses a key with another one. */
  readonly fingerprint: string;
}

/** The time, injected so that tests can set it. */
export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
}

export const systemClock: Clock = { now: () => Date.now() };

/** Structured logging, as pino has it: fields first, then a sentence. Never a person, never a secret. */
export interface Logger {
  debug(fields: object, message: string): void;
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** How far a long piece of work has come. */
export interface Progress {
  /** Units done, of `total`; null when the total is not known. */
  done: number;
  total: number | null;
}
