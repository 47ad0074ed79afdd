/** `matinee models`: the versions of the registry, and which one serves. */
import { Command } from '@commander-js/extra-typings';
import { byCommandLine } from '../../governance/audit/events.ts';
import { createRegistry, type ListedVersion, type ModelRegistry } from '../../model/registry/registry.ts';
import { type Answer, type HomeOptions, printAnswer } from '../answer.ts';
import { answerFromKeys } from '../answer-from-keys.ts';
import { commandOnHome, createContext, type Environment } from '../context.ts';
import { auditedRegistry } from '../home/audited-registry.ts';
import { openExistingHome } from '../home/home.ts';
import { locateHome } from '../home/locate.ts';
import { wholeNumber } from '../numbers.ts';
import { formatTable } from '../table.ts';
import { VERSION } from '../version.ts';

export function modelsCommand(environment: Environment) {
  async function answer(
    options: HomeOptions,
    ask: (registry: ModelRegistry) => Promise<Answer>,
  ): Promise<void> {
    const { config } = createContext(environment, options, 'models');
    const { modelsDir } = openExistingHome(locateHome(config));
    printAnswer(await ask(await createRegistry(modelsDir, { codeVersion: VERSION })), options);
  }

  /** Changes which version serves, and has that written down. */
  function change(options: HomeOptions, work: (registry: ModelRegistry) => Promise<Answer>): Promise<void> {
    return answerFromKeys(environment, options, async ({ vault }, { modelsDir }) => {
      const registry = auditedRegistry(
        await createRegistry(modelsDir, { codeVersion: VERSION }),
        (event) => vault.remote.appendAudit(event),
        (version) => byCommandLine('model.activate', version),
      );
      return work(registry);
    });
  }

  const list = commandOnHome('list', 'every version, the latest first').action((options) =>
    answer(options, async (registry) => {
      const versions = await registry.list();
      return { text: describe(versions), fields: { versions } };
    }),
  );
  const show = commandOnHome('show', 'the manifest of a version: parameters, metrics, data, seed')
    .argument('<version>')
    .action((version, options) =>
      answer(options, async (registry) => {
        const { manifest } = await registry.load(version);
        return { text: JSON.stringify(manifest, null, 2), fields: manifest };
      }),
    );
  const activate = commandOnHome('activate', 'makes a version serve, at once and without a dropped request')
    .argument('<version>')
    .action((version, options) =>
      change(options, async (registry) => {
        await registry.activate(version);
        return { text: `${version} serves.`, fields: { active: version } };
      }),
    );
  const rollback = commandOnHome('rollback', 'makes the version that served before serve again').action(
    (options) =>
      change(options, async (registry) => {
        const { version } = await registry.rollback();
        return { text: `${version} serves again.`, fields: { active: version } };
      }),
  );
  const prune = commandOnHome(
    'prune',
    'removes old versions, never the one that serves nor the one before it',
  )
    .option('--keep <number>', 'how many of the latest to keep', wholeNumber(0, 1_000_000), 5)
    .action(({ keep, ...options }) =>
      answer(options, async (registry) => {
        const removed = await registry.prune(keep);
        return { text: `${removed.length} versions removed.`, fields: { removed } };
      }),
    );
  return [list, show, activate, rollback, prune].reduce(
    (models, subcommand) => models.addCommand(subcommand),
    new Command('models').description('model versions').exitOverride(),
  );
}

function describe(versions: readonly ListedVersion[]): string {
  if (versions.length === 0) return 'no version yet: `matinee train` makes one';
  const rows = versions.map(({ version, active, manifest, problem }) => [
    version,
    active ? 'serves' : '',
    manifest?.models.rating.params.model ?? '',
    manifest?.models.rating.metrics?.rmse?.toFixed(4) ?? '',
    manifest?.models.ranking.params.model ?? '',
    manifest?.models.ranking.metrics?.ndcg?.toFixed(4) ?? '',
    problem ?? '',
  ]);
  return formatTable([['version', '', 'ratings by', 'rmse', 'ranking by', 'ndcg', 'problem'], ...rows]);
}
