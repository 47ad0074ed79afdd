/** What the host calls (`kernel/exports.ts`). */
export { explicitLosses, explicitSweeps } from './explicit';
export { computeSideGram, foldInExplicit, foldInImplicit } from './fold-in';
export { gibbsHalfSweep } from './gibbs';
export { implicitSweeps } from './implicit';
export { implicitLosses } from './implicit-losses';
export { invertSymmetric } from './inverse';
export { jobBytes, sideBytes } from './job';
export { scratchBytes } from './scratch';
export { queryBytes, topN } from './top-n';

/** The first byte that compiled-in tables do not use: the host keeps everything above it. */
export function firstFreeByte(): usize {
  return __heap_base;
}
