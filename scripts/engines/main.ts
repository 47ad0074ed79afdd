/**
 * `npm run engines:install|start|stop|status|reset [-- kafka|elasticsearch|spark …]`: the real engines on this machine,
 * without Docker. Without a name, all of them.
 */
import { type Engine, EngineError } from './engine.ts';
import { ENGINES } from './engines.ts';
import { install, isInstalled, reset, runningPid, start, stop } from './lifecycle.ts';

const say = (line: string) => process.stdout.write(`${line}\n`);

async function status(engine: Engine): Promise<void> {
  const pid = runningPid(engine);
  const state = !isInstalled(engine)
    ? 'not installed'
    : pid === null
      ? 'stopped'
      : `${(await engine.isReady()) ? 'ready' : 'starting'} on 127.0.0.1:${engine.port}, process ${pid}`;
  say(`${engine.name} ${engine.version}: ${state}`);
}

type Command = (engine: Engine) => void | Promise<void>;

const COMMANDS = new Map<string, Command>([
  ['install', (engine) => install(engine, say)],
  ['start', (engine) => start(engine, say)],
  ['stop', (engine) => stop(engine, say)],
  ['reset', (engine) => reset(engine, say)],
  ['status', status],
]);

function chosen(names: readonly string[]): readonly Engine[] {
  const unknown = names.find((name) => !ENGINES.some((engine) => engine.name === name));
  if (unknown !== undefined)
    throw new EngineError(`no engine is called ${unknown}: ${ENGINES.map(({ name }) => name).join(', ')}`);
  return names.length === 0 ? ENGINES : ENGINES.filter(({ name }) => names.includes(name));
}

const [word = '', ...names] = process.argv.slice(2);
try {
  const command = COMMANDS.get(word);
  if (command === undefined) throw new EngineError(`give one of ${[...COMMANDS.keys()].join(', ')}`);
  for (const engine of chosen(names)) await command(engine);
} catch (error) {
  if (!(error instanceof EngineError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
