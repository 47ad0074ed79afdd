/** Structured logs, one JSON object a line, on stderr: stdout belongs to what a command was asked for. */
import { destination, pino } from 'pino';
import type { Logger } from '../domain/ports.ts';

export type LogLevel = 'debug' | 'info' | 'warn' | 'error' | 'silent';

/** A logger that names the stage it speaks for. Callers pass no person and no secret. */
export function createLogger(level: LogLevel, stage: string): Logger {
  return pino({ level, base: { stage } }, destination({ dest: 2, sync: true }));
}
