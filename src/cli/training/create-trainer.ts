/** The trainer that the configuration names. */
import { join, resolve } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { createEmbeddedTrainer } from '../../model/training/embedded/embedded-trainer.ts';
import { createSparkTrainer } from '../../model/training/spark/spark-trainer.ts';
import type { Trainer } from '../../model/training/trainer.ts';
import type { Home } from '../home/home.ts';

export function createTrainer(config: Config, home: Pick<Home, 'dir'>): Trainer {
  const { kind, spark } = config.trainer;
  const embedded = createEmbeddedTrainer();
  switch (kind) {
    case 'embedded':
      return embedded;
    case 'spark':
      return createSparkTrainer({
        remote: spark.remote,
        dataDir: sparkDataDir(config, home),
        embedded,
      });
  }
}

/** The folder that this machine and Spark share. */
export function sparkDataDir({ trainer: { spark } }: Config, home: Pick<Home, 'dir'>): string {
  return resolve(spark.dataDir ?? join(home.dir, 'spark'));
}
