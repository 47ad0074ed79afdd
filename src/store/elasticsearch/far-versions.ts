/**
 * The rare case that an external version cannot express: two ratings of one film in one millisecond whose offsets are a
 * million apart. The cluster takes the second for older; it is compared here, and written as the next version.
 */
import type { Client } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { isNewer } from '../newer-version.ts';
import type { RatingWrite } from '../store.ts';
import { type Outcome, sendBulk } from './bulk.ts';
import { inWords } from './connection.ts';
import { ratingOperation } from './rating-operation.ts';
import { encodeVersion, OFFSET_BITS, ratingId } from './versions.ts';

const StoredSchema = Compile(
  Type.Object({ _source: Type.Object({ eventTime: Type.Number(), offset: Type.Number() }) }),
);

/** Writes what was taken for older and is not; its outcome takes the place of the first. */
export async function overrule(
  client: Client,
  index: string,
  ratings: readonly RatingWrite[],
  outcomes: Outcome[],
): Promise<void> {
  const doubtful = [...ratings.entries()].filter(
    ([place, { offset }]) => outcomes[place]?.kind === 'older' && BigInt(offset) >> OFFSET_BITS > 0n,
  );
  if (doubtful.length === 0) return;
  const ids = doubtful.map(([, { user, movie }]) => ratingId(user.userId, movie.movieId));
  const { docs } = await inWords(client.mget({ index, ids, _source: ['eventTime', 'offset'] }));
  for (const [k, [place, write]] of doubtful.entries()) {
    const stored: unknown = docs[k];
    if (!StoredSchema.Check(stored) || stored._source.eventTime !== write.eventTime) continue;
    if (!isNewer(write, stored._source)) continue;
    outcomes[place] = await writeAbove(client, index, write, encodeVersion(stored._source));
  }
}

/** How far above it the stored version lies is not known exactly: it may have been overruled before. */
async function writeAbove(
  client: Client,
  index: string,
  write: RatingWrite,
  stored: bigint,
): Promise<Outcome> {
  let outcome: Outcome = { kind: 'older' };
  for (let step = 1n; outcome.kind === 'older' && step >> OFFSET_BITS === 0n; step <<= 1n) {
    [outcome = { kind: 'older' }] = await sendBulk(client, [ratingOperation(index, write, stored + step)]);
  }
  return outcome;
}
