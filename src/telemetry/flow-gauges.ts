/** The flow as gauges, set anew for each answer: rates are for Prometheus to derive. */
import { Gauge, type Registry } from 'prom-client';
import type { FlowReading } from './flow-reading.ts';

export interface FlowGauges {
  set(reading: FlowReading): void;
  /** Leaves nothing that may be out of date. */
  clear(): void;
}

export function createFlowGauges(registry: Registry): FlowGauges {
  const gauge = <Label extends string>(name: string, help: string, labelNames: readonly Label[]) =>
    new Gauge({ name: `matinee_${name}`, help, labelNames, registers: [registry] });

  const appended = gauge('stream_next_offset', 'Records ever appended to a partition.', [
    'topic',
    'partition',
  ]);
  const kept = gauge('stream_records', 'Records that a partition keeps.', ['topic', 'partition']);
  const lag = gauge('consumer_lag_records', 'Records that the indexer has yet to commit.', [
    'topic',
    'partition',
  ]);
  const committed = gauge('consumer_committed_offset', 'Where the indexer goes on in a partition.', [
    'topic',
    'partition',
  ]);
  const documents = gauge('store_documents', 'Documents of an index.', ['index']);
  const dead = gauge('dead_letters', 'Records that could not be processed, waiting to be looked at.', []);
  const model = gauge('model_info', 'The version that serves.', ['version', 'rating', 'ranking']);
  const trainedAt = gauge('model_trained_timestamp_seconds', 'When that version was trained.', []);
  const quality = gauge('model_quality', 'Measured on the part withheld from its training.', [
    'task',
    'metric',
  ]);
  const all = [appended, kept, lag, committed, documents, dead, model, trainedAt, quality];

  function setModel(reading: NonNullable<FlowReading['model']>): void {
    model.labels(reading.version, reading.rating, reading.ranking).set(1);
    trainedAt.set(reading.trainedAt);
    for (const [name, value] of Object.entries(reading.quality)) {
      const [task = '', metric = ''] = name.split('.');
      quality.labels(task, metric).set(value);
    }
  }

  function clear(): void {
    for (const one of all) one.reset();
    // A gauge without labels goes back to 0, which would be a claim.
    dead.remove();
    trainedAt.remove();
  }

  return {
    clear,
    set(reading) {
      clear();
      for (const { topic, partition, earliest, next, lag: behind } of reading.partitions) {
        appended.labels(topic, String(partition)).set(next);
        kept.labels(topic, String(partition)).set(next - earliest);
        if (behind === null) continue;
        lag.labels(topic, String(partition)).set(behind);
        committed.labels(topic, String(partition)).set(next - behind);
      }
      for (const [index, count] of Object.entries(reading.documents)) documents.labels(index).set(count);
      dead.set(reading.deadLetters);
      if (reading.model !== null) setModel(reading.model);
    },
  };
}
