/** The flow as a table for a terminal: what comes in, what is indexed, what waits, what serves, and by which process. */
import type { FlowAnswer } from '../../api/schemas/flow.ts';
import { formatTable } from '../table.ts';

/** An earlier reading, that rates are told against. */
export interface Earlier {
  flow: FlowAnswer;
  /** How long ago it was read. */
  seconds: number;
}

const MINUTE = 60;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Lines; without an earlier reading there are no rates. `now` is in epoch milliseconds. */
export function describeFlow(flow: FlowAnswer, earlier: Earlier | null, now: number): string {
  const { documents, deadLetters, process } = flow;
  const memory = `memory ${megabytes(process.residentBytes)}, heap ${megabytes(process.heapBytes)}`;
  return [
    `up ${ageInWords(process.uptimeSeconds)}, ${memory}`,
    '',
    formatTable([
      ['topic', 'kept', 'in a second', 'indexed a second', 'waiting'],
      ...topicRows(flow, earlier),
    ]),
    '',
    formatTable([['index', 'documents'], ...Object.entries(documents), ['dead letters', deadLetters]]),
    '',
    describeModel(flow.model, now),
  ].join('\n');
}

function topicRows(flow: FlowAnswer, earlier: Earlier | null): (string | number)[][] {
  const before = new Map(
    (earlier === null ? [] : topicsOf(earlier.flow)).map((topic) => [topic.name, topic]),
  );
  return topicsOf(flow).map((topic) => {
    const then = before.get(topic.name);
    const rate = (now: number | null, past: number | null | undefined) =>
      earlier === null || now === null || past === null || past === undefined
        ? ''
        : ((now - past) / earlier.seconds).toFixed(0);
    return [
      topic.name,
      topic.kept,
      rate(topic.appended, then?.appended),
      rate(topic.indexed, then?.indexed),
      topic.waiting ?? '',
    ];
  });
}

interface TopicFigures {
  name: string;
  kept: number;
  appended: number;
  /** Null for a topic that the indexer does not read, as what waits. */
  indexed: number | null;
  waiting: number | null;
}

/** All partitions of a topic together. */
function topicsOf({ partitions }: FlowAnswer): TopicFigures[] {
  const topics = new Map<string, TopicFigures>();
  for (const { topic, earliest, next, lag } of partitions) {
    const sum = topics.get(topic) ?? { name: topic, kept: 0, appended: 0, indexed: null, waiting: null };
    sum.kept += next - earliest;
    sum.appended += next;
    if (lag !== null) {
      sum.indexed = (sum.indexed ?? 0) + next - lag;
      sum.waiting = (sum.waiting ?? 0) + lag;
    }
    topics.set(topic, sum);
  }
  return [...topics.values()];
}

function describeModel(model: FlowAnswer['model'], now: number): string {
  if (model === null) return 'No model serves yet: `matinee train` makes one.';
  const { version, trainedAt, rating, ranking, quality } = model;
  const measured = Object.entries(quality).map(([name, value]) => `${name} ${value.toFixed(4)}`);
  const age = ageInWords(Math.max(0, now / 1_000 - trainedAt));
  return [
    `model ${version}, trained ${age} ago: ${rating} and ${ranking}`,
    ...(measured.length === 0 ? [] : [`      ${measured.join(', ')}`]),
  ].join('\n');
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}

/** The two largest units of a time. */
function ageInWords(seconds: number): string {
  if (seconds < MINUTE) return `${Math.floor(seconds)} s`;
  if (seconds < HOUR) return `${Math.floor(seconds / MINUTE)} min ${Math.floor(seconds % MINUTE)} s`;
  if (seconds < DAY) return `${Math.floor(seconds / HOUR)} h ${Math.floor((seconds % HOUR) / MINUTE)} min`;
  return `${Math.floor(seconds / DAY)} d ${Math.floor((seconds % DAY) / HOUR)} h`;
}
