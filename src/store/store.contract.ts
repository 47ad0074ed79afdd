/**
 * What every store owes, as one suite over a function that opens an empty one. An adapter's test file holds that
 * function, and what is the adapter's alone.
 */
import { describe } from 'node:test';
import { aggregationsContract } from './contract/aggregations.contract.ts';
import { erasureContract } from './contract/erasure.contract.ts';
import { readsContract } from './contract/reads.contract.ts';
import type { OpenEmptyStore } from './contract/samples.contract.ts';
import { searchContract } from './contract/search.contract.ts';
import { writesContract } from './contract/writes.contract.ts';

export function storeContract(name: string, open: OpenEmptyStore): void {
  describe(`${name} as a store`, () => {
    writesContract(open);
    readsContract(open);
    searchContract(open);
    aggregationsContract(open);
    erasureContract(open);
  });
}
