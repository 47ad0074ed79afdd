/** Notices that another version became active, whichever process activated it. */
import { type FSWatcher, watch } from 'node:fs';
import { ACTIVE_FILE, readActivation } from './activation.ts';

/** How often to look even without a notification from the file system, which network folders do not send. */
const LOOK_EVERY_MS = 1_000;

export interface ActivationWatch {
  close(): void;
}

/**
 * Calls `onChange` with each version that becomes active after this call, and `onError` when that cannot be found out. Calls
 * do not overlap. Watching does not keep the process alive.
 */
export async function watchActivation(
  dir: string,
  onChange: (version: string) => Promise<void> | void,
  onError: (error: unknown) => void,
): Promise<ActivationWatch> {
  let current = (await readActivation(dir))?.version ?? null;
  let closed = false;
  let looking: Promise<void> | null = null;
  let lookAgain = false;

  async function look(): Promise<void> {
    try {
      const version = (await readActivation(dir))?.version ?? null;
      if (closed || version === null || version === current) return;
      current = version;
      await onChange(version);
    } catch (error) {
      if (!closed) onError(error);
    }
  }

  /** Looks now, or once more after the look under way, which may have come too early. */
  function notice(): void {
    if (looking !== null) {
      lookAgain = true;
      return;
    }
    looking = look().finally(() => {
      looking = null;
      if (lookAgain && !closed) notice();
      lookAgain = false;
    });
  }

  let watcher: FSWatcher | null = null;
  try {
    watcher = watch(dir, { persistent: false }, (_event, name) => {
      if (name === null || name === ACTIVE_FILE) notice();
    });
    watcher.on('error', onError);
  } catch (error) {
    onError(error);
  }
  const timer = setInterval(notice, LOOK_EVERY_MS).unref();
  notice();
  return {
    close() {
      closed = true;
      clearInterval(timer);
      watcher?.close();
    },
  };
}
