/** What the indices say they belong to: a key and a data set. */
import { type Client, errors } from '@elastic/elasticsearch';
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';
import type { StoreIdentity } from '../store.ts';
import { elasticsearchError, inWords } from './connection.ts';

const ID = 'identity';

const IdentitySchema = Compile(Type.Object({ keyFingerprint: Type.String(), dataSet: Type.String() }));

/** Records the identity of new indices; `CONFLICT` when they have another. */
export async function claimIdentity(client: Client, index: string, identity: StoreIdentity): Promise<void> {
  const { keyFingerprint, dataSet } = identity;
  try {
    await client.create({ index, id: ID, document: { keyFingerprint, dataSet }, refresh: true });
    return;
  } catch (thrown) {
    if (!(thrown instanceof errors.ResponseError) || thrown.statusCode !== 409)
      throw elasticsearchError(thrown);
  }
  const known = IdentitySchema.Parse((await inWords(client.get({ index, id: ID })))._source);
  if (known.dataSet !== dataSet) {
    throw new MatineeError(
      'CONFLICT',
      `The indices beside ${index} hold data set ${known.dataSet}, not ${dataSet}`,
      {
        hint: 'Choose another store.elasticsearch.indexPrefix, or start with the data set of this home.',
      },
    );
  }
  if (known.keyFingerprint !== keyFingerprint) {
    throw new MatineeError(
      'CONFLICT',
      `The indices beside ${index} were written with the key ${known.keyFingerprint}, not ${keyFingerprint}`,
      {
        hint: 'Point governance.key at the key they were made with, or choose another indexPrefix than this home.',
      },
    );
  }
}
