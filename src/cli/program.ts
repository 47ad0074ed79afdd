/** Every command, put together. A command is loaded when it is asked for: a question need not load the whole system. */
import { Command } from '@commander-js/extra-typings';
import type { Environment } from './context.ts';
import { VERSION } from './version.ts';

const COMMANDS = {
  start: async () => (await import('./commands/start.ts')).startCommand,
  source: async () => (await import('./commands/source.ts')).sourceCommand,
  produce: async () => (await import('./commands/produce.ts')).produceCommand,
  consume: async () => (await import('./commands/consume.ts')).consumeCommand,
  serve: async () => (await import('./commands/serve.ts')).serveCommand,
  train: async () => (await import('./commands/train.ts')).trainCommand,
  evaluate: async () => (await import('./commands/evaluate.ts')).evaluateCommand,
  compare: async () => (await import('./commands/compare.ts')).compareCommand,
  recommend: async () => (await import('./commands/recommend.ts')).recommendCommand,
  search: async () => (await import('./commands/search.ts')).searchCommand,
  generate: async () => (await import('./commands/generate.ts')).generateCommand,
  data: async () => (await import('./commands/data.ts')).dataCommand,
  dead: async () => (await import('./commands/dead.ts')).deadCommand,
  models: async () => (await import('./commands/models.ts')).modelsCommand,
  subject: async () => (await import('./commands/subject.ts')).subjectCommand,
  accounts: async () => (await import('./commands/accounts.ts')).accountsCommand,
  experiment: async () => (await import('./commands/experiment.ts')).experimentCommand,
  quality: async () => (await import('./commands/quality.ts')).qualityCommand,
  retention: async () => (await import('./commands/retention.ts')).retentionCommand,
  dashboards: async () => (await import('./commands/dashboards.ts')).dashboardsCommand,
  audit: async () => (await import('./commands/audit.ts')).auditCommand,
  keys: async () => (await import('./commands/keys.ts')).keysCommand,
  receipt: async () => (await import('./commands/receipt.ts')).receiptCommand,
  status: async () => (await import('./commands/status.ts')).statusCommand,
  store: async () => (await import('./commands/store.ts')).storeCommand,
  backup: async () => (await import('./commands/backup.ts')).backupCommand,
  verify: async () => (await import('./commands/verify.ts')).verifyCommand,
  restore: async () => (await import('./commands/restore.ts')).restoreCommand,
  doctor: async () => (await import('./commands/doctor.ts')).doctorCommand,
};

function isCommand(name: string | undefined): name is keyof typeof COMMANDS {
  return name !== undefined && Object.hasOwn(COMMANDS, name);
}

/** The program with the command asked for, or with all of them when that is none: for its help and its suggestions. */
export async function createProgram(environment: Environment, asked: string | undefined) {
  const program = new Command('matinee')
    .description('Real-time movie recommendations, from a rating to the next film worth seeing.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(add --help for the commands there are)');
  for (const load of isCommand(asked) ? [COMMANDS[asked]] : Object.values(COMMANDS)) {
    const create = await load();
    program.addCommand(create(environment));
  }
  return program;
}
