/**
 * Randomness that depends on a seed and an id only, never on an order: what a model draws for a person or a film is
 * the same whoever else is in the data. Integer arithmetic throughout, so that every machine draws the same bits.
 */

/** A 32-bit hash of a text (FNV-1a over its UTF-16 code units, then mixed). */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let k = 0; k < text.length; k++) hash = Math.imul(hash ^ text.charCodeAt(k), 0x01000193);
  return mix(hash);
}

/** A 32-bit hash of two 32-bit integers. */
export function hashPair(a: number, b: number): number {
  return mix(Math.imul(mix(a), 0x9e3779b1) ^ b);
}

/** The finaliser of MurmurHash3: every bit of the input moves every bit of the result. */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x85ebca6b);
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35);
  return (x ^ (x >>> 16)) >>> 0;
}

/** Draws numbers uniform in [0, 1), always the same ones for the same state (a Weyl sequence, mixed). */
export function createUniform(state: number): () => number {
  let position = state | 0;
  return () => {
    position = (position + 0x9e3779b9) | 0;
    return mix(position) / 2 ** 32;
  };
}

/** Draws numbers of mean 0 and variance 1, nearly normal (a sum of four uniforms: no transcendental function). */
export function createNormal(state: number): () => number {
  const uniform = createUniform(state);
  return () => (uniform() + uniform() + uniform() + uniform() - 2) * Math.sqrt(3);
}
