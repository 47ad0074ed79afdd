/**
 * How fast training is: the reference's grid, explicit ALS against Spark MLlib, implicit ALS against PyPI `implicit`, and
 * 20 million ratings. A peer that is not there is said to be missing.
 */
import { explicitVersusSpark } from './train/explicit-versus-spark.ts';
import { referenceGridInTheKernel, referenceGridThroughTheTrainer } from './train/grid.ts';
import { timeToQuality, twentyMillion } from './train/implicit-versus-peer.ts';
import { startPeer } from './train/peer.ts';

export async function run(): Promise<void> {
  await referenceGridInTheKernel();
  await referenceGridThroughTheTrainer();
  await explicitVersusSpark();
  const peer = startPeer();
  if (peer === null) return;
  try {
    await timeToQuality(peer);
    await twentyMillion(peer);
  } finally {
    peer.close();
  }
}
