/**
 * Seals a page, and appends it to the stream: records to `movies`, what cannot be one to `movies.dead`, then the position.
 */
import { deadLetterHeaders } from '../domain/dead-letter.ts';
import { type Patience, untilAvailable } from '../domain/patience.ts';
import type { Clock } from '../domain/ports.ts';
import type { RecordCipher } from '../domain/record-cipher.ts';
import { deadTopicOf, MOVIES_TOPIC } from '../domain/topics.ts';
import type { OutgoingRecord, Stream } from '../stream/stream.ts';
import { digestOf } from './find-start.ts';
import type { FlowPage } from './flow-pages.ts';
import type { FlowRecord } from './flow-record.ts';
import type { ResumePosition } from './resume-position.ts';

export interface PageDestination {
  stream: Pick<Stream, 'produce'>;
  resume: ResumePosition;
  clock: Clock;
}

/** How many records and dead letters a page became, and how many results were of persons who have been erased. */
export interface ProducedPage {
  produced: number;
  dead: number;
  erased: number;
}

/** A record of a page as it will lie in the stream, with what was said of it. */
type SealedFlowRecord = OutgoingRecord & Pick<FlowRecord, 'reason'> & { digest: string; ordinal: number };

/** A page whose records are closed. */
export interface SealedPage {
  records: readonly SealedFlowRecord[];
  erased: number;
  /** Where the source stands behind the page; null where it adds nothing. */
  position: { ordinal: number; lastRecord: string } | null;
}

/** Seals what a page says of persons; what names nobody stays as it is. */
export async function sealPage(
  { records, end }: FlowPage,
  cipher: Pick<RecordCipher, 'seal'>,
  patience: Patience,
): Promise<SealedPage> {
  const first = end - records.length;
  const owned = records.flatMap(({ key, value }) => (key === null ? [] : [{ person: key, value }]));
  const sealed = await untilAvailable('sealing records', () => cipher.seal(owned), patience);
  let next = 0;
  let erased = 0;
  const closed = records.flatMap(({ key, value, reason }, place) => {
    const outgoing = key === null ? { key, value } : (sealed[next++] ?? null);
    if (outgoing === null) erased += 1;
    const digest = reason === null ? '' : digestOf(value);
    return outgoing === null ? [] : [{ ...outgoing, reason, digest, ordinal: first + place }];
  });
  const last = records.at(-1);
  const position = last === undefined ? null : { ordinal: end, lastRecord: digestOf(last.value) };
  return { records: closed, erased, position };
}

/** Resolves once the page is durable and the position stands behind it. Outages of the stream are waited out. */
export async function producePage(
  { records, erased, position }: SealedPage,
  { stream, resume, clock }: PageDestination,
  patience: Patience,
): Promise<ProducedPage> {
  if (position === null) return { produced: 0, dead: 0, erased };
  const append = async (topic: string, outgoing: OutgoingRecord[]) => {
    if (outgoing.length === 0) return;
    await untilAvailable('appending to the stream', () => stream.produce(topic, outgoing), patience);
  };
  const good = records.filter(({ reason }) => reason === null).map(({ key, value }) => ({ key, value }));
  const letters = deadLetters(records, clock.now());
  await append(MOVIES_TOPIC, good);
  await append(deadTopicOf(MOVIES_TOPIC), letters);
  await untilAvailable('keeping the position', () => resume.save(position), patience);
  return { produced: good.length, dead: letters.length, erased };
}

/** The id tells the result, not the run, so that a repetition is the same letter. */
function deadLetters(records: readonly SealedFlowRecord[], failedAt: number): OutgoingRecord[] {
  return records.flatMap(({ key, value, reason, digest, ordinal }) => {
    if (reason === null) return [];
    const origin = `source:${digest.slice(0, 12)}:${ordinal}`;
    return [{ key, value, headers: deadLetterHeaders(reason, { origin, failedAt, attempt: 1 }) }];
  });
}
