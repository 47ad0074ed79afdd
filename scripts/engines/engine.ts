/** What the commands need to know of an engine. */

/** How an engine is started: a program that stays in the foreground. */
export interface Launch {
  program: string;
  args: string[];
  env?: Record<string, string>;
  /** The user to run as, where it may not be the one who starts it. */
  user?: { uid: number; gid: number } | undefined;
}

export interface EngineFolders {
  /** What `install` made. */
  installed: string;
  /** Data, log and process id: emptied by `reset`. */
  run: string;
}

export interface Engine {
  name: string;
  version: string;
  /** The port it listens on, on the loopback address. */
  port: number;
  /** What its first installation downloads, in words. */
  download: string;
  /** Fills an empty folder; fails with an `EngineError`. */
  install(folder: string): void;
  /** Writes its settings and formats its data folder when it is new. */
  prepare(folders: EngineFolders): Launch;
  /** Whether it answers as it should, not only that its port is open. */
  isReady(): Promise<boolean>;
}

/** What a person has to repair: said without a stack. */
export class EngineError extends Error {}
