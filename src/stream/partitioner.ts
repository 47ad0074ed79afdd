/**
 * Which partition a record goes to: the rule of Kafka's default partitioner, so that a person's records lie in the
 * same partition whichever adapter wrote them.
 */

const MULTIPLIER = 0x5bd1e995;
const SEED = 0x9747b28c;

/**
 * MurmurHash2, 32 bits, signed, as `org.apache.kafka.common.utils.Utils.murmur2` computes it (Austin Appleby, 2008).
 */
export function murmur2(bytes: Uint8Array): number {
  const length = bytes.length;
  const view = new DataView(bytes.buffer, bytes.byteOffset, length);
  const blocks = length & ~3;
  let hash = SEED ^ length;
  for (let at = 0; at < blocks; at += 4) {
    let block = Math.imul(view.getInt32(at, true), MULTIPLIER);
    block = Math.imul(block ^ (block >>> 24), MULTIPLIER);
    hash = Math.imul(hash, MULTIPLIER) ^ block;
  }
  if (length > blocks) {
    for (let at = length - 1; at >= blocks; at--) hash ^= view.getUint8(at) << (8 * (at - blocks));
    hash = Math.imul(hash, MULTIPLIER);
  }
  hash = Math.imul(hash ^ (hash >>> 13), MULTIPLIER);
  return hash ^ (hash >>> 15);
}

/** The partition of a key given as UTF-8: its hash without the sign bit, modulo the number of partitions. */
export function partitionOfKey(key: Uint8Array, partitions: number): number {
  return (murmur2(key) & 0x7fff_ffff) % partitions;
}
