import { useEffect, useRef, useState } from 'react';
import type { Attachment } from '../../../api/attachments/attachment.schema.ts';
import { newActKey } from '../server/act-key.ts';
import { forgetPending, keepPending, pendingOf } from './pending.ts';
import type { Pending } from './pending.ts';
import { sendFile } from './send-file.ts';

export interface Uploading {
  readonly id: string;
  readonly name: string;
  readonly percent: number;
  readonly state: 'sending' | 'waiting' | 'paused' | 'failed';
  readonly fault?: string;
}

interface Uploads {
  readonly uploads: readonly Uploading[];
  readonly add: (file: File) => void;
  readonly pause: (id: string) => void;
  readonly resume: (id: string) => void;
  readonly cancel: (id: string) => void;
}

interface Wanted {
  /** Which field of which step the files belong to. */
  readonly key: string;
  readonly caseId: string | undefined;
  readonly onDone: (attachment: Attachment) => void;
}

/** Files of one field on their way; what was under way when the page was left goes on when it is opened again. */
export function useUploads({ key, caseId, onDone }: Wanted): Uploads {
  const [uploads, setUploads] = useState<readonly Uploading[]>([]);
  const running = useRef(new Map<string, AbortController>());
  const files = useRef(new Map<string, Pending>());
  const done = useRef(onDone);
  done.current = onDone;

  const put = (id: string, changes: Partial<Uploading> | null) =>
    setUploads((before) =>
      changes === null
        ? before.filter((one) => one.id !== id)
        : before.map((one) => (one.id === id ? { ...one, ...changes } : one)),
    );

  function begin(pending: Pending) {
    const { id, file } = pending;
    const aborting = new AbortController();
    files.current.set(id, pending);
    running.current.set(id, aborting);
    setUploads((before) => [
      ...before.filter((one) => one.id !== id),
      { id, name: file.name, percent: 0, state: 'sending' },
    ]);
    sendFile({
      file,
      caseId,
      signal: aborting.signal,
      onProgress: (bytes) => put(id, { percent: file.size === 0 ? 100 : Math.floor((bytes / file.size) * 100) }),
      onWaiting: (waiting) => put(id, { state: waiting ? 'waiting' : 'sending' }),
    }).then(
      (attachment) => {
        forget(id);
        done.current(attachment);
      },
      (error: unknown) => {
        if (aborting.signal.aborted) return;
        put(id, { state: 'failed', fault: (error as Error).message });
      },
    );
  }

  function forget(id: string) {
    running.current.delete(id);
    files.current.delete(id);
    forgetPending(id);
    put(id, null);
  }

  useEffect(() => {
    let here = true;
    void pendingOf(key).then((all) => {
      if (here) all.filter(({ id }) => !files.current.has(id)).forEach(begin);
    });
    const under = running.current;
    return () => {
      here = false;
      for (const aborting of under.values()) aborting.abort();
      under.clear();
      files.current.clear();
    };
    // What is under way belongs to the field, not to how it is drawn.
  }, [key]);

  return {
    uploads,
    add(file) {
      const pending = { id: newActKey(), key, file };
      keepPending(pending);
      begin(pending);
    },
    pause(id) {
      running.current.get(id)?.abort();
      put(id, { state: 'paused' });
    },
    resume(id) {
      const pending = files.current.get(id);
      if (pending) begin(pending);
    },
    cancel(id) {
      running.current.get(id)?.abort();
      forget(id);
    },
  };
}
