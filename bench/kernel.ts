/** The kernel's share of the speed bars: grid, implicit ALS against PyPI `implicit`, 20 million entries, serving. */
import { referenceGrid } from './kernel/grid.ts';
import { timeToQuality, twentyMillion } from './kernel/implicit-versus-peer.ts';
import { startPeer } from './kernel/peer.ts';
import { foldInHistory, topTen } from './kernel/serving.ts';

export async function run(): Promise<void> {
  await referenceGrid();
  topTen();
  foldInHistory();
  const peer = startPeer();
  if (peer === null) return;
  try {
    await timeToQuality(peer);
    await twentyMillion(peer);
  } finally {
    peer.close();
  }
}
