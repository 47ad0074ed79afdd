/** The version of this program. */
import { readFileSync } from 'node:fs';
import { isJsonObject } from '../domain/json.ts';

const manifest: unknown = JSON.parse(
  readFileSync(new URL(import.meta.resolve('matinee/package.json')), 'utf8'),
);

export const VERSION =
  isJsonObject(manifest) && typeof manifest.version === 'string' ? manifest.version : 'unknown';
