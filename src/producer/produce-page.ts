/** Appends a page to the stream: records to `movies`, what cannot be one to `movies.dead`, then the position. */
import { deadLetterHeaders } from '../domain/dead-letter.ts';
import { type Patience, untilAvailable } from '../domain/patience.ts';
import type { Clock } from '../domain/ports.ts';
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

/** How many records and dead letters a page became. */
export interface ProducedPage {
  produced: number;
  dead: number;
}

/** Resolves once the page is durable and the position stands behind it. Outages of the stream are waited out. */
export async function producePage(
  { records, end }: FlowPage,
  { stream, resume, clock }: PageDestination,
  patience: Patience,
): Promise<ProducedPage> {
  const last = records.at(-1);
  if (last === undefined) return { produced: 0, dead: 0 };
  const append = async (topic: string, outgoing: OutgoingRecord[]) => {
    if (outgoing.length === 0) return;
    await untilAvailable('appending to the stream', () => stream.produce(topic, outgoing), patience);
  };
  const good = records.filter(({ reason }) => reason === null).map(({ key, value }) => ({ key, value }));
  const letters = deadLetters(records, end - records.length, clock.now());
  await append(MOVIES_TOPIC, good);
  await append(deadTopicOf(MOVIES_TOPIC), letters);
  const position = { ordinal: end, lastRecord: digestOf(last.value) };
  await untilAvailable('keeping the position', () => resume.save(position), patience);
  return { produced: good.length, dead: letters.length };
}

/** The id tells the result, not the run, so that a repetition is the same letter. */
function deadLetters(
  records: readonly FlowRecord[],
  firstOrdinal: number,
  failedAt: number,
): OutgoingRecord[] {
  return records.flatMap(({ key, value, reason }, index) => {
    if (reason === null) return [];
    const origin = `source:${digestOf(value).slice(0, 12)}:${firstOrdinal + index}`;
    return [{ key, value, headers: deadLetterHeaders(reason, { origin, failedAt, attempt: 1 }) }];
  });
}
