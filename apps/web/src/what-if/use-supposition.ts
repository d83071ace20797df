import { useCallback, useRef, useState } from 'react';
import type { WhatIf, WhatIfPage } from '../../../api/what-if/what-if.schema.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';

export type Show = WhatIfPage['show'];

/** A call that changes nothing and tells what a change would do. */
interface Supposition {
  readonly path: string;
  readonly method: 'POST' | 'PUT';
  readonly body: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, boolean>>;
}

type Answer = WhatIf | { readonly effect: WhatIf | null };

export interface Supposing {
  readonly effect: WhatIf | null;
  /** What the effect is the effect of. */
  readonly supposed: Supposition | null;
  readonly busy: boolean;
  readonly refusals: readonly string[];
  readonly show: Show;
  readonly suppose: (supposition: Supposition) => void;
  readonly look: (show: Show, limit: number) => void;
  readonly forget: () => void;
}

const first = 100;

/** Asks what would be, and asks again for other rows of the same answer; only the last question counts. */
export function useSupposition(): Supposing {
  const [state, setState] = useState<Pick<Supposing, 'effect' | 'supposed' | 'busy' | 'refusals' | 'show'>>({
    effect: null,
    supposed: null,
    busy: false,
    refusals: [],
    show: 'changes',
  });
  const asked = useRef(0);
  const ask = useCallback(async (supposed: Supposition, show: Show, limit: number) => {
    asked.current += 1;
    const mine = asked.current;
    setState((before) => ({ ...before, busy: true, refusals: [], show }));
    const { path, method, body, query } = supposed;
    try {
      const request = { method, body: { ...body, show, limit }, ...(query ? { query } : {}) };
      const answer = await call<Answer>(path, request);
      if (mine !== asked.current) return;
      const effect = 'effect' in answer ? answer.effect : answer;
      setState((before) => ({ ...before, effect, supposed, busy: false }));
    } catch (error) {
      if (mine !== asked.current) return;
      const defects = error instanceof Problem ? error.defects.map(({ message }) => message) : [];
      setState((before) => ({
        ...before,
        effect: null,
        supposed: null,
        busy: false,
        refusals: [(error as Error).message, ...defects],
      }));
    }
  }, []);
  const { supposed } = state;
  return {
    ...state,
    suppose: useCallback((supposition) => void ask(supposition, 'changes', first), [ask]),
    look: useCallback((show, limit) => void (supposed && ask(supposed, show, limit)), [ask, supposed]),
    forget: useCallback(() => {
      asked.current += 1;
      setState({ effect: null, supposed: null, busy: false, refusals: [], show: 'changes' });
    }, []),
  };
}
