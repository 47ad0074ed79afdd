/** What every command starts from: the configuration that its options, the environment and the file add up to. */
import { Command } from '@commander-js/extra-typings';
import { loadConfig } from '../config/load.ts';
import type { Config } from '../config/schema.ts';
import type { Logger } from '../domain/ports.ts';
import { createLogger } from '../telemetry/logger.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** A command with the options that all of them share. */
export function command(name: string, summary: string) {
  return new Command(name)
    .description(summary)
    .option('--config <file>', 'configuration file (default: matinee.config.json where there is one)')
    .option('--json', 'answer as JSON, for a machine')
    .showHelpAfterError('(add --help for what this command takes)')
    .exitOverride();
}

/** `command`, for those that touch state. */
export function commandOnHome(name: string, summary: string) {
  return command(name, summary).option('--home <dir>', 'folder of all state (default: .matinee/<data set>)');
}

export interface Context {
  config: Config;
  logger: Logger;
}

/** Adds the flags of one command, by dotted setting, to the configuration. */
export function createContext(
  environment: Environment,
  { config: file, home }: { config?: string | undefined; home?: string | undefined },
  stage: string,
  flags: Readonly<Record<string, unknown>> = {},
): Context {
  const config = loadConfig({ file, environment, flags: { home, ...flags } });
  return { config, logger: createLogger(config.log.level, stage) };
}
