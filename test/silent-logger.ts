/** A logger that says nothing, for tests whose subject logs. */
import type { Logger } from '../src/domain/ports.ts';

export const silentLogger: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};
