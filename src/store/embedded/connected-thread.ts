/** A thread of its own for the tests: uses the store of its process over ports, and says what it sees. */
import { MessagePort } from 'node:worker_threads';
import { isJsonObject } from '../../domain/json.ts';
import { serveOwner } from '../../threads/spawn.ts';
import { threadData } from '../../threads/thread-data.ts';
import { index, pseudonym, sampleRating } from '../contract/samples.contract.ts';
import type { RatingHistoryItem } from '../store.ts';
import { connectEmbeddedStore } from './connect.ts';
import type { EmbeddedStorePorts } from './protocol.ts';

export interface ConnectedFunctions {
  /** Writes a rating of a person, and gives those they have. */
  rate(user: number, movie: number): Promise<RatingHistoryItem[]>;
}

const store = connectEmbeddedStore(threadData(arePorts));

serveOwner<object, ConnectedFunctions>({
  async rate(user, movie) {
    await index(store, [sampleRating({ user, movie })]);
    return store.ratingsOf(pseudonym(user));
  },
});

function arePorts(data: unknown): data is EmbeddedStorePorts {
  if (!isJsonObject(data)) return false;
  return [data.writer, data.lookup, data.analysis].every((port) => port instanceof MessagePort);
}
