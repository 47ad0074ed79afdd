/** The processes of the flow on one home, each to be killed and started again. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isJsonObject } from '../../src/domain/json.ts';
import { type RunningMatinee, startMatinee } from '../run-matinee.ts';

export const STAGES = ['source', 'produce', 'consume', 'serve'] as const;
export type Stage = (typeof STAGES)[number];

export interface Stages {
  /** Starts it, unless it runs, and gives it once it works. */
  run(stage: Stage | 'start'): Promise<RunningMatinee>;
  kill(stage: Stage | 'start'): Promise<void>;
  /** The address of the API, of whichever process serves it. */
  apiUrl(): string;
  /** How many records of the source the producer knows to be durable. */
  producedSoFar(): number;
  stopAll(): Promise<void>;
}

/** Small pages, so that there is time to strike between two of them; and the source answers as often as it is asked. */
const ENVIRONMENT = {
  MATINEE_TRAINER_IMPROVE: 'false',
  MATINEE_PRODUCER_PER_PAGE: '10',
  MATINEE_PRODUCER_PAGES_IN_FLIGHT: '2',
  MATINEE_SOURCE_LIMITS_PER_MINUTE: '1000000',
  MATINEE_SOURCE_LIMITS_PER_HOUR: '1000000',
  MATINEE_SOURCE_LIMITS_PER_DAY: '1000000',
};

export function createStages(data: string, home: string): Stages {
  const running = new Map<Stage | 'start', RunningMatinee>();
  let sourcePort = '0';
  let sourceUrl = '';
  let apiUrl = '';

  async function launch(stage: Stage | 'start'): Promise<RunningMatinee> {
    const begin = (...args: string[]) => startMatinee([stage, '--home', home, ...args], ENVIRONMENT);
    switch (stage) {
      case 'source': {
        const started = begin('--data', data, '--port', sourcePort);
        sourceUrl = String((await started.event('listening')).sourceUrl);
        // Started again it is where the producer looks for it.
        sourcePort = new URL(sourceUrl).port;
        return started;
      }
      case 'produce':
        return begin('--source', sourceUrl);
      case 'consume': {
        const started = begin();
        await started.event('consuming');
        return started;
      }
      case 'serve':
      case 'start': {
        const started =
          stage === 'serve'
            ? begin('--port', '0')
            : begin('--data', data, '--port', '0', '--source-port', '0');
        apiUrl = String((await started.event('listening')).apiUrl);
        if (stage === 'start') await started.event('ready');
        return started;
      }
    }
  }

  return {
    async run(stage) {
      const already = running.get(stage);
      if (already !== undefined) return already;
      const started = await launch(stage);
      running.set(stage, started);
      return started;
    },
    async kill(stage) {
      const victim = running.get(stage);
      running.delete(stage);
      await victim?.kill();
    },
    apiUrl() {
      return apiUrl;
    },
    producedSoFar() {
      try {
        const position: unknown = JSON.parse(readFileSync(join(home, 'producer.json'), 'utf8'));
        return isJsonObject(position) ? Number(position.ordinal) : 0;
      } catch {
        return 0;
      }
    },
    async stopAll() {
      await Promise.all([...running.values()].map((each) => each.stop()));
      running.clear();
    },
  };
}
