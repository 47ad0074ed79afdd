/** Signing in with a name and a password: slow to guess, and the same to whoever asks for a name that is none. */
import { createHash } from 'node:crypto';
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { MatineeError } from '../../domain/errors.ts';
import { verifyPassword } from './passwords.ts';

export interface SignInParts {
  findAccount(name: string): Promise<{ id: string; passwordHash: string } | null>;
  openSession(accountId: string, forMs: number): Promise<string>;
  sessionMs: number;
}

export interface Attempt {
  name: string;
  password: string;
  /** The address it comes from. */
  from: string;
}

const WINDOW_SECONDS = 15 * 60;
const FAILURES_OF_A_NAME = 10;
const FAILURES_FROM_AN_ADDRESS = 50;

/**
 * Gives what the browser is to hold. `UNAUTHENTICATED` for a wrong name or password, `RATE_LIMITED` after too many of a name
 * or from an address.
 */
export function createSignIn({ findAccount, openSession, sessionMs }: SignInParts) {
  const byName = new RateLimiterMemory({ points: FAILURES_OF_A_NAME, duration: WINDOW_SECONDS });
  const byAddress = new RateLimiterMemory({ points: FAILURES_FROM_AN_ADDRESS, duration: WINDOW_SECONDS });

  return async ({ name, password, from }: Attempt): Promise<string> => {
    const key = createHash('sha256').update(name).digest('base64url');
    // Taken before the password is looked at, so that many at once are no way around; given back when it is right.
    await take(byName, key);
    await take(byAddress, from);
    const account = await findAccount(name);
    if (!(await verifyPassword(password, account?.passwordHash ?? null)) || account === null) {
      throw new MatineeError('UNAUTHENTICATED', 'The name or the password is not right', {
        hint: 'Try again, or ask whoever runs Matinee.',
      });
    }
    await Promise.all([byName.delete(key), byAddress.reward(from)]);
    return openSession(account.id, sessionMs);
  };
}

async function take(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (refusal) {
    if (!(refusal instanceof RateLimiterRes)) throw refusal;
    const seconds = Math.ceil(refusal.msBeforeNext / 1_000);
    throw new MatineeError('RATE_LIMITED', `Too many attempts to sign in; the next in ${seconds} s`, {
      hint: 'Wait, or ask whoever runs Matinee.',
      retryAfter: seconds,
    });
  }
}
