/** The part of a thread's data that no JSON schema describes: a port, bytes. */
import { Type } from 'typebox';

/** A schema that takes instances of a class. */
export function instanceOf<Instance>(kind: abstract new (...input: never[]) => Instance) {
  return Type.Refine(Type.Unsafe<Instance>({}), (value) => value instanceof kind);
}
