/** Many values as one piece of memory, so that a batch moves between threads without being copied value by value. */

export interface PackedValues {
  bytes: Uint8Array<ArrayBuffer>;
  /** Where each value ends; it begins where the one before it ends. */
  ends: Uint32Array<ArrayBuffer>;
}

const encoder = new TextEncoder();
/** UTF-8 takes at most so many bytes for each UTF-16 code unit. */
const BYTES_A_UNIT = 3;

/** Packs texts as UTF-8, and bytes as they are. */
export function packValues(values: readonly (string | Uint8Array)[]): PackedValues {
  const room = values.reduce(
    (sum, value) => sum + value.length * (typeof value === 'string' ? BYTES_A_UNIT : 1),
    0,
  );
  const bytes = new Uint8Array(room);
  const ends = new Uint32Array(values.length);
  let end = 0;
  values.forEach((value, place) => {
    if (typeof value === 'string') end += encoder.encodeInto(value, bytes.subarray(end)).written;
    else {
      bytes.set(value, end);
      end += value.length;
    }
    ends[place] = end;
  });
  return { bytes, ends };
}

/** The value at a place, as a view. */
export function valueAt({ bytes, ends }: PackedValues, place: number): Uint8Array {
  return bytes.subarray(place === 0 ? 0 : ends[place - 1], ends[place]);
}
