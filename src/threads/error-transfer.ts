/**
 * Errors across threads: structured cloning keeps a message and drops the rest, so an error travels as plain data and
 * is made again on the other side.
 */
import { type ErrorCode, MatineeError, messageOf } from '../domain/errors.ts';
import { isJsonObject } from '../domain/json.ts';

export interface PackedError {
  code: ErrorCode;
  message: string;
  hint: string | undefined;
  /** The message of what lay beneath. */
  cause: string | undefined;
}

/** Anything thrown as plain data; what is no `MatineeError` is a defect (`INTERNAL`), with its stack as the cause. */
export function packError(thrown: unknown): PackedError {
  if (thrown instanceof MatineeError) {
    const cause = thrown.cause === undefined ? undefined : messageOf(thrown.cause);
    return { code: thrown.code, message: thrown.message, hint: thrown.hint, cause };
  }
  const cause = thrown instanceof Error ? thrown.stack : undefined;
  return { code: 'INTERNAL', message: messageOf(thrown), hint: undefined, cause };
}

export function isPackedError(value: unknown): value is PackedError {
  return isJsonObject(value) && typeof value.code === 'string' && typeof value.message === 'string';
}

export function unpackError({ code, message, hint, cause }: PackedError): MatineeError {
  return new MatineeError(code, message, {
    ...(hint === undefined ? {} : { hint }),
    ...(cause === undefined ? {} : { cause: new Error(cause) }),
  });
}
