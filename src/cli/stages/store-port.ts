/**
 * How a stage's thread reaches the store: for the embedded one, ports to the threads that have the file open; on
 * Elasticsearch each thread is a client of its own, which is loaded there alone.
 */
import { MessagePort } from 'node:worker_threads';
import { type Static, Type } from 'typebox';
import { ElasticsearchOptionsSchema } from '../../store/elasticsearch/elasticsearch-options.ts';
import { connectEmbeddedStore, portsToTransfer } from '../../store/embedded/connect.ts';
import type { Store } from '../../store/store.ts';
import { instanceOf } from './instance-schema.ts';

export const StorePortSchema = Type.Union([
  Type.Object({
    kind: Type.Literal('embedded'),
    writer: instanceOf(MessagePort),
    lookup: instanceOf(MessagePort),
    analysis: instanceOf(MessagePort),
  }),
  Type.Object({ kind: Type.Literal('elasticsearch'), options: ElasticsearchOptionsSchema }),
]);
export type StorePort = Static<typeof StorePortSchema>;

export function portsToStore(store: StorePort): MessagePort[] {
  return store.kind === 'embedded' ? portsToTransfer(store) : [];
}

export async function connectStore(store: StorePort): Promise<Store> {
  if (store.kind === 'embedded') return connectEmbeddedStore(store);
  const { connectElasticsearchStore } = await import('../../store/elasticsearch/open.ts');
  return connectElasticsearchStore(store.options);
}
