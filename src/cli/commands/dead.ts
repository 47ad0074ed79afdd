/** `matinee dead`: what could not be processed: look at it, and put it back once the cause is mended. */
import { Command, Option } from '@commander-js/extra-typings';
import { type DeadLetterFilter, type DeadLetters, openDeadLetters } from '../../consumer/dead-letters.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { RecordCipher } from '../../domain/record-cipher.ts';
import { FLOW_TOPICS } from '../../domain/topics.ts';
import { type Answer, type HomeOptions, printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { openState } from '../home/open-state.ts';
import { openHomeStream } from '../home/open-stream.ts';
import { formatTable } from '../table.ts';

const topicOption = () => new Option('--topic <topic>', 'of this topic only').choices(FLOW_TOPICS);

export function deadCommand(environment: Environment) {
  async function answer(options: HomeOptions, ask: (letters: DeadLetters) => Promise<Answer>): Promise<void> {
    const { config } = createContext(environment, options, 'dead');
    const stream = await openHomeStream(openExistingHome(locateHome(config)), config);
    try {
      printAnswer(await ask(openDeadLetters(stream)), options);
    } finally {
      await stream.close();
    }
  }

  const list = commandOnHome('list', 'what could not be processed, oldest first')
    .addOption(topicOption())
    .option('--reason <code>', 'with this reason only')
    .action(({ topic, reason, ...options }) =>
      answer(options, (letters) => listLetters(letters, filterOf(topic, reason))),
    );
  const show = commandOnHome('show', 'one dead letter, with its bytes')
    .argument('<id>', 'as `dead list` names it')
    .action(async (id, options) => {
      const { config } = createContext(environment, options, 'dead');
      const state = await openState(openExistingHome(locateHome(config)), config);
      try {
        printAnswer(await showLetter(openDeadLetters(state.stream), state.cipher, id), options);
      } finally {
        await state.close();
      }
    });
  const replay = commandOnHome('replay', 'puts dead letters back on their topic; once is enough')
    .argument('[ids...]', 'these only (default: all)')
    .addOption(topicOption())
    .option('--reason <code>', 'with this reason only')
    .action((ids, { topic, reason, ...options }) =>
      answer(options, async (letters) => {
        const filter = { ...filterOf(topic, reason), ...(ids.length === 0 ? {} : { ids }) };
        const replayed = await letters.replay(filter);
        return { text: `${replayed} put back on their topic.`, fields: { replayed } };
      }),
    );
  return new Command('dead')
    .description('what could not be processed')
    .exitOverride()
    .addCommand(list)
    .addCommand(show)
    .addCommand(replay);
}

function filterOf(topic: DeadLetterFilter['topic'], reason: string | undefined): DeadLetterFilter {
  return { ...(topic === undefined ? {} : { topic }), ...(reason === undefined ? {} : { reason }) };
}

async function listLetters(letters: DeadLetters, filter: DeadLetterFilter): Promise<Answer> {
  const found = await letters.list(filter);
  if (found.length === 0) return { text: 'no dead letters', fields: { letters: [] } };
  const rows = found.map(({ id, reason, attempt, failedAt, message }) => [
    id,
    reason,
    attempt,
    new Date(failedAt).toISOString(),
    message,
  ]);
  const text = formatTable([['id', 'reason', 'attempt', 'at', 'why'], ...rows]);
  return { text, fields: { letters: found } };
}

async function showLetter(
  letters: DeadLetters,
  cipher: Pick<RecordCipher, 'open'>,
  id: string,
): Promise<Answer> {
  const letter = await letters.show(id);
  if (letter === null) {
    throw new MatineeError('NOT_FOUND', `there is no dead letter "${id}", or it has been replayed`, {
      hint: 'see `dead list` for those there are',
    });
  }
  const { value, ...rest } = letter;
  const [inside] = await cipher.open([letter]);
  const readable = inside?.kind === 'clear';
  const body = Buffer.from(readable ? inside.value : value);
  return {
    text: `${JSON.stringify(rest, null, 2)}\n${readable ? body.toString('utf8') : 'The record cannot be opened.'}`,
    fields: { ...rest, opened: readable, valueBase64: body.toString('base64') },
  };
}
