/** The store on a real Elasticsearch keeps the contract. */
import { suite } from 'node:test';
import { elasticsearchSkip, openEmptyElasticsearchStore } from '../../../test/engines/elasticsearch.ts';
import { storeContract } from '../store.contract.ts';

suite('Elasticsearch', { skip: elasticsearchSkip }, () => {
  storeContract('the store on Elasticsearch', openEmptyElasticsearchStore);
});
