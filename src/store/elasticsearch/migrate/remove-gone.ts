/** Takes out of a copy what was deleted in its original meanwhile: persons who were erased, documents past their time. */
import type { Client } from '@elastic/elasticsearch';
import { sendBulk } from '../bulk.ts';
import { inWords } from '../connection.ts';
import { scanIds } from '../scan.ts';

/** Gives how many documents that were. Both indices have to be refreshed; every document of `from` has to be in `to`. */
export async function removeGone(client: Client, from: string, to: string): Promise<number> {
  const [original, copy] = await Promise.all([from, to].map((index) => inWords(client.count({ index }))));
  if (original?.count === copy?.count) return 0;
  let removed = 0;
  for await (const ids of scanIds(client, to)) {
    const { docs } = await inWords(client.mget({ index: from, ids, _source: false }));
    const gone = ids.filter((_, place) => {
      const found = docs[place];
      return found !== undefined && 'found' in found && !found.found;
    });
    await sendBulk(
      client,
      gone.map((id) => ({ lines: [JSON.stringify({ delete: { _index: to, _id: id } })] })),
    );
    removed += gone.length;
  }
  await inWords(client.indices.refresh({ index: to }));
  return removed;
}
