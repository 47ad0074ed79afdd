/** Answers a command from the key store of a home. */
import { type Answer, type HomeOptions, printAnswer } from './answer.ts';
import { createContext, type Environment } from './context.ts';
import { type Home, openExistingHome } from './home/home.ts';
import { locateHome } from './home/locate.ts';
import { type HomeKeys, openKeys } from './home/open-keys.ts';

/** Opens it for the question, beside the process that serves the home where there is one. */
export async function answerFromKeys(
  environment: Environment,
  options: HomeOptions,
  ask: (keys: HomeKeys, home: Home) => Promise<Answer>,
): Promise<void> {
  const { config } = createContext(environment, options, 'access');
  const home = openExistingHome(locateHome(config));
  const keys = await openKeys(home, config);
  try {
    printAnswer(await ask(keys, home), options);
  } finally {
    await keys.vault.close();
  }
}
