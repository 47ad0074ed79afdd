/** Asks a source API which data set it serves. */

import { createHash } from 'node:crypto';
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError, messageOf } from '../../domain/errors.ts';
import type { DataSetIdentity } from '../home/home.ts';

const DescriptionSchema = Type.Object({
  dataSet: Type.String({ minLength: 1 }),
  fingerprint: Type.String({ minLength: 1 }),
  simulated: Type.Boolean(),
});
type Description = Static<typeof DescriptionSchema>;
const validator = Compile(DescriptionSchema);

const ANSWERS_WITHIN_MS = 10_000;

/** A source of ours says what it serves; any other is known by its address. `UNAVAILABLE` when nothing answers. */
export async function identifySource(sourceUrl: string): Promise<DataSetIdentity> {
  const description = await describe(sourceUrl);
  if (description !== null) {
    const { dataSet: name, fingerprint, simulated } = description;
    return { name, fingerprint, simulated };
  }
  const { host } = new URL(sourceUrl);
  return {
    name: host.replaceAll(/[^A-Za-z0-9.-]/g, '_'),
    fingerprint: createHash('sha256').update(sourceUrl).digest('hex'),
    simulated: false,
  };
}

async function describe(sourceUrl: string): Promise<Description | null> {
  let body: unknown;
  try {
    const response = await fetch(sourceUrl, { signal: AbortSignal.timeout(ANSWERS_WITHIN_MS) });
    const text = await response.text();
    body = response.ok && text.startsWith('{') ? JSON.parse(text) : null;
  } catch (cause) {
    throw new MatineeError('UNAVAILABLE', `no source answers at ${sourceUrl}: ${messageOf(cause)}`, {
      hint: 'start one with `matinee source`, or give its address to --source',
      cause,
    });
  }
  return validator.Check(body) ? body : null;
}
