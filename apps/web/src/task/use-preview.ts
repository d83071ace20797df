import { useEffect, useState } from 'react';
import type { Preview } from '../../../api/commands/preview.schema.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';

export interface Tried {
  readonly id: string;
  readonly preview: Preview | null;
  readonly problem: Problem | null;
}

/** What the act would do to each task, asked of the server as soon as the fields are complete. Null while it is being asked. */
export function usePreview(
  ids: readonly string[],
  path: string,
  body: Readonly<Record<string, unknown>> | null,
): readonly Tried[] | null {
  const [tried, setTried] = useState<readonly Tried[] | null>(null);
  const asked = body === null ? null : JSON.stringify([ids, path, body]);
  useEffect(() => {
    setTried(null);
    if (asked === null) return undefined;
    const aborting = new AbortController();
    const timer = setTimeout(() => {
      const [of, to, what] = JSON.parse(asked) as [string[], string, unknown];
      Promise.all(of.map((id) => previewOf(id, to, what, aborting.signal))).then(setTried, (error: unknown) => {
        if (!aborting.signal.aborted) throw error;
      });
    }, 200);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
  }, [asked]);
  return tried;
}

async function previewOf(id: string, path: string, body: unknown, signal: AbortSignal): Promise<Tried> {
  try {
    const address = `/tasks/${encodeURIComponent(id)}/${path}`;
    const preview = await call<Preview>(address, { method: 'POST', body, query: { preview: true }, signal });
    return { id, preview, problem: null };
  } catch (error) {
    if (error instanceof Problem) return { id, preview: null, problem: error };
    throw error;
  }
}
