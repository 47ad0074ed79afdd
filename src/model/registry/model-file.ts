/**
 * The binary file of one model, little-endian throughout: the magic `MTNE`, the format, the number of films and of
 * values in a row of factors (u32 each), the mean (f64), then of every film its id (i32), its support (u32), its
 * fallback score (f64) and its row of factors (f64), column after column. Format 2 has a posterior behind them.
 */
import { MatineeError } from '../../domain/errors.ts';
import type { ModelState } from '../state.ts';
import { decodePosterior, encodePosterior } from './posterior-section.ts';

type ModelArrays = Omit<ModelState, 'params' | 'seed' | 'feedback'>;

const MAGIC = 0x454e544d;
/** Without a posterior, and with one. */
const PLAIN_FORMAT = 1;
const POSTERIOR_FORMAT = 2;
const HEADER_BYTES = 24;

export function encodeModel({
  mean,
  itemIds,
  support,
  fallback,
  factors,
  posterior,
}: ModelArrays): Uint8Array {
  const section = posterior === undefined ? new Uint8Array(0) : encodePosterior(posterior);
  const count = itemIds.length;
  const bytes = new Uint8Array(columnOffsets(count).factors + factors.length * 8 + section.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, posterior === undefined ? PLAIN_FORMAT : POSTERIOR_FORMAT, true);
  view.setUint32(8, count, true);
  view.setUint32(12, count === 0 ? 0 : factors.length / count, true);
  view.setFloat64(16, mean, true);
  const offsets = columnOffsets(count);
  for (const [k, id] of itemIds.entries()) view.setInt32(offsets.itemIds + k * 4, id, true);
  for (const [k, ratings] of support.entries()) view.setUint32(offsets.support + k * 4, ratings, true);
  for (const [k, score] of fallback.entries()) view.setFloat64(offsets.fallback + k * 8, score, true);
  for (const [k, factor] of factors.entries()) view.setFloat64(offsets.factors + k * 8, factor, true);
  bytes.set(section, bytes.length - section.length);
  return bytes;
}

/** Reads what `encodeModel` wrote; `path` is for messages. A newer format is `CONFLICT`, anything else `CORRUPT`. */
export function decodeModel(bytes: Uint8Array, path: string): ModelArrays {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_BYTES || view.getUint32(0, true) !== MAGIC)
    throw corrupt(path, 'is not a model file');
  const format = view.getUint32(4, true);
  if (format > POSTERIOR_FORMAT) {
    throw new MatineeError(
      'CONFLICT',
      `${path} has format ${format}; this program reads up to ${POSTERIOR_FORMAT}.`,
      {
        hint: 'Run the newer program that wrote it, or train a version with this one.',
      },
    );
  }
  const count = view.getUint32(8, true);
  const values = count * view.getUint32(12, true);
  const offsets = columnOffsets(count);
  const section = bytes.subarray(offsets.factors + values * 8);
  const posterior = format === POSTERIOR_FORMAT ? decodePosterior(section, count) : undefined;
  const isWhole =
    posterior === undefined ? bytes.length === offsets.factors + values * 8 : posterior !== null;
  if (!isWhole) throw corrupt(path, `has ${bytes.length} bytes, which is not what its header says`);
  return {
    mean: view.getFloat64(16, true),
    itemIds: Int32Array.from({ length: count }, (_, k) => view.getInt32(offsets.itemIds + k * 4, true)),
    support: Uint32Array.from({ length: count }, (_, k) => view.getUint32(offsets.support + k * 4, true)),
    fallback: Float64Array.from({ length: count }, (_, k) => view.getFloat64(offsets.fallback + k * 8, true)),
    factors: Float64Array.from({ length: values }, (_, k) => view.getFloat64(offsets.factors + k * 8, true)),
    ...(posterior == null ? {} : { posterior }),
  };
}

/** Where each column begins, in bytes. */
function columnOffsets(count: number) {
  const itemIds = HEADER_BYTES;
  const support = itemIds + count * 4;
  const fallback = support + count * 4;
  return { itemIds, support, fallback, factors: fallback + count * 8 };
}

function corrupt(path: string, problem: string): MatineeError {
  return new MatineeError('CORRUPT', `${path} ${problem}.`, {
    hint: 'Restore the file from a backup, or remove its version and train again.',
  });
}
