/**
 * The section of a model file that holds a posterior, little-endian: how many draws, values in a row, traits and bytes
 * of their names there are (u32 each), the names as JSON, then the columns that `columnsOf` lists.
 */
import { Type } from 'typebox';
import { Compile } from 'typebox/compile';
import type { Posterior } from '../bayesian/posterior.ts';

const HEADER_BYTES = 16;
const Names = Compile(Type.Array(Type.String()));

export function encodePosterior(posterior: Posterior): Uint8Array {
  const { draws, traits, mean } = posterior;
  const names = new TextEncoder().encode(JSON.stringify(traits));
  const { doubles, singles } = columnsOf(posterior);
  const values = doubles.reduce((sum, { length }) => sum + length * 8, 0);
  const bytes = new Uint8Array(
    singles.reduce((sum, { length }) => sum + length * 4, HEADER_BYTES + names.length + values),
  );
  const view = new DataView(bytes.buffer);
  const header = [draws, draws === 0 ? 0 : mean.length / draws, traits.length, names.length];
  for (const [k, number] of header.entries()) view.setUint32(k * 4, number, true);
  bytes.set(names, HEADER_BYTES);
  let at = HEADER_BYTES + names.length;
  for (const column of doubles) {
    for (const [k, value] of column.entries()) view.setFloat64(at + k * 8, value, true);
    at += column.length * 8;
  }
  for (const column of singles) {
    for (const [k, value] of column.entries()) view.setFloat32(at + k * 4, value, true);
    at += column.length * 4;
  }
  return bytes;
}

/** Reads what `encodePosterior` wrote for a model of so many films; null when it is anything else. */
export function decodePosterior(bytes: Uint8Array, films: number): Posterior | null {
  if (bytes.length < HEADER_BYTES) return null;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [draws, width, traitCount, nameBytes] = [0, 4, 8, 12].map((at) => view.getUint32(at, true));
  if (draws === undefined || width === undefined || traitCount === undefined || nameBytes === undefined)
    return null;
  const traits = readNames(bytes.subarray(HEADER_BYTES, HEADER_BYTES + nameBytes));
  if (traits?.length !== traitCount) return null;
  const start = HEADER_BYTES + nameBytes;
  const doubleCount = draws * (1 + width * width + width);
  const singleCount = draws * width * (2 * films + traitCount);
  if (bytes.length !== start + doubleCount * 8 + singleCount * 4) return null;
  const posterior: Posterior = {
    draws,
    items: new Float32Array(draws * films * width),
    ratingPrecision: new Float64Array(draws),
    precision: new Float64Array(draws * width * width),
    mean: new Float64Array(draws * width),
    implicitEffects: new Float32Array(draws * films * width),
    traits,
    traitEffects: new Float32Array(draws * traitCount * width),
  };
  const { doubles, singles } = columnsOf(posterior);
  let at = start;
  for (const column of doubles) {
    for (let k = 0; k < column.length; k++) column[k] = view.getFloat64(at + k * 8, true);
    at += column.length * 8;
  }
  for (const column of singles) {
    for (let k = 0; k < column.length; k++) column[k] = view.getFloat32(at + k * 4, true);
    at += column.length * 4;
  }
  return posterior;
}

/** The order of the columns: what is kept in double precision, then what in single. */
function columnsOf(posterior: Posterior): { doubles: Float64Array[]; singles: Float32Array[] } {
  return {
    doubles: [posterior.ratingPrecision, posterior.precision, posterior.mean],
    singles: [posterior.items, posterior.implicitEffects, posterior.traitEffects],
  };
}

function readNames(bytes: Uint8Array): string[] | null {
  try {
    const names: unknown = JSON.parse(new TextDecoder().decode(bytes));
    return Names.Check(names) ? names : null;
  } catch {
    return null;
  }
}
