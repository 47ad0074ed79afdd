/** `matinee experiment`: what the experiment that runs says so far. */
import { Parse } from 'typebox/value';
import { type ExperimentAnswer, ExperimentAnswerSchema } from '../../api/schemas/experiment.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { askHome } from '../serving/ask-home.ts';
import { formatTable } from '../table.ts';

export function experimentCommand(environment: Environment) {
  return commandOnHome('experiment', 'what the experiment of the configuration says so far')
    .option('--data <dir>', 'the data set whose home is asked')
    .action(async ({ data, ...options }) => {
      const { config, logger } = createContext(environment, options, 'experiment', { data });
      const answer = await askHome(config, logger, '/api/admin/experiment');
      if (options.json === true) return console.log(JSON.stringify(answer));
      console.log(describeExperiment(Parse(ExperimentAnswerSchema, answer)));
    });
}

/** The experiment as a table and a sentence. */
function describeExperiment({
  name,
  share,
  variant,
  arms,
  inBoth,
  clicksUnseen,
  text,
}: ExperimentAnswer): string {
  const settings = Object.entries(variant).filter(
    ([, value]) => value !== 0 && value !== false && value !== null,
  );
  const rows = Object.entries(arms).map(([arm, { people, impressions, clicks, rate }]) => [
    arm,
    people,
    impressions,
    clicks,
    rate === null ? '' : percent(rate.value),
    rate === null ? '' : `${percent(rate.low)} to ${percent(rate.high)}`,
  ]);
  return [
    `${name}: ${percent(share)} of people get ${settings.map(([key, value]) => `${key} ${value}`).join(', ')}`,
    '',
    formatTable([['arm', 'people', 'shown', 'opened', 'rate', '95 %'], ...rows]),
    '',
    text,
    ...(inBoth === 0 ? [] : [`${inBoth} people were shown both arms, and count in neither.`]),
    ...(clicksUnseen === 0 ? [] : [`${clicksUnseen} films were opened that nobody said were seen.`]),
  ].join('\n');
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}
