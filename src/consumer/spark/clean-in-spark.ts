/**
 * `clean_data` of topic `movies` as Spark SQL, made of the same rules as the operator `cleanData`. What Spark cannot
 * clean as the operator would (a title outside the common scripts, a JSON text that the two parsers read differently,
 * anything that is wrong) is left as it came: the operator behind cleans it, or turns it away with its bytes.
 */
import { SCHEMA_VERSION } from '../../domain/rating.ts';
import { type Relation, select } from '../../spark/plan/relation.ts';
import { EVENT_TIME, MAX_SECONDS, RATING } from '../cleaning/rating-shape.ts';
import type { Rule } from '../cleaning/rule.ts';
import type { Shape } from '../cleaning/shape.ts';
import { DEFINITIONS, isNumber, sqlValue } from '../cleaning/sql-values.ts';
import { MAX_DEPTH, MAX_RECORD_BYTES } from '../parse.ts';

interface Leaf {
  /** `movie.title` as its parts. */
  path: readonly string[];
  /** The column that holds its variant; with `_is` behind it the cleaned value, with `_holds` whether that is right. */
  column: string;
  rule: Rule;
}

const EVENT_TIME_COLUMN = 'eventTime';
const VERSION = { path: ['schemaVersion'], column: 'schemaVersion' };
const LEAVES = leavesOf({ ...RATING, [EVENT_TIME_COLUMN]: EVENT_TIME }, []);

/**
 * Adds a column `cleaned`: the cleaned record as JSON, null where the record is left as it came. `value` holds the
 * records' bytes; `keep` names the columns that go along.
 */
export function cleanInSpark(records: Relation, keep: readonly string[]): Relation {
  const along = ['value', ...keep];
  const steps: (readonly string[])[] = [
    ['cast(value as string) as text'],
    [`if(${READABLE}, text, null) as text`],
    [
      `try_parse_json(concat('[', text, ']')) as listed`,
      `try_parse_json(concat('{"record":', text, '}')) as named`,
    ],
    [`if(${WHOLE}, ${member('listed', '[0]')}, null) as record`],
    [VERSION, ...LEAVES].map(({ path, column }) => `${member('record', dotted(path))} as ${column}`),
    ...valueSteps(),
    [
      ...LEAVES.flatMap(cleanedColumns),
      VERSION.column,
      `${VERSION.column}_type`,
      `${EVENT_TIME_COLUMN}_type`,
    ],
    [`if(${HOLDS}, ${JSON_TEXT}, null) as cleaned`],
  ];
  return steps.reduce((table, columns) => select(table, [...along, ...columns]), records);
}

/** The columns that say what each value is, a step for each kind of them. */
function valueSteps(): string[][] {
  const values = [VERSION, ...LEAVES].map(({ column }) => sqlValue(column));
  const known = values.map(({ variant }) => variant);
  return DEFINITIONS.map((define) => {
    const defined = values.map(define);
    const step = [...known, ...defined];
    known.push(...defined.map((definition) => definition.slice(definition.lastIndexOf(' ') + 1)));
    return step;
  });
}

/**
 * What both parsers read alike. At most `MAX_DEPTH` brackets nest no deeper; half a surrogate pair cannot be written as
 * UTF-8.
 */
const READABLE = [
  `octet_length(value) <= ${MAX_RECORD_BYTES}`,
  'is_valid_utf8(text)',
  `regexp_count(text, r'[{\\[]') <= ${MAX_DEPTH}`,
  `not text rlike r'\\\\u[dD][89a-fA-F]'`,
].join(' and ');

/**
 * Spark stops reading behind the first JSON value and does not look at what follows. Within brackets that must be `]` or
 * `,`, within braces `}` or `,`: a text that is read within both, and is one member of the list, is one value.
 */
const WHOLE = `named is not null and ${member('listed', '[1]')} is null`;

const NO_EVENT_TIME = `(${EVENT_TIME_COLUMN}_type is null or ${EVENT_TIME_COLUMN}_type = 'VOID')`;

const HOLDS = [
  `${isNumber(`${VERSION.column}_type`)} and try_variant_get(${VERSION.column}, '$', 'double') = ${SCHEMA_VERSION}`,
  ...LEAVES.map(({ column }) => {
    const holds = `coalesce(${column}_holds, false)`;
    return column === EVENT_TIME_COLUMN ? `(${NO_EVENT_TIME} or ${holds})` : holds;
  }),
  `timestamp_is <= ${MAX_SECONDS}`,
].join(' and ');

const FIELDS = [
  `'schemaVersion', ${SCHEMA_VERSION}`,
  structFields(RATING, []),
  `'formatted_date', date_format(timestamp_seconds(timestamp_is), 'dd-MM-yyyy HH:mm:ss')`,
].join(', ');

const JSON_TEXT = `if(${NO_EVENT_TIME}, ${toJson(FIELDS)}, ${toJson(`${FIELDS}, 'eventTime', ${EVENT_TIME_COLUMN}_is`)})`;

function toJson(fields: string): string {
  return `to_json(named_struct(${fields}), map('ignoreNullFields', 'false'))`;
}

function structFields(shape: Shape, path: readonly string[]): string {
  return Object.entries(shape)
    .map(([field, part]) => {
      const at = [...path, field];
      const value =
        'fields' in part ? `named_struct(${structFields(part.fields, at)})` : `${columnOf(at)}_is`;
      return `'${field}', ${value}`;
    })
    .join(', ');
}

function leavesOf(shape: Shape, path: readonly string[]): Leaf[] {
  return Object.entries(shape).flatMap(([field, part]) => {
    const at = [...path, field];
    return 'fields' in part ? leavesOf(part.fields, at) : [leaf(at, part)];
  });
}

function leaf(path: readonly string[], rule: Rule): Leaf {
  return { path, column: columnOf(path), rule };
}

function cleanedColumns({ column, rule }: Leaf): string[] {
  const { value, holds } = rule.sql(sqlValue(column));
  return [`${value} as ${column}_is`, `${holds} as ${column}_holds`];
}

function columnOf(path: readonly string[]): string {
  return path.join('_');
}

function dotted(path: readonly string[]): string {
  return path.map((part) => `.${part}`).join('');
}

function member(variant: string, path: string): string {
  return `try_variant_get(${variant}, '$${path}', 'variant')`;
}
