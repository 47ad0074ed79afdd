/** Passwords, hashed by scrypt (RFC 7914) under a salt each; a hash says what it cost, so that the cost can be raised. */
import { randomBytes, type ScryptOptions, scrypt, timingSafeEqual } from 'node:crypto';
import { MatineeError } from '../../domain/errors.ts';

/** 32 MiB and three passes: what OWASP's Password Storage Cheat Sheet asks for, in the form that needs little memory. */
const COST = { N: 2 ** 15, r: 8, p: 3 };
const HASH_BYTES = 32;
const SALT_BYTES = 16;

export const MIN_PASSWORD_LENGTH = 12;
export const MAX_PASSWORD_LENGTH = 256;

const STORED = /^scrypt\$(\d+)\$(\d+)\$(\d+)\$([\w-]+)\$([\w-]+)$/;

/** `USAGE` for a password that is too short or too long. */
export async function hashPassword(password: string): Promise<string> {
  const { length } = password;
  if (length < MIN_PASSWORD_LENGTH || length > MAX_PASSWORD_LENGTH) {
    throw new MatineeError(
      'USAGE',
      `a password has ${MIN_PASSWORD_LENGTH} to ${MAX_PASSWORD_LENGTH} characters`,
      { hint: 'Take a few words that do not belong together.' },
    );
  }
  const salt = randomBytes(SALT_BYTES);
  const hash = await derive(password, salt, COST);
  return ['scrypt', COST.N, COST.r, COST.p, salt.toString('base64url'), hash.toString('base64url')].join('$');
}

/** Whether a password is the one of a hash. Without a hash it takes as long, and is not. */
export async function verifyPassword(password: string, stored: string | null): Promise<boolean> {
  if (password.length > MAX_PASSWORD_LENGTH) return false;
  const [, N, r, p, salt = '', hash = ''] = STORED.exec(stored ?? '') ?? [];
  if (N === undefined) {
    await derive(password, Buffer.alloc(SALT_BYTES), COST);
    return false;
  }
  const cost = { N: Number(N), r: Number(r), p: Number(p) };
  return timingSafeEqual(
    await derive(password, Buffer.from(salt, 'base64url'), cost),
    Buffer.from(hash, 'base64url'),
  );
}

function derive(password: string, salt: Uint8Array, cost: Required<Pick<ScryptOptions, 'N' | 'r' | 'p'>>) {
  const options = { ...cost, maxmem: 256 * cost.N * cost.r };
  const { promise, resolve, reject } = Promise.withResolvers<Buffer>();
  // The same password may be typed as other code points on another keyboard.
  scrypt(password.normalize('NFKC'), salt, HASH_BYTES, options, (error, key) =>
    error === null ? resolve(key) : reject(error),
  );
  return promise;
}
