/** `matinee status`: the flow on a terminal: what came in, what waits, what serves. */
import { setTimeout as delay } from 'node:timers/promises';
import { Parse } from 'typebox/value';
import { type FlowAnswer, FlowAnswerSchema } from '../../api/schemas/flow.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { describeFlow, type Earlier } from '../flow/describe-flow.ts';
import { wholeNumber } from '../numbers.ts';
import { askHome } from '../serving/ask-home.ts';
import { stopSignal } from '../system/shutdown.ts';

const DEFAULT_SECONDS = 2;
/** Writes over what is there instead of clearing it first: nothing flickers. */
const HOME = '\u001b[H';
const TO_THE_END_OF_THE_LINE = '\u001b[K';
const TO_THE_END_OF_THE_SCREEN = '\u001b[J';
const CLEAR_SCREEN = `${HOME}${TO_THE_END_OF_THE_SCREEN}`;

export function statusCommand(environment: Environment) {
  return commandOnHome(
    'status',
    'what flows: topics and what waits in them, documents, the model that serves; live on a terminal',
  )
    .option('--data <dir>', 'the data set whose home is asked')
    .option('--once', 'once, on a terminal too')
    .option(
      '--watch [seconds]',
      'again and again, with rates, until interrupted; on a terminal every 2 s without it',
      wholeNumber(1, 3_600),
    )
    .action(async ({ data, watch, once, ...options }) => {
      const { config, logger } = createContext(environment, options, 'status', { data });
      const read = async () => Parse(FlowAnswerSchema, await askHome(config, logger, '/api/admin/flow'));
      const json = options.json === true;
      const isLive = process.stdout.isTTY && !json;
      const seconds = typeof watch === 'number' ? watch : DEFAULT_SECONDS;
      let flow = await read();
      if (once === true || (watch === undefined && !isLive)) {
        print(flow, null, { json, isLive: false });
        return;
      }
      if (isLive) process.stdout.write(CLEAR_SCREEN);
      print(flow, null, { json, isLive });
      const signal = stopSignal();
      let readAt = performance.now();
      while (await waited(seconds, signal)) {
        const [before, then] = [flow, readAt];
        flow = await read();
        readAt = performance.now();
        print(flow, { flow: before, seconds: (readAt - then) / 1_000 }, { json, isLive });
      }
    });
}

/** One reading: an object, lines, or lines over those of the last. */
function print(flow: FlowAnswer, earlier: Earlier | null, how: { json: boolean; isLive: boolean }): void {
  const text = how.json ? JSON.stringify(flow) : describeFlow(flow, earlier, Date.now());
  if (!how.isLive) {
    process.stdout.write(`${text}\n`);
    return;
  }
  const lines = text.split('\n').map((line) => `${line}${TO_THE_END_OF_THE_LINE}\n`);
  process.stdout.write(`${HOME}${lines.join('')}${TO_THE_END_OF_THE_SCREEN}`);
}

/** Whether the time has passed without anybody asking to stop. */
async function waited(seconds: number, signal: AbortSignal): Promise<boolean> {
  return delay(seconds * 1_000, true, { signal }).catch(() => false);
}
