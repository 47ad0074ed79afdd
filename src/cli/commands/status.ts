/** `matinee status`: the flow on a terminal: what came in, what waits, what serves. */
import { setTimeout as delay } from 'node:timers/promises';
import { Parse } from 'typebox/value';
import { type FlowAnswer, FlowAnswerSchema } from '../../api/schemas/flow.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { wholeNumber } from '../numbers.ts';
import { askHome } from '../serving/ask-home.ts';
import { stopSignal } from '../system/shutdown.ts';
import { formatTable } from '../table.ts';

const CLEAR_SCREEN = '\u001b[2J\u001b[H';

export function statusCommand(environment: Environment) {
  return commandOnHome(
    'status',
    'what flows: topics and what waits in them, documents, the model that serves',
  )
    .option('--data <dir>', 'the data set whose home is asked')
    .option('--watch [seconds]', 'again and again, with rates, until interrupted', wholeNumber(1, 3_600))
    .action(async ({ data, watch, ...options }) => {
      const { config, logger } = createContext(environment, options, 'status', { data });
      const read = async () => Parse(FlowAnswerSchema, await askHome(config, logger, '/api/admin/flow'));
      const print = (flow: FlowAnswer, rates: ReadonlyMap<string, number>) =>
        console.log(options.json === true ? JSON.stringify(flow) : describeFlow(flow, rates));
      let flow = await read();
      print(flow, new Map());
      if (watch === undefined) return;
      const seconds = watch === true ? 2 : watch;
      const signal = stopSignal();
      while (await waited(seconds, signal)) {
        const before = flow;
        flow = await read();
        if (process.stdout.isTTY) process.stdout.write(CLEAR_SCREEN);
        print(flow, ratesBetween(before, flow, seconds));
      }
    });
}

/** Whether the time has passed without anybody asking to stop. */
async function waited(seconds: number, signal: AbortSignal): Promise<boolean> {
  return delay(seconds * 1_000, true, { signal }).catch(() => false);
}

const nameOf = ({ topic, partition }: { topic: string; partition: number }) => `${topic} ${partition}`;

/** Records a second that each partition was given between two readings. */
function ratesBetween(before: FlowAnswer, after: FlowAnswer, seconds: number): Map<string, number> {
  const earlier = new Map(before.partitions.map((partition) => [nameOf(partition), partition.next]));
  return new Map(
    after.partitions.map((partition) => {
      const name = nameOf(partition);
      return [name, (partition.next - (earlier.get(name) ?? partition.next)) / seconds];
    }),
  );
}

/** The flow as tables. */
export function describeFlow(flow: FlowAnswer, rates: ReadonlyMap<string, number>): string {
  const partitions = flow.partitions.map((partition) => [
    nameOf(partition),
    partition.next - partition.earliest,
    partition.lag ?? '',
    rates.get(nameOf(partition))?.toFixed(0) ?? '',
  ]);
  const { documents, deadLetters } = flow;
  return [
    formatTable([['partition', 'records', 'waiting', 'a second'], ...partitions]),
    '',
    formatTable([['index', 'documents'], ...Object.entries(documents), ['dead letters', deadLetters]]),
    '',
    describeModel(flow.model),
  ].join('\n');
}

function describeModel(model: FlowAnswer['model']): string {
  if (model === null) return 'No model serves yet: `matinee train` makes one.';
  const { version, trainedAt, rating, ranking, quality } = model;
  const measured = Object.entries(quality).map(([name, value]) => `${name} ${value.toFixed(4)}`);
  return [
    `model ${version}, trained ${new Date(trainedAt * 1_000).toISOString()}: ${rating} and ${ranking}`,
    ...(measured.length === 0 ? [] : [`      ${measured.join(', ')}`]),
  ].join('\n');
}
