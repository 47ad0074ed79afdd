/** The operators in their order: a record of the stream → a write, or the reason why there is none. */
import { accepted, type Outcome } from '../domain/dead-letter.ts';
import type { FlowTopic } from '../domain/topics.ts';
import type { StreamRecord } from '../stream/stream.ts';
import { cleanData } from './clean-data.ts';
import { parse } from './parse.ts';
import { toWrite, type Write } from './to-write.ts';
import { type EventWindow, validate } from './validate.ts';

export function operate(
  topic: FlowTopic,
  record: Pick<StreamRecord, 'value' | 'offset'>,
  window: EventWindow,
): Outcome<Write> {
  const parsed = parse(record.value);
  if (!parsed.ok) return parsed;
  const cleaned = cleanData(topic, parsed.value);
  if (!cleaned.ok) return cleaned;
  const valid = validate(cleaned.value, window);
  return valid.ok ? accepted(toWrite(valid.value, record.offset)) : valid;
}
