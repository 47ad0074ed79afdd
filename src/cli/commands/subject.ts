/** `matinee subject`: the rights of persons over their data. */
import { Command } from '@commander-js/extra-typings';
import { Parse } from 'typebox/value';
import { type SubjectAnswer, SubjectAnswerSchema } from '../../api/schemas/subject.ts';
import type { Receipt } from '../../governance/erasure/receipt.ts';
import { userId, whyOption } from '../access-options.ts';
import { printAnswer } from '../answer.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { explanationLines } from '../explanations.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { askHome } from '../serving/ask-home.ts';
import { eraseOnHome } from '../subjects/erase-on-home.ts';
import { objectCommand, rectifyCommand, restrictCommand } from '../subjects/limit-commands.ts';
import { formatTable } from '../table.ts';

export function subjectCommand(environment: Environment) {
  const erase = commandOnHome('erase', 'erases a person everywhere, and prints the signed receipt')
    .requiredOption('--user <id>', 'whom: the userId that ratings are given under', userId)
    .addOption(whyOption())
    .action(async ({ user, why, ...options }) => {
      const { config } = createContext(environment, options, 'subject');
      const receipt = await eraseOnHome(openExistingHome(locateHome(config)), config, user, why);
      printAnswer({ text: describe(receipt), fields: receipt }, options);
    });
  const exported = commandOnHome('export', 'everything that is held about a person, inferred taste included')
    .requiredOption('--user <id>', 'whom: the userId that ratings are given under', userId)
    .addOption(whyOption())
    .action(async ({ user, why, ...options }) => {
      const { config, logger } = createContext(environment, options, 'subject');
      const fields = await askHome(config, logger, `/api/subjects/${encodeURIComponent(user)}`, { why });
      printAnswer({ text: readable(Parse(SubjectAnswerSchema, fields)), fields }, options);
    });
  return new Command('subject')
    .description("a person's rights over their data")
    .exitOverride()
    .addCommand(exported)
    .addCommand(rectifyCommand(environment))
    .addCommand(restrictCommand(environment))
    .addCommand(objectCommand(environment))
    .addCommand(erase);
}

function describe({ documents, stream, models, ordinal, completedAt }: Receipt): string {
  const { ratings, interactions, users } = documents;
  const key = stream.keyDestroyed ? 'the key of their records is destroyed' : 'there was no key';
  const inStream = stream.encrypted
    ? key
    : 'NOT encrypted in this home: their records stay until the stream’s retention drops them';
  return [
    `Erasure ${ordinal} of this home, done ${completedAt}.`,
    `  stream   ${inStream}`,
    `  index    ${ratings} ratings, ${interactions} interactions and ${users} person taken out`,
    `  models   ${models.removed.length} versions removed, ${models.trained ?? 'none'} trained without them`,
    'Nothing of them is taken in again. Keep the receipt: `subject erase --json` prints it once more.',
  ].join('\n');
}

/** The export as a page of text; `--json` has all of it, to be taken elsewhere. */
function readable({
  userId: id,
  pseudonym,
  exportedAt,
  profile,
  processing,
  ratings,
  interactions,
  inferred,
}: SubjectAnswer): string {
  const { favouriteGenres, strategy, modelVersion, recommendations } = inferred;
  const lines = recommendations.flatMap(({ position, title, explanation }) => [
    `  ${position}. ${title}`,
    ...(explanation === undefined ? [] : explanationLines(explanation).map((line) => `    ${line}`)),
  ]);
  return [
    `What is held about ${id}, ${exportedAt}`,
    `known behind the API as ${pseudonym}`,
    '',
    'Profile',
    ...Object.entries(profile).map(([name, value]) => `  ${name}: ${value ?? 'not given'}`),
    '',
    'Processing',
    `  ${processing.restricted ? 'only stored' : 'used'}, ${processing.profiling ? 'may be profiled' : 'not profiled'}`,
    '',
    `Ratings (${ratings.length})`,
    formatTable(ratings.map(({ ratedAt, rating, title }) => [`  ${ratedAt}`, rating ?? 'taken back', title])),
    '',
    `Interactions (${interactions.length})`,
    formatTable(interactions.map(({ at, type, title }) => [`  ${at}`, type, title])),
    '',
    'Inferred',
    `  favourite genres: ${favouriteGenres.join(', ') || 'none'}`,
    `  recommended by ${strategy}${modelVersion === null ? '' : `, version ${modelVersion}`}, and why`,
    ...lines,
  ].join('\n');
}
