/**
 * Checks requests against their TypeBox schemas. Bodies are taken as they are; paths and queries, which are text, are
 * read as numbers where the schema wants numbers, and only if they are plain decimals, and as `true` or `false`.
 */
import type { FastifySchemaCompiler } from 'fastify';
import { IsArray, IsBoolean, IsInteger, IsNumber, IsObject, type TSchema } from 'typebox';
import { Compile } from 'typebox/compile';
import type { TLocalizedValidationError } from 'typebox/error';
import { isJsonObject } from '../domain/json.ts';
import { InvalidRequest } from './problem.ts';
import type { FieldError } from './schemas/problem.ts';

const PARTS: Record<string, FieldError['in']> = { body: 'body', params: 'path', querystring: 'query' };

/** Fastify's validator compiler; a value that is refused raises `InvalidRequest` with every fault in it. */
export const compileValidator: FastifySchemaCompiler<TSchema> = ({ schema, httpPart }) => {
  const part = PARTS[httpPart ?? ''] ?? 'query';
  const validator = Compile(schema);
  const errorsOf = compileErrors(schema);
  return (value: unknown) => {
    const read = part === 'body' ? value : readText(schema, value);
    if (validator.Check(read)) return { value: read };
    return { error: new InvalidRequest(errorsOf(read).map((error) => ({ in: part, ...error }))) };
  };
};

type PointedError = Omit<FieldError, 'in'>;

/** Lists are looked through item by item, because a validator gives up after a few errors. */
function compileErrors(schema: TSchema): (value: unknown) => PointedError[] {
  const validator = Compile(schema);
  if (!IsArray(schema)) return (value) => pointed(validator.Errors(value));
  const item = Compile(schema.items);
  return (value) => {
    const errors = Array.isArray(value)
      ? value.flatMap((entry, index) => pointed(item.Errors(entry), `/${index}`))
      : [];
    return errors.length > 0 ? errors : pointed(validator.Errors(value));
  };
}

/** One error a place. Alternatives that all failed are told together. */
function pointed(errors: readonly TLocalizedValidationError[], prefix = ''): PointedError[] {
  const details = new Map<string, Set<string>>();
  for (const error of errors) {
    if (error.keyword === 'boolean' || error.keyword === 'anyOf') continue;
    for (const [pointer, detail] of placesOf(error)) {
      const known = details.get(prefix + pointer) ?? new Set();
      details.set(prefix + pointer, known.add(detail));
    }
  }
  return [...details].map(([pointer, said]) => ({ pointer, detail: [...said].join(' or ') }));
}

function placesOf(error: TLocalizedValidationError): [pointer: string, detail: string][] {
  if (error.keyword === 'additionalProperties') {
    return error.params.additionalProperties.map((name) => [
      `${error.instancePath}/${name.replaceAll('~', '~0').replaceAll('/', '~1')}`,
      'is not known here',
    ]);
  }
  if (error.keyword === 'required') {
    return error.params.requiredProperties.map((name) => [`${error.instancePath}/${name}`, 'is missing']);
  }
  if (error.keyword === 'enum') {
    return [[error.instancePath, `must be one of ${error.params.allowedValues.join(', ')}`]];
  }
  return [[error.instancePath, error.message]];
}

const DECIMAL = /^-?\d{1,15}(\.\d{1,15})?$/;

function readText(schema: TSchema, value: unknown): unknown {
  if (!IsObject(schema) || !isJsonObject(value)) return value;
  const { properties } = schema;
  // Own properties only, on both sides: a parameter may be called `__proto__`.
  return Object.fromEntries(
    Object.entries(value).map(([name, text]) => {
      const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return [name, property === undefined ? text : readParameter(property, text)];
    }),
  );
}

function readParameter(property: TSchema, text: unknown): unknown {
  if (IsArray(property)) return Array.isArray(text) ? text : [text];
  if (IsBoolean(property)) return text === 'true' || (text === 'false' ? false : text);
  const isNumber = IsInteger(property) || IsNumber(property);
  return isNumber && typeof text === 'string' && DECIMAL.test(text) ? Number(text) : text;
}
