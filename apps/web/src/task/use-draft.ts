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
const retry = 10_000;

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

/**
 * Keeps on the server what is being filled in: soon after each change, when a field is left and when the connection is
 * back; one request at a time, so that what was written earlier never arrives last.
 */
export function useDraft({ user, taskId, savedAt, content }: Drafted): Drafting {
  const path = `/tasks/${encodeURIComponent(taskId)}/draft`;
  const [state, setState] = useState<DraftState>(savedAt ? { kind: 'saved', at: savedAt } : { kind: 'none' });
  const text = JSON.stringify(content);
  const latest = useRef(text);
  latest.current = text;
  const stored = useRef(text);
  const closed = useRef(false);
  const underWay = useRef<Promise<void> | null>(null);

  const save = useCallback(() => {
    const sent = latest.current;
    if (sent === stored.current || closed.current || underWay.current) return;
    const body = JSON.parse(sent) as DraftContent;
    setState({ kind: 'saving' });
    const saving = call<Draft>(path, { method: 'PUT', body, keepalive: sent.length < 60_000 });
    underWay.current = saving.then(
      ({ savedAt: at }) => {
        underWay.current = null;
        stored.current = sent;
        forgetDraft(user, taskId);
        setState({ kind: 'saved', at: at ?? '' });
        save();
      },
      () => {
        underWay.current = null;
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
    const timer = setTimeout(save, retry);
    return () => clearTimeout(timer);
  }, [state, save]);

  useEffect(() => {
    const leave = () => {
      if (underWay.current && latest.current !== stored.current)
        keepDraft(user, taskId, JSON.parse(latest.current) as DraftContent);
      save();
    };
    addEventListener('online', save);
    addEventListener('pagehide', leave);
    return () => {
      removeEventListener('online', save);
      removeEventListener('pagehide', leave);
      save();
    };
  }, [save, user, taskId]);

  const drop = useCallback(async () => {
    closed.current = true;
    await underWay.current;
    forgetDraft(user, taskId);
    await call(path, { method: 'DELETE' });
    setState({ kind: 'none' });
  }, [path, user, taskId]);

  return { state, save, drop };
}
