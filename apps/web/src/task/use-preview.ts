import { useEffect, useState } from 'react';
import type { Preview } from '../../../api/commands/preview.schema.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { inTurn } from './try-acts.ts';

export interface Tried {
  readonly id: string;
  readonly preview: Preview | null;
  readonly problem: Problem | null;
}

interface Trying {
  /** What the act would do to each task; null while it is being asked. */
  readonly tried: readonly Tried[] | null;
  /** How many have been asked about so far. */
  readonly done: number;
}

const nothing: Trying = { tried: null, done: 0 };

/** What the act would do to each task, asked of the server as soon as the fields are complete. */
export function usePreview(
  ids: readonly string[],
  path: string,
  body: Readonly<Record<string, unknown>> | null,
): Trying {
  const [trying, setTrying] = useState(nothing);
  const asked = body === null ? null : JSON.stringify([ids, path, body]);
  useEffect(() => {
    setTrying(nothing);
    if (asked === null) return undefined;
    const aborting = new AbortController();
    const timer = setTimeout(() => {
      const [of, to, what] = JSON.parse(asked) as [string[], string, unknown];
      inTurn(
        of,
        (id) => previewOf(id, to, what, aborting.signal),
        (done) => setTrying({ tried: null, done }),
      ).then(
        (tried) => setTrying({ tried, done: tried.length }),
        (error: unknown) => {
          if (!aborting.signal.aborted) throw error;
        },
      );
    }, 200);
    return () => {
      clearTimeout(timer);
      aborting.abort();
    };
  }, [asked]);
  return trying;
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
