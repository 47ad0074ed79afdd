/**
 * A process of its own for the tests: writes ratings of the person given into the home given, batch after batch, and
 * prints the number that is durable after each flush. `node writing-process.ts HOME PERSON BATCHES`
 */
import { index, sampleRating } from '../contract/samples.contract.ts';
import { openEmbeddedStore } from './open.ts';

export const BATCH_SIZE = 100;

if (import.meta.main) {
  const [dir = '', person, batches] = process.argv.slice(2);
  const store = await openEmbeddedStore({ dir });
  for (let batch = 0; batch < Number(batches); batch += 1) {
    const from = batch * BATCH_SIZE;
    await index(
      store,
      Array.from({ length: BATCH_SIZE }, (_, place) =>
        sampleRating({ user: Number(person), movie: from + place + 1, offset: from + place }),
      ),
    );
    process.stdout.write(`${from + BATCH_SIZE}\n`);
  }
  await store.close();
}
