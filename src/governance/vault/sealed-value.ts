/**
 * One value under one key: AES-256-GCM (NIST SP 800-38D), laid out as Spark's `aes_decrypt` reads it: IV (12 bytes),
 * ciphertext, tag (16 bytes).
 */
import { createCipheriv, createDecipheriv, type KeyObject, randomFillSync } from 'node:crypto';

const ALGORITHM = 'aes-256-gcm';
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** How much longer a sealed value is than the clear one. */
export const SEAL_BYTES = IV_BYTES + TAG_BYTES;

/** IVs drawn at once: asking the system for each costs more than the encryption. */
const IVS_DRAWN = 1_024;
const drawn = new Uint8Array(IVS_DRAWN * IV_BYTES);
let used = drawn.length;

function nextIv(): Uint8Array {
  if (used === drawn.length) {
    randomFillSync(drawn);
    used = 0;
  }
  used += IV_BYTES;
  return drawn.subarray(used - IV_BYTES, used);
}

/** Writes the value sealed into `target` at `at`, and gives the place behind it. */
export function sealInto(
  target: Uint8Array,
  at: number,
  key: KeyObject,
  clear: Uint8Array,
  context?: Uint8Array,
): number {
  const iv = nextIv();
  const cipher = createCipheriv(ALGORITHM, key, iv);
  if (context !== undefined) cipher.setAAD(context);
  target.set(iv, at);
  target.set(cipher.update(clear), at + IV_BYTES);
  cipher.final();
  const tagAt = at + IV_BYTES + clear.length;
  target.set(cipher.getAuthTag(), tagAt);
  return tagAt + TAG_BYTES;
}

export function sealValue(key: KeyObject, clear: Uint8Array, context?: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(clear.length + SEAL_BYTES);
  sealInto(sealed, 0, key, clear, context);
  return sealed;
}

/** The clear value; null when it was not sealed under this key, or has been changed since. */
export function openValue(key: KeyObject, sealed: Uint8Array, context?: Uint8Array): Uint8Array | null {
  if (sealed.length < SEAL_BYTES) return null;
  const tagAt = sealed.length - TAG_BYTES;
  const decipher = createDecipheriv(ALGORITHM, key, sealed.subarray(0, IV_BYTES), {
    authTagLength: TAG_BYTES,
  });
  if (context !== undefined) decipher.setAAD(context);
  decipher.setAuthTag(sealed.subarray(tagAt));
  const clear = decipher.update(sealed.subarray(IV_BYTES, tagAt));
  try {
    decipher.final();
  } catch {
    // The tag does not fit: the one way in which OpenSSL says so.
    return null;
  }
  return clear;
}
