/** Pseudonyms of persons: a keyed hash, so that only who holds the master key can tell whose record it is. */
import { createHmac, createSecretKey } from 'node:crypto';
import { LRUCache } from 'lru-cache';
import { asPseudonym, type Pseudonym, type UserId } from '../domain/ids.ts';
import type { Pseudonymiser } from '../domain/ports.ts';
import { checkMasterKey } from './master-key.ts';

/** Pseudonyms kept in memory: a bulk load meets the same person again within a few pages. */
const CACHED_PSEUDONYMS = 50_000;

/** What the fingerprint is a hash of. No user id may contain a control character, so none shares its digest. */
const FINGERPRINT_LABEL = '\u0000matinee key fingerprint';
const FINGERPRINT_LENGTH = 16;

/**
 * HMAC-SHA-256 (RFC 2104) of the user id under a master key of 32 bytes, as 43 characters of base64url. A key of
 * another size is `USAGE`.
 */
export function createPseudonymiser(masterKey: Uint8Array): Pseudonymiser {
  checkMasterKey(masterKey, 'the master key');
  const key = createSecretKey(masterKey);
  const cache = new LRUCache<UserId, Pseudonym>({ max: CACHED_PSEUDONYMS });
  const digest = (text: string) => createHmac('sha256', key).update(text, 'utf8').digest('base64url');
  return {
    fingerprint: digest(FINGERPRINT_LABEL).slice(0, FINGERPRINT_LENGTH),
    pseudonymise(userId) {
      const known = cache.get(userId);
      if (known !== undefined) return known;
      const pseudonym = asPseudonym(digest(userId));
      cache.set(userId, pseudonym);
      return pseudonym;
    },
  };
}
