/** Where alternating least squares starts from: factors of the users that follow from their ids. */
import { createNormal, hashPair } from '../random.ts';

/** Rows of length 1 in a random direction that follows from the seed and the id alone; biases start at 0. */
export function initialFactors(hashes: Uint32Array, width: number, rank: number, seed: number): Float32Array {
  const factors = new Float32Array(hashes.length * width);
  for (const [row, hash] of hashes.entries()) {
    const normal = createNormal(hashPair(seed, hash));
    const values = Float64Array.from({ length: rank }, normal);
    const norm = Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));
    if (norm === 0) continue;
    for (let k = 0; k < rank; k++) factors[row * width + k] = (values[k] ?? 0) / norm;
  }
  return factors;
}
