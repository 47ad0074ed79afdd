/** Reads the configuration: defaults, then the file, then `MATINEE_*`, then the command line's flags. */
import { readFileSync } from 'node:fs';
import { Compile } from 'typebox/compile';
import { Clone, Default } from 'typebox/value';
import { isSystemError, MatineeError, messageOf } from '../domain/errors.ts';
import { isJsonObject, type JsonObject } from '../domain/json.ts';
import { didYouMean } from './did-you-mean.ts';
import { SETTINGS } from './leaves.ts';
import { type Config, ConfigSchema } from './schema.ts';

export interface ConfigSources {
  /** A file named by the user must exist; without one `matinee.config.json` is read where there is one. */
  file?: string | undefined;
  /** Environment variables. */
  environment: Readonly<Record<string, string | undefined>>;
  /** Settings of the command line, by dotted path; undefined ones are left out. */
  flags?: Readonly<Record<string, unknown>>;
}

const DEFAULT_FILE = 'matinee.config.json';
/** Variables that belong to the tests of this repository, not to the product. */
const NOT_SETTINGS = /^MATINEE_(TEST|REQUIRE)_/;
const validator = Compile(ConfigSchema);

/**
 * The whole configuration, every key present. An unknown key or variable, a value of the wrong type or out of range,
 * or a file that cannot be read is `USAGE`, naming where it stands and the key that was probably meant.
 */
export function loadConfig({ file, environment, flags = {} }: ConfigSources): Config {
  const tree = readConfigFile(file);
  refuseUnknownKeys(tree, [], file ?? DEFAULT_FILE);
  for (const [path, text] of fromEnvironment(environment)) setIn(tree, path, readValue(text));
  for (const [path, value] of Object.entries(flags)) {
    if (value !== undefined) setIn(tree, path.split('.'), value);
  }
  const config = Default(ConfigSchema, Clone(tree));
  if (validator.Check(config)) return config;
  const [problem] = validator.Errors(config);
  const path = (problem?.instancePath ?? '').split('/').slice(1);
  const setting = SETTINGS.find((candidate) => candidate.path.join('.') === path.join('.'));
  const expected =
    problem?.keyword === 'enum'
      ? `must be one of ${problem.params.allowedValues.join(', ')}`
      : problem?.message;
  throw new MatineeError('USAGE', `setting ${path.join('.')} ${expected ?? 'is not valid'}`, {
    hint: setting === undefined ? 'see docs/configuration.md' : setting.description,
  });
}

function readConfigFile(file: string | undefined): JsonObject {
  const path = file ?? DEFAULT_FILE;
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (cause) {
    if (file === undefined && isSystemError(cause, 'ENOENT')) return {};
    throw new MatineeError('USAGE', `cannot read the configuration file ${path}: ${messageOf(cause)}`, {
      hint: 'give the path of a readable JSON file to --config',
      cause,
    });
  }
  const tree = parseJson(text, path);
  if (isJsonObject(tree)) return tree;
  throw new MatineeError('USAGE', `${path} does not hold a JSON object`, {
    hint: 'see docs/configuration.md',
  });
}

function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MatineeError('USAGE', `${path} is not JSON: ${messageOf(cause)}`, {
      hint: 'correct the file, or remove it to run on the defaults',
      cause,
    });
  }
}

function refuseUnknownKeys(tree: JsonObject, prefix: readonly string[], file: string): void {
  const below = SETTINGS.filter(({ path }) => prefix.every((part, depth) => path[depth] === part));
  const known = [...new Set(below.map(({ path }) => path[prefix.length] ?? ''))];
  for (const [key, value] of Object.entries(tree)) {
    const path = [...prefix, key];
    if (key === '$schema' && prefix.length === 0) {
      delete tree[key];
    } else if (!known.includes(key)) {
      throw new MatineeError('USAGE', `${file}: unknown key "${path.join('.')}"${didYouMean(key, known)}`, {
        hint: 'see docs/configuration.md for every key',
      });
    } else if (isJsonObject(value)) {
      refuseUnknownKeys(value, path, file);
    }
  }
}

function fromEnvironment(environment: ConfigSources['environment']): [readonly string[], string][] {
  const variables = SETTINGS.map(({ variable }) => variable);
  return Object.entries(environment).flatMap(([name, value]): [readonly string[], string][] => {
    if (!name.startsWith('MATINEE_') || NOT_SETTINGS.test(name) || value === undefined) return [];
    const setting = SETTINGS.find(({ variable }) => variable === name);
    if (setting !== undefined) return [[setting.path, value]];
    throw new MatineeError('USAGE', `unknown variable ${name}${didYouMean(name, variables)}`, {
      hint: 'see docs/configuration.md for every variable',
    });
  });
}

/** Numbers, booleans and null are read as JSON has them; any other text is taken as it is. */
function readValue(text: string): unknown {
  return /^(-?\d+(\.\d+)?|true|false|null)$/.test(text) ? JSON.parse(text) : text;
}

function setIn(tree: JsonObject, path: readonly string[], value: unknown): void {
  const [key, ...rest] = path;
  if (key === undefined) return;
  if (rest.length === 0) {
    tree[key] = value;
    return;
  }
  const child = tree[key];
  const next: JsonObject = isJsonObject(child) ? child : {};
  tree[key] = next;
  setIn(next, rest, value);
}
