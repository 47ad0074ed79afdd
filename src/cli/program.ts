/** Every command, put together. */
import { Command } from '@commander-js/extra-typings';
import { startCommand } from './commands/start.ts';
import type { Environment } from './context.ts';
import { VERSION } from './version.ts';

export function createProgram(environment: Environment) {
  return new Command('matinee')
    .description('Real-time movie recommendations, from a rating to the next film worth seeing.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(add --help for the commands there are)')
    .addCommand(startCommand(environment));
}
