/** Follows the server's events while the page is seen: how much there is, and that charts may be out of date. */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { ROWS_KEY, TOTALS_KEY } from './queries.ts';

export type Live = 'connecting' | 'live' | 'lost' | 'paused';

/** What changes at once is asked for once. */
const GATHER_MS = 250;
/** A browser does not come back by itself after a refusal. */
const AGAIN_MS = 10_000;

/** How it stands with the connection, and how often charts have been renewed by it. */
export function useLive(paused: boolean): { live: Live; renewals: number } {
  const client = useQueryClient();
  const [live, setLive] = useState<Live>('connecting');
  const [renewals, setRenewals] = useState(0);

  useEffect(() => {
    if (paused) {
      setLive('paused');
      return;
    }
    let source: EventSource | null = null;
    let gathering: ReturnType<typeof setTimeout> | undefined;
    let again: ReturnType<typeof setTimeout> | undefined;
    let opened = false;

    const renew = () => {
      clearTimeout(gathering);
      gathering = setTimeout(() => {
        void client.invalidateQueries({ queryKey: ROWS_KEY }).then(() => setRenewals((count) => count + 1));
      }, GATHER_MS);
    };

    function connect(): void {
      clearTimeout(again);
      source?.close();
      source = new EventSource('/api/events');
      source.addEventListener('open', () => {
        setLive('live');
        // What happened while nobody listened.
        if (opened) renew();
        opened = true;
      });
      source.addEventListener('totals', ({ data }: MessageEvent<string>) => {
        const totals: unknown = JSON.parse(data);
        client.setQueryData(TOTALS_KEY, totals);
      });
      source.addEventListener('charts', renew);
      source.addEventListener('error', () => {
        setLive('lost');
        if (source?.readyState === EventSource.CLOSED) again = setTimeout(connect, AGAIN_MS);
      });
    }

    function follow(): void {
      if (document.visibilityState === 'visible') connect();
      else source?.close();
    }

    follow();
    document.addEventListener('visibilitychange', follow);
    return () => {
      document.removeEventListener('visibilitychange', follow);
      clearTimeout(gathering);
      clearTimeout(again);
      source?.close();
    };
  }, [client, paused]);

  return { live, renewals };
}
