/**
 * Whether a home's stream is encrypted is settled when it is first opened, and stays: records in the clear beside
 * encrypted ones would outlive the erasure of whom they are about.
 */
import { existsSync } from 'node:fs';
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';
import { deadTopicOf, FLOW_TOPICS } from '../../domain/topics.ts';
import type { Stream } from '../../stream/stream.ts';
import { type Home, readEncryption, writeEncryption } from './home.ts';

/** Refuses (`CONFLICT`) a setting other than the home's, and (`CORRUPT`) an encrypted home whose keys are gone. */
export async function settleEncryption(
  home: Home,
  { governance }: Pick<Config, 'governance'>,
  stream: Pick<Stream, 'offsets'>,
): Promise<void> {
  const wanted = governance.encryption;
  if (readEncryption(home) === null && (await hasRecords(stream)) && readEncryption(home) === null) {
    // From before there was encryption, or a cluster that another home has filled.
    if (wanted) throw inTheClear(home);
  }
  const settled = readEncryption(home);
  if (settled === null) writeEncryption(home, wanted);
  else if (settled && !wanted) throw encrypted(home);
  else if (!settled && wanted) throw inTheClear(home);
}

/** Refuses an encrypted home without its keys, before a new key store is made in their place. */
export function refuseLostKeys(home: Home): void {
  if (readEncryption(home) !== true || existsSync(home.personKeysFile)) return;
  throw new MatineeError('CORRUPT', `the keys of persons are missing: there is no ${home.personKeysFile}`, {
    hint: 'Bring the file back: without it no record of the stream can be read. Else begin anew with another --home.',
  });
}

async function hasRecords(stream: Pick<Stream, 'offsets'>): Promise<boolean> {
  const topics = [...FLOW_TOPICS, ...FLOW_TOPICS.map(deadTopicOf)];
  const offsets = await Promise.all(topics.map((topic) => stream.offsets(topic)));
  return offsets.flat().some(({ next }) => next > 0);
}

function inTheClear({ dir }: Home): MatineeError {
  return new MatineeError('CONFLICT', `the stream of the home ${dir} holds records in the clear`, {
    hint: 'Set governance.encryption to false to go on so, or read the source again into another --home, encrypted.',
  });
}

function encrypted({ dir }: Home): MatineeError {
  return new MatineeError('CONFLICT', `the stream of the home ${dir} is encrypted`, {
    hint: 'Leave governance.encryption at true, or give another folder to --home.',
  });
}
