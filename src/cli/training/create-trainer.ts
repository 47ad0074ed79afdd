/** The trainer that the configuration names; the client of Spark is loaded where it is named. */
import { join, resolve } from 'node:path';
import type { Config } from '../../config/schema.ts';
import { createEmbeddedTrainer } from '../../model/training/embedded/embedded-trainer.ts';
import type { Trainer } from '../../model/training/trainer.ts';
import type { Home } from '../home/home.ts';

export async function createTrainer(
  config: Config,
  home: Pick<Home, 'dir' | 'checkpointFile'>,
): Promise<Trainer> {
  const { kind, spark, checkpointSeconds } = config.trainer;
  const checkpoint = { file: home.checkpointFile, everyMs: checkpointSeconds * 1_000 };
  switch (kind) {
    case 'embedded':
      return createEmbeddedTrainer(checkpoint);
    case 'spark': {
      const { createSparkTrainer } = await import('../../model/training/spark/spark-trainer.ts');
      return createSparkTrainer({
        remote: spark.remote,
        dataDir: sparkDataDir(config, home),
        embedded: createEmbeddedTrainer(),
      });
    }
  }
}

/** The folder that this machine and Spark share. */
export function sparkDataDir({ trainer: { spark } }: Config, home: Pick<Home, 'dir'>): string {
  return resolve(spark.dataDir ?? join(home.dir, 'spark'));
}
