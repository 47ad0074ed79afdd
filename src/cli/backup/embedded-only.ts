/** What a backup can hold: state that lies in the home. */
import type { Config } from '../../config/schema.ts';
import { MatineeError } from '../../domain/errors.ts';

/** Refuses (`USAGE`) a home whose records or documents lie elsewhere: the copies would be parts that fit nothing. */
export function refuseStateElsewhere({ stream, store }: Pick<Config, 'stream' | 'store'>): void {
  const elsewhere = [
    ...(stream.kind === 'embedded' ? [] : [`its stream is in ${stream.kind}`]),
    ...(store.kind === 'embedded' ? [] : [`its index is in ${store.kind}`]),
  ];
  if (elsewhere.length === 0) return;
  throw new MatineeError('USAGE', `a backup cannot hold all of this home: ${elsewhere.join(', ')}`, {
    hint: 'Back the clusters up with their own means; `consume` builds the index again from the stream into a new home.',
  });
}
