import { useCallback, useEffect, useRef, useState } from 'react';
import type { DesignDraftSummary, DesignKind } from '../../../api/design/design-draft.schema.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';

export type SaveState =
  | { readonly kind: 'none' | 'saving' | 'failed' | 'changed-elsewhere' }
  | { readonly kind: 'saved'; readonly at: string };

interface Drafted {
  readonly kind: DesignKind;
  readonly key: string;
  readonly name: string;
  readonly base: number | null;
  /** When the draft that this one goes on from was saved; null when there is none. */
  readonly seen: string | null;
}

export interface Autosave {
  readonly state: SaveState;
  /** The draft as the server knows it. */
  readonly summary: DesignDraftSummary | null;
  readonly save: () => void;
  /** What was drawn last, when the page is left. */
  readonly last: (content: string) => void;
  /** Keeps this window's drawing, whatever another one has saved. */
  readonly overrule: () => void;
  /** Nothing is saved any more: it has been published or thrown away. */
  readonly stop: () => void;
}

/** Keeps on the server what is drawn, as soon as it differs from what is there; one request at a time. */
export function useAutosave(
  { kind, key, name, base, seen }: Drafted,
  content: string | null,
  /** The document as it was opened, which is no draft. */
  pristine: string,
  /** Whether there is something drawn that `content` does not have yet. */
  isBehind = false,
): Autosave {
  const [state, setState] = useState<SaveState>(seen === null ? { kind: 'none' } : { kind: 'saved', at: seen });
  const [summary, setSummary] = useState<DesignDraftSummary | null>(null);
  const last = useRef<{ seen: string | null; stored: string | null; busy: boolean; stopped: boolean }>({
    seen,
    stored: pristine,
    busy: false,
    stopped: false,
  });
  const latest = useRef(content);
  latest.current = content;
  const named = useRef(name);
  named.current = name;
  const behind = useRef(isBehind);
  behind.current = isBehind;

  const save = useCallback(async (): Promise<void> => {
    const at = last.current;
    const sent = latest.current;
    if (sent === null || sent === at.stored || at.busy || at.stopped) return;
    at.busy = true;
    setState({ kind: 'saving' });
    const query = { name: named.current, base: base ?? undefined, seen: at.seen ?? undefined };
    const path = `/design/drafts/${kind}/${encodeURIComponent(key)}`;
    const document = kind === 'form' ? { body: JSON.parse(sent) as unknown } : { xml: sent };
    try {
      // A browser lets a request outlive its page only when it is small.
      const keepalive = sent.length < 20_000;
      const saved = await call<DesignDraftSummary>(path, { method: 'PUT', query, keepalive, ...document });
      Object.assign(at, { seen: saved.savedAt, stored: sent });
      setSummary(saved);
      setState({ kind: 'saved', at: saved.savedAt });
    } catch (error) {
      const elsewhere = error instanceof Problem && error.code === 'DRAFT_CHANGED';
      setState({ kind: elsewhere ? 'changed-elsewhere' : 'failed' });
      at.busy = false;
      return;
    }
    at.busy = false;
    if (latest.current !== sent) await save();
  }, [kind, key, base]);

  useEffect(() => {
    if (state.kind !== 'changed-elsewhere') void save();
    // What is drawn is the only thing that makes it save by itself.
  }, [content, save]);

  useEffect(() => {
    const again = () => void save();
    const ask = (event: BeforeUnloadEvent) => {
      const { stored, stopped } = last.current;
      if (!stopped && (behind.current || (latest.current !== null && latest.current !== stored)))
        event.preventDefault();
      again();
    };
    addEventListener('online', again);
    addEventListener('pagehide', again);
    addEventListener('beforeunload', ask);
    return () => {
      removeEventListener('online', again);
      removeEventListener('pagehide', again);
      removeEventListener('beforeunload', ask);
    };
  }, [save]);

  const overrule = useCallback(() => {
    const look = async () => {
      const found = await call<DesignDraftSummary>(`/design/drafts/${kind}/${encodeURIComponent(key)}`).catch(
        (error: unknown) => {
          if (error instanceof Problem && error.status === 404) return null;
          throw error;
        },
      );
      Object.assign(last.current, { seen: found?.savedAt ?? null, stored: null });
      await save();
    };
    look().catch(() => setState({ kind: 'failed' }));
  }, [kind, key, save]);

  const stop = useCallback(() => {
    last.current.stopped = true;
  }, []);
  const lastOne = useCallback(
    (text: string) => {
      latest.current = text;
      void save();
    },
    [save],
  );
  return { state, summary, save: useCallback(() => void save(), [save]), last: lastOne, overrule, stop };
}
