/**
 * Finds a Chromium for the browser tests, or installs Debian's package: `npm run browser:install`. Doing it again
 * changes nothing. The path it prints is what the tests use.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

/** The command that everything else names when there is no browser. */
export const INSTALL_COMMAND = 'npm run browser:install';

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** The path of a Chromium: `CHROMIUM` when it is set, else the first on the path; null when there is none. */
export function findChromium() {
  const chosen = process.env.CHROMIUM;
  if (chosen !== undefined && chosen !== '') return isExecutable(chosen) ? chosen : null;
  const folders = [...(process.env.PATH ?? '').split(delimiter), '/usr/bin', '/snap/bin'];
  const candidates = [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), MAC];
  return candidates.find(isExecutable) ?? null;
}

const has = (program) => spawnSync(program, ['--version'], { stdio: 'ignore' }).status === 0;

/** How to become the superuser here: nothing to add, `sudo`, or null when there is no way without asking. */
function privilege() {
  if (process.getuid?.() === 0) return [];
  return spawnSync('sudo', ['-n', 'true'], { stdio: 'ignore' }).status === 0 ? ['sudo', '-n'] : null;
}

function install() {
  const prefix = privilege();
  if (!has('apt-get') || prefix === null) {
    process.stderr.write(
      'No Chromium was found, and none can be installed from here.\n' +
        'Install Chromium or Google Chrome with your system (Debian, Ubuntu: sudo apt-get install chromium),\n' +
        'or set CHROMIUM to the path of one.\n',
    );
    process.exitCode = 1;
    return;
  }
  const apt = (...args) => {
    const [program, ...rest] = [...prefix, 'apt-get', ...args];
    execFileSync(program, rest, {
      stdio: ['ignore', process.stderr, process.stderr],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  };
  process.stderr.write('Installing Chromium from the system’s packages …\n');
  apt('update', '-q');
  apt('install', '-y', '-q', '--no-install-recommends', 'chromium');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  if (findChromium() === null) install();
  const found = findChromium();
  if (found !== null) process.stdout.write(`${found}\n`);
  else process.exitCode = 1;
}
