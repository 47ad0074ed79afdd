/** The master key of pseudonyms: 32 random bytes that turn a person's id into what the flow knows them by. */
import { randomBytes } from 'node:crypto';
import { MatineeError } from '../domain/errors.ts';

export const MASTER_KEY_BYTES = 32;

/** 43 characters of base64url or 44 of base64, or 64 hexadecimal digits. */
const BASE64_KEY = /^[A-Za-z0-9+/_-]{43}=?$/;
const HEX_KEY = /^[0-9a-f]{64}$/i;

export function createMasterKey(): Buffer {
  return randomBytes(MASTER_KEY_BYTES);
}

/** The one-line text that a key is kept and handed over in. */
export function formatMasterKey(key: Uint8Array): string {
  return Buffer.from(key).toString('base64url');
}

/**
 * Reads a key written as base64url, base64 or hexadecimal. `origin` says where it came from in the `USAGE` error
 * that any other text is; the error never quotes the text.
 */
export function parseMasterKey(text: string, origin: string): Buffer {
  const trimmed = text.trim();
  if (HEX_KEY.test(trimmed)) return Buffer.from(trimmed, 'hex');
  if (BASE64_KEY.test(trimmed)) return Buffer.from(trimmed, 'base64url');
  throw new MatineeError('USAGE', `${origin} does not hold a master key of ${MASTER_KEY_BYTES} bytes`, {
    hint: 'give it as 43 characters of base64url or 64 hexadecimal digits, or bring back the key the data was written with',
  });
}

/** Refuses (`USAGE`) a key that is not 32 bytes long. */
export function checkMasterKey(key: Uint8Array, origin: string): void {
  if (key.byteLength === MASTER_KEY_BYTES) return;
  throw new MatineeError(
    'USAGE',
    `${origin} has ${key.byteLength} bytes where a master key has ${MASTER_KEY_BYTES}`,
    { hint: 'make one with `openssl rand -hex 32`' },
  );
}
