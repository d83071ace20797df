import { useEffect, useRef, useState } from 'react';
import type { CheckedDocument } from '../../../api/design/document.schema.ts';
import { call } from '../server/call.ts';
import type { Problem } from '../server/problem.ts';

/** How long drawing rests before it is looked at, in milliseconds. */
const rest = 600;

export interface Checked extends CheckedDocument {
  /** What the server says instead of an answer. */
  readonly refusal?: string;
}

const nothing: Checked = { defects: [], warnings: [] };

interface Judging {
  readonly checked: Checked;
  readonly busy: boolean;
  /** `xml` does not have the last change yet. */
  readonly isBehind: boolean;
  /** The document as it was last looked at. */
  readonly xml: string | null;
}

/** Lets the server judge a document whenever drawing rests: the compiler's own defects and warnings, as publication would tell them. */
export function useJudged(read: () => Promise<string>, change: unknown): Judging {
  const [judging, setJudging] = useState<Judging>({ checked: nothing, busy: true, isBehind: false, xml: null });
  const first = useRef(true);
  useEffect(() => {
    const control = new AbortController();
    const hasChanged = !first.current;
    setJudging((before) => ({ ...before, busy: true, isBehind: hasChanged }));
    const look = async () => {
      const xml = await read();
      setJudging((before) => ({ ...before, isBehind: false, xml }));
      try {
        const checked = await call<Checked>('/design/check', { method: 'POST', xml, signal: control.signal });
        setJudging({ checked, busy: false, isBehind: false, xml });
      } catch (error) {
        if (control.signal.aborted) return;
        setJudging({ checked: { ...nothing, refusal: (error as Problem).message }, busy: false, isBehind: false, xml });
      }
    };
    const timer = setTimeout(() => void look(), hasChanged ? rest : 0);
    first.current = false;
    return () => {
      clearTimeout(timer);
      control.abort();
    };
  }, [read, change]);
  return judging;
}
