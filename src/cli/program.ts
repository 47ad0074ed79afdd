/** Every command, put together. */
import { Command } from '@commander-js/extra-typings';
import { consumeCommand } from './commands/consume.ts';
import { dataCommand } from './commands/data.ts';
import { deadCommand } from './commands/dead.ts';
import { doctorCommand } from './commands/doctor.ts';
import { evaluateCommand } from './commands/evaluate.ts';
import { generateCommand } from './commands/generate.ts';
import { modelsCommand } from './commands/models.ts';
import { produceCommand } from './commands/produce.ts';
import { recommendCommand } from './commands/recommend.ts';
import { searchCommand } from './commands/search.ts';
import { serveCommand } from './commands/serve.ts';
import { sourceCommand } from './commands/source.ts';
import { startCommand } from './commands/start.ts';
import { trainCommand } from './commands/train.ts';
import type { Environment } from './context.ts';
import { VERSION } from './version.ts';

export function createProgram(environment: Environment) {
  const program = new Command('matinee')
    .description('Real-time movie recommendations, from a rating to the next film worth seeing.')
    .version(VERSION)
    .exitOverride()
    .showHelpAfterError('(add --help for the commands there are)');
  program.addCommand(startCommand(environment));
  program.addCommand(sourceCommand(environment));
  program.addCommand(produceCommand(environment));
  program.addCommand(consumeCommand(environment));
  program.addCommand(serveCommand(environment));
  program.addCommand(trainCommand(environment));
  program.addCommand(evaluateCommand(environment));
  program.addCommand(recommendCommand(environment));
  program.addCommand(searchCommand(environment));
  program.addCommand(generateCommand(environment));
  program.addCommand(dataCommand(environment));
  program.addCommand(deadCommand(environment));
  program.addCommand(modelsCommand(environment));
  program.addCommand(doctorCommand(environment));
  return program;
}
