/**
 * Where the engines lie: installed once for every clone of a user, in the cache folder of the XDG base directories,
 * with what they run on (data, logs, process ids) beside it. Elasticsearch refuses root and runs as a user of its own
 * there, whom root's home is closed to: run by root, everything lies under `/var/cache`.
 */
import { homedir } from 'node:os';
import { join } from 'node:path';

function cacheFolder(): string {
  const chosen = process.env.XDG_CACHE_HOME;
  if (chosen !== undefined && chosen !== '') return chosen;
  return process.getuid?.() === 0 ? '/var/cache' : join(homedir(), '.cache');
}

const ENGINES = join(cacheFolder(), 'matinee', 'engines');

/** What is installed of an engine; the version is in the name, so that two clones may need different ones. */
export function installFolder(name: string, version: string): string {
  return join(ENGINES, `${name}-${version}`);
}

/** What an engine that listens on this port keeps: its data, its log and its process id. */
export function runFolder(name: string, port: number): string {
  return join(ENGINES, 'run', `${name}-${port}`);
}
