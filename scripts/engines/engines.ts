/** The engines that there are, in the order they are started in. */
import { elasticsearch } from './elasticsearch.ts';
import type { Engine } from './engine.ts';
import { kafka } from './kafka.ts';
import { spark } from './spark.ts';

export const ENGINES: readonly Engine[] = [kafka, elasticsearch, spark];
