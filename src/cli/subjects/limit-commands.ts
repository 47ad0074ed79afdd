/** `subject restrict`, `subject object`, `subject rectify`: what a person forbids, and has put right. */
import { Option } from '@commander-js/extra-typings';
import { Parse } from 'typebox/value';
import { type ProcessingAnswer, ProcessingAnswerSchema } from '../../api/schemas/subject.ts';
import { AGE_BANDS } from '../../domain/closed-words.ts';
import { MatineeError } from '../../domain/errors.ts';
import type { UserId } from '../../domain/ids.ts';
import type { Reason } from '../../governance/audit/entry.ts';
import { userId, whyOption } from '../access-options.ts';
import { type HomeOptions, printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { askHome, type RequestOptions } from '../serving/ask-home.ts';

const WHOM = 'whom: the userId that ratings are given under';

export function restrictCommand(environment: Environment) {
  return commandOnHome('restrict', 'only stores what is held about a person, and uses nothing of it')
    .requiredOption('--user <id>', WHOM, userId)
    .option('--lift', 'ends that')
    .addOption(whyOption())
    .action(({ user, lift, why, ...options }) =>
      limit(environment, options, {
        user,
        path: 'restriction',
        method: lift === true ? 'DELETE' : 'POST',
        why,
      }),
    );
}

export function objectCommand(environment: Environment) {
  return commandOnHome('object', 'stops profiling a person: nothing they are shown is personal any more')
    .requiredOption('--user <id>', WHOM, userId)
    .option('--withdraw', 'takes that back: they consent to be profiled')
    .addOption(whyOption())
    .action(({ user, withdraw, why, ...options }) =>
      limit(environment, options, {
        user,
        path: 'objection',
        method: withdraw === true ? 'DELETE' : 'POST',
        why,
      }),
    );
}

export function rectifyCommand(environment: Environment) {
  return commandOnHome('rectify', 'puts right what is held about a person')
    .requiredOption('--user <id>', WHOM, userId)
    .addOption(new Option('--age-band <band>', 'the band of their age').choices(AGE_BANDS))
    .option('--gender <text>', 'their gender, as the data has it')
    .option('--occupation <text>', 'their occupation')
    .option('--forget <field...>', 'fields to leave empty: ageBand, gender, occupation')
    .option(
      '--rating <movie=value...>',
      'a film and its rating; nothing after = takes it back',
      readRating,
      [],
    )
    .addOption(whyOption())
    .action(async ({ user, ageBand, gender, occupation, forget = [], rating, why, ...options }) => {
      const named = { ageBand, gender, occupation };
      const profile = {
        ...Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined)),
        ...Object.fromEntries(forget.map((field) => [fieldOf(field), null])),
      };
      const body = { profile, ratings: rating };
      const fields = await ask(environment, options, user, 'rectification', { method: 'POST', body, why });
      printAnswer({ text: 'Taken in; what it changes follows at once.', fields }, options);
    });
}

async function limit(
  environment: Environment,
  options: HomeOptions,
  { user, path, ...request }: { user: UserId; path: string; method: 'POST' | 'DELETE'; why: Reason },
): Promise<void> {
  const fields = await ask(environment, options, user, path, request);
  printAnswer({ text: describe(Parse(ProcessingAnswerSchema, fields)), fields }, options);
}

function ask(
  environment: Environment,
  options: HomeOptions,
  user: UserId,
  path: string,
  request: RequestOptions,
) {
  const { config, logger } = createContext(environment, options, 'subject');
  return askHome(config, logger, `/api/subjects/${encodeURIComponent(user)}/${path}`, request);
}

function describe({ profiling, restricted }: ProcessingAnswer): string {
  if (restricted) return 'What is held of them is only stored: nothing is taken in, and nothing of it used.';
  if (profiling) return 'They may be profiled: recommendations are personal, and models learn from them.';
  return 'They are not profiled: what they are shown is not personal, what they look at is not collected, and no later model learns from them.';
}

const FIELDS = ['ageBand', 'gender', 'occupation'] as const;

function fieldOf(name: string): string {
  const field = FIELDS.find((known) => known === name);
  if (field !== undefined) return field;
  throw new MatineeError('USAGE', `--forget knows no field ${name}`, { hint: `Name ${FIELDS.join(', ')}.` });
}

interface CorrectedRating {
  movieId: number;
  rating: number | null;
}

function readRating(text: string, before: CorrectedRating[]): CorrectedRating[] {
  const [, movieId, rating] = /^(\d{1,10})=(\d(?:\.\d+)?)?$/.exec(text) ?? [];
  if (movieId === undefined) {
    throw new MatineeError('USAGE', `--rating ${text} names no film and rating`, {
      hint: 'Write 50=4.5 for 4.5 stars to film 50, and 50= to take that rating back.',
    });
  }
  return [...before, { movieId: Number(movieId), rating: rating === undefined ? null : Number(rating) }];
}
