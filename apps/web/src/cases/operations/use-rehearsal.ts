import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Preview } from '../../../../api/commands/preview.schema.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';

export interface Rehearsed {
  readonly preview: Preview | null;
  readonly problem: Problem | null;
  readonly asking: boolean;
}

interface Rehearsal {
  readonly path: string;
  readonly method?: 'POST' | 'PATCH' | 'DELETE';
  /** Null while something is missing. */
  readonly body: unknown;
}

/** What an act on a case would do, asked of the server when the fields have come to rest. */
export function useRehearsal({ path, method = 'POST', body }: Rehearsal): Rehearsed {
  const wanted = body === null ? null : JSON.stringify(body);
  const [asked, setAsked] = useState(wanted);
  useEffect(() => {
    const timer = setTimeout(() => setAsked(wanted), 250);
    return () => clearTimeout(timer);
  }, [wanted]);
  const { data, error } = useQuery({
    queryKey: ['rehearsal', method, path, asked],
    queryFn: ({ signal }) =>
      call<Preview>(path, {
        method,
        ...(method === 'DELETE' ? {} : { body: JSON.parse(asked ?? 'null') as unknown }),
        query: { preview: true },
        signal,
      }),
    enabled: asked !== null,
    retry: false,
    gcTime: 0,
  });
  if (error && !(error instanceof Problem)) throw error;
  if (asked !== wanted || wanted === null) return { preview: null, problem: null, asking: wanted !== null };
  return { preview: error ? null : (data ?? null), problem: error, asking: !data && !error };
}
