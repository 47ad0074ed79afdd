/** Walks the configuration's schema: its leaves are the settings that the environment and documents name. */
import { isJsonObject } from '../domain/json.ts';
import { ConfigSchema } from './schema.ts';

export interface Setting {
  /** `source.limits.perMinute` as its parts. */
  path: readonly string[];
  /** The variable that overrides it: `MATINEE_SOURCE_LIMITS_PER_MINUTE`. */
  variable: string;
  description: string;
  /** The default, as JSON has it. */
  fallback: unknown;
}

function walk(node: unknown, path: readonly string[]): Setting[] {
  if (!isJsonObject(node)) return [];
  if (isJsonObject(node.properties)) {
    return Object.entries(node.properties).flatMap(([key, child]) => walk(child, [...path, key]));
  }
  const description = typeof node.description === 'string' ? node.description : '';
  return [{ path, variable: variableOf(path), description, fallback: node.default }];
}

function variableOf(path: readonly string[]): string {
  const words = path.map((part) => part.replace(/[A-Z]/g, (capital) => `_${capital}`).toUpperCase());
  return `MATINEE_${words.join('_')}`;
}

/** Every setting, in the schema's order. */
export const SETTINGS: readonly Setting[] = walk(ConfigSchema, []);
