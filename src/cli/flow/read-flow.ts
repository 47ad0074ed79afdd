/** Reads the flow of a home at one moment: for metrics, for `status` and for the operator's page. */
import type { DeadLetters } from '../../consumer/dead-letters.ts';
import type { ModelRegistry } from '../../model/registry/registry.ts';
import type { Store } from '../../store/store.ts';
import type { Stream } from '../../stream/stream.ts';
import type { FlowReading, ModelReading } from '../../telemetry/flow-reading.ts';
import { deadPartitions, indexedPartitions } from './partitions.ts';

export interface FlowParts {
  stream: Pick<Stream, 'offsets' | 'committed' | 'read'>;
  store: Pick<Store, 'totals'>;
  registry: Pick<ModelRegistry, 'list'>;
  letters: Pick<DeadLetters, 'count'>;
}

/** Rejects when a part cannot be read: half a reading would look like a whole one. */
export async function readFlow(
  { stream, store, registry, letters }: FlowParts,
  topics?: readonly string[],
): Promise<FlowReading> {
  const [indexed, dead, documents, deadLetters, model] = await Promise.all([
    indexedPartitions(stream, topics),
    deadPartitions(stream),
    store.totals(),
    letters.count(),
    readModel(registry),
  ]);
  return { partitions: [...indexed, ...dead], documents, deadLetters, model };
}

async function readModel(registry: Pick<ModelRegistry, 'list'>): Promise<ModelReading | null> {
  const active = (await registry.list()).find((version) => version.active);
  const manifest = active?.manifest ?? null;
  if (manifest === null) return null;
  const { version, createdAt, models } = manifest;
  return {
    version,
    trainedAt: Date.parse(createdAt) / 1_000,
    rating: models.rating.params.model,
    ranking: models.ranking.params.model,
    quality: { ...named('rating', models.rating.metrics), ...named('ranking', models.ranking.metrics) },
  };
}

/** Metrics with their task before them, without those that were not measured. */
function named(
  task: string,
  metrics: Readonly<Record<string, number | null>> | null,
): Record<string, number> {
  return Object.fromEntries(
    Object.entries(metrics ?? {}).flatMap(([name, value]) =>
      value === null ? [] : [[`${task}.${name}`, value]],
    ),
  );
}
