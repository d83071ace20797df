import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent, Draft } from '../../../api/drafts/draft.schema.ts';
import { call } from '../server/call.ts';

export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed' };

/** Longest time that what is typed is only in the page, in milliseconds. */
const pause = 1_500;

interface Drafting {
  readonly state: DraftState;
  /** Saves now: on leaving a field, on Ctrl+S, after a failure. */
  readonly save: () => void;
  readonly drop: () => Promise<void>;
}

/** Keeps on the server what is being filled in: soon after each change, when a field is left and when the connection is back. */
export function useDraft(taskId: string, savedAt: string | null, content: DraftContent): Drafting {
  const path = `/tasks/${encodeURIComponent(taskId)}/draft`;
  const [state, setState] = useState<DraftState>(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'none' });
  const text = JSON.stringify(content);
  const latest = useRef(text);
  latest.current = text;
  const stored = useRef(text);
  const closed = useRef(false);

  const save = useCallback(() => {
    const sent = latest.current;
    if (sent === stored.current || closed.current) return;
    setState({ kind: 'saving' });
    call<Draft>(path, { method: 'PUT', body: JSON.parse(sent) as unknown }).then(
      ({ savedAt: at }) => {
        stored.current = sent;
        setState({ kind: 'saved', at: at ?? '' });
      },
      () => setState({ kind: 'failed' }),
    );
  }, [path]);

  useEffect(() => {
    if (text === stored.current) return undefined;
    const timer = setTimeout(save, pause);
    return () => clearTimeout(timer);
  }, [text, save]);

  useEffect(() => {
    addEventListener('online', save);
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('online', save);
      removeEventListener('pagehide', save);
      save();
    };
  }, [save]);

  const drop = useCallback(async () => {
    closed.current = true;
    await call(path, { method: 'DELETE' });
    setState({ kind: 'none' });
  }, [path]);

  return { state, save, drop };
}
