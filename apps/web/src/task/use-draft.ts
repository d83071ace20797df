import { useCallback, useEffect, useRef, useState } from 'react';
import type { DraftContent, Draft } from '../../../api/drafts/draft.schema.ts';
import { call } from '../server/call.ts';
import { forgetDraft, keepDraft } from './local-draft.ts';

export type DraftState =
  | { readonly kind: 'none' }
  | { readonly kind: 'saved'; readonly at: string }
  | { readonly kind: 'saving' }
  | { readonly kind: 'failed' };

/** Longest time that what is typed is only in the page, in milliseconds. */
const pause = 1_500;
/** When it could not be saved, it is tried again by itself. */
const again = 10_000;

interface Drafting {
  readonly state: DraftState;
  /** Saves now: on leaving a field, on Ctrl+S, after a failure. */
  readonly save: () => void;
  readonly drop: () => Promise<void>;
}

interface Drafted {
  readonly user: string;
  readonly taskId: string;
  readonly savedAt: string | null;
  readonly content: DraftContent;
}

/** Keeps on the server what is being filled in: soon after each change, when a field is left and when the connection is back. */
export function useDraft({ user, taskId, savedAt, content }: Drafted): Drafting {
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
    const body = JSON.parse(sent) as DraftContent;
    setState({ kind: 'saving' });
    call<Draft>(path, { method: 'PUT', body, keepalive: sent.length < 60_000 }).then(
      ({ savedAt: at }) => {
        stored.current = sent;
        forgetDraft(user, taskId);
        setState({ kind: 'saved', at: at ?? '' });
      },
      () => {
        keepDraft(user, taskId, body);
        setState({ kind: 'failed' });
      },
    );
  }, [path, user, taskId]);

  useEffect(() => {
    if (text === stored.current) return undefined;
    const timer = setTimeout(save, pause);
    return () => clearTimeout(timer);
  }, [text, save]);

  useEffect(() => {
    if (state.kind !== 'failed') return undefined;
    const timer = setTimeout(save, again);
    return () => clearTimeout(timer);
  }, [state, save]);

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
    forgetDraft(user, taskId);
    await call(path, { method: 'DELETE' });
    setState({ kind: 'none' });
  }, [path, user, taskId]);

  return { state, save, drop };
}
