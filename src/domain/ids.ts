/**
 * Identifiers, each a type of its own so that the compiler keeps the controller's id of a person (`UserId`) away
 * from the stores, and the pseudonym away from the outside. This file is the one reviewed place where a plain
 * string becomes one of them.
 */

declare const brand: unique symbol;

/** The controller's own id of a person: the source API, `/api`, commands and `evaluate` files only. */
export type UserId = string & { readonly [brand]: 'UserId' };

/** What stands for a person everywhere behind the producer and the API: a keyed hash of the `UserId`. */
export type Pseudonym = string & { readonly [brand]: 'Pseudonym' };

/** The public id of a film: an integer from 1 to `MAX_MOVIE_ID`. */
export type MovieId = number;

/** The largest film id that every store keeps exactly (a signed 32-bit integer). */
export const MAX_MOVIE_ID = 2_147_483_647;

/** The longest user id accepted, in UTF-16 code units. */
export const MAX_USER_ID_LENGTH = 128;

/** Reads a user id given as a string or an integer; null when it is empty, too long or has control characters. */
export function parseUserId(value: unknown): UserId | null {
  const text = typeof value === 'number' && Number.isSafeInteger(value) ? String(value) : value;
  if (typeof text !== 'string' || text.length === 0 || text.length > MAX_USER_ID_LENGTH) return null;
  return /^[^\p{Cc}\p{Cs}]+$/u.test(text) ? (text as UserId) : null;
}

/** Takes a string that is known to be a pseudonym: one that governance made, or one read back from a store. */
export function asPseudonym(value: string): Pseudonym {
  return value as Pseudonym;
}
