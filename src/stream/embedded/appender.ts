/**
 * Appends batches to the log. An append that one turn of the writer can hold is one transaction. A larger one is
 * written payload by payload, each in a transaction of its own and staged out of sight, and then shown by one short
 * transaction that gives all its offsets: a crash before that leaves nothing of it but payloads to sweep.
 */
import type { DatabaseSync } from 'node:sqlite';
import type { AppendRequest, OutgoingBatch } from './protocol.ts';
import { numberOf } from './row.ts';
import type { TopicTable } from './topic-table.ts';
import type { WriteQueue } from './write-queue.ts';

/** The largest append written at once. */
const WHOLE_BYTES = 524_288;
/** What a staged append takes of each turn. */
const STAGE_BYTES = 262_144;
/** After this a staged payload belongs to nobody: its process is gone. */
const STAGED_TOO_LONG_MS = 3_600_000;

export interface Appender {
  /** Resolves with the first offset of each batch once all are durable. */
  append(request: AppendRequest): Promise<number[]>;
  /** Drops what appends that never completed have left; inside a transaction. */
  sweep(nowMs: number): void;
}

interface Payload {
  batch: OutgoingBatch;
  bytes: Uint8Array;
}

export function createAppender(database: DatabaseSync, queue: WriteQueue, topics: TopicTable): Appender {
  const insertPayload = database.prepare('INSERT INTO payload (bytes) VALUES (?)');
  const stage = database.prepare('INSERT INTO staged (payload_id, staged_at) VALUES (?, ?)');
  const unstage = database.prepare('DELETE FROM staged WHERE payload_id = ?');
  const insertBatch = database.prepare(
    `INSERT INTO batch (partition_id, base_offset, records, timestamp, checksum, payload_id)
     VALUES (?, ?, ?, ?, ?, ?)`,
  );
  const advance = database.prepare(
    'UPDATE partition SET next_offset = next_offset + ? WHERE id = ? RETURNING next_offset',
  );
  const staleIds = 'SELECT payload_id FROM staged WHERE staged_at < ?1';
  const sweepPayloads = database.prepare(`DELETE FROM payload WHERE id IN (${staleIds})`);
  const sweepStaged = database.prepare('DELETE FROM staged WHERE staged_at < ?');

  function store({ bytes }: Payload): number {
    return Number(insertPayload.run(bytes).lastInsertRowid);
  }

  function show(topic: string, batch: OutgoingBatch, payloadId: number, timestamp: number): number {
    const { id } = topics.partition(topic, batch.partition);
    const first = numberOf(advance.get(batch.records, id), 'next_offset') - batch.records;
    insertBatch.run(id, first, batch.records, timestamp, batch.checksum, payloadId);
    return first;
  }

  async function appendStaged(topic: string, payloads: readonly Payload[]): Promise<number[]> {
    const ids: number[] = [];
    for (const slice of slicesOf(payloads)) {
      const stored = await queue.write(STAGE_BYTES, () => {
        const now = Date.now();
        const slicedIds = slice.map(store);
        for (const id of slicedIds) stage.run(id, now);
        return slicedIds;
      });
      ids.push(...stored);
    }
    return queue.write(0, () => {
      const now = Date.now();
      return payloads.map(({ batch }, index) => {
        const id = ids[index] ?? -1;
        unstage.run(id);
        return show(topic, batch, id, now);
      });
    });
  }

  return {
    async append({ topic, bytes, batches }) {
      topics.partitions(topic);
      const payloads = split(bytes, batches);
      if (bytes.length > WHOLE_BYTES) return appendStaged(topic, payloads);
      return queue.write(bytes.length, () => {
        const now = Date.now();
        return payloads.map((payload) => show(topic, payload.batch, store(payload), now));
      });
    },
    sweep(nowMs) {
      sweepPayloads.run(nowMs - STAGED_TOO_LONG_MS);
      sweepStaged.run(nowMs - STAGED_TOO_LONG_MS);
    },
  };
}

function split(bytes: Uint8Array, batches: readonly OutgoingBatch[]): Payload[] {
  let at = 0;
  return batches.map((batch) => {
    const start = at;
    at += batch.byteLength;
    return { batch, bytes: bytes.subarray(start, at) };
  });
}

function slicesOf(payloads: readonly Payload[]): Payload[][] {
  const slices: Payload[][] = [];
  let room = 0;
  for (const payload of payloads) {
    if (room <= 0) {
      slices.push([]);
      room = STAGE_BYTES;
    }
    slices.at(-1)?.push(payload);
    room -= payload.bytes.length;
  }
  return slices;
}
