/** What a version of the registry says of itself: `manifest.json` in its folder. */
import { type Static, Type } from 'typebox';
import { Compile } from 'typebox/compile';
import { MatineeError } from '../../domain/errors.ts';
import { ModelParamsSchema } from '../params.ts';

/** The format of versions that this build writes, and the newest that it reads. */
export const FORMAT_VERSION = 1;

export const VERSION_PATTERN = '^[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}$';

const Count = Type.Integer({ minimum: 0 });
const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' });

const weight = Type.Number({ minimum: 0 });
const FeedbackWeightsSchema = Type.Object(
  { like: weight, dislike: weight, hide: weight, watchlist: weight, click: weight, view: weight },
  { additionalProperties: false },
);

const ModelEntrySchema = Type.Object(
  {
    /** The file beside the manifest that holds the factors, and its digest. */
    file: Type.String({ pattern: '^[a-z]+\\.model$' }),
    sha256: Sha256,
    params: ModelParamsSchema,
    seed: Type.Integer(),
    /** Measured on a withheld part, by the same parameters fitted without it; null when nothing was withheld. */
    metrics: Type.Union([Type.Record(Type.String(), Type.Union([Type.Number(), Type.Null()])), Type.Null()]),
    fitSeconds: Type.Number({ minimum: 0 }),
    /** What each kind of interaction counted beside ratings; absent where none were learned from. */
    feedback: Type.Optional(FeedbackWeightsSchema),
    /** The program that fitted it, where that was not this one: its session and operations name the work in its log. */
    engine: Type.Optional(
      Type.Object(
        {
          name: Type.Literal('spark'),
          version: Type.String(),
          session: Type.String(),
          operations: Type.Array(Type.String()),
        },
        { additionalProperties: false },
      ),
    ),
  },
  { additionalProperties: false },
);

const ManifestSchema = Type.Object(
  {
    formatVersion: Type.Literal(FORMAT_VERSION),
    version: Type.String({ pattern: VERSION_PATTERN }),
    /** ISO 8601, UTC. */
    createdAt: Type.String({ pattern: '^\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z$' }),
    /** Of the program that trained it. */
    codeVersion: Type.String({ minLength: 1, maxLength: 100 }),
    models: Type.Object(
      { rating: ModelEntrySchema, ranking: ModelEntrySchema },
      { additionalProperties: false },
    ),
    /** What it was trained on. */
    data: Type.Object(
      {
        users: Count,
        items: Count,
        ratings: Count,
        signals: Type.Optional(Count),
        duplicates: Count,
        fingerprint: Sha256,
      },
      { additionalProperties: false },
    ),
    /** How often somebody had been erased from the store when its ratings were read; absent stands for never. */
    erasures: Type.Optional(Count),
    /** How far the stream had been indexed, where known: the next offset of each partition. */
    streamOffsets: Type.Array(
      Type.Object({ topic: Type.String(), partition: Count, offset: Count }, { additionalProperties: false }),
    ),
  },
  { additionalProperties: false },
);

export type ModelEntry = Static<typeof ModelEntrySchema>;
export type Manifest = Static<typeof ManifestSchema>;

const manifest = Compile(ManifestSchema);
const anyFormat = Compile(Type.Object({ formatVersion: Type.Integer() }));

/** Reads a manifest. One of a newer format is `CONFLICT`, anything else that is not a manifest `CORRUPT`. */
export function parseManifest(text: string, path: string): Manifest {
  const value = parseJson(text, path);
  if (anyFormat.Check(value) && value.formatVersion > FORMAT_VERSION) {
    throw new MatineeError(
      'CONFLICT',
      `${path} has format ${value.formatVersion}; this program reads up to ${FORMAT_VERSION}.`,
      {
        hint: 'Run the newer program that wrote it, or train a version with this one.',
      },
    );
  }
  if (manifest.Check(value)) return value;
  const [first] = manifest.Errors(value);
  throw new MatineeError(
    'CORRUPT',
    `${path} is not a manifest: ${first?.instancePath ?? ''} ${first?.message ?? ''}.`,
    {
      hint: 'Restore the file from a backup, or remove its version and train again.',
    },
  );
}

/** Parses JSON; what is not JSON is `CORRUPT`. */
export function parseJson(text: string, path: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new MatineeError('CORRUPT', `${path} is not JSON.`, {
      hint: 'Restore the file from a backup, or remove it and train again.',
      cause,
    });
  }
}
