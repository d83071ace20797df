import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Copy } from '../../../api/copies/copy.schema.ts';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** Whether and when it was read. */
export function Receipt({ copy }: { readonly copy: Copy }) {
  const { words, language } = useSpeaking();
  const { copies } = words.operations;
  if (copy.recalledAt !== null) return <span className="chip plain">{copies.recalled}</span>;
  if (copy.readAt === null) return <span className="chip soon">{copies.unread}</span>;
  return <span className="chip plain">{copies.readAt(momentText(copy.readAt, today(), language))}</span>;
}

interface CopyActProps {
  readonly copy: Copy;
  readonly act: 'read' | 'recall';
  readonly word: string;
}

/** 已阅 by whom it is for, 撤回 by who sent it. */
export function CopyAct({ copy, act, word }: CopyActProps) {
  const queries = useQueryClient();
  const key = useRef(newActKey());
  const sending = useMutation({
    mutationFn: () => call<Copy>(`/copies/${encodeURIComponent(copy.id)}/${act}`, { method: 'POST', key: key.current }),
    onSettled: () =>
      queries.invalidateQueries({
        predicate: ({ queryKey: [area, of] }) => area === 'copies' || (area === 'case' && of === copy.caseId),
      }),
  });
  return (
    <>
      <button type="button" className="button small" onClick={() => sending.isPending || sending.mutate()}>
        {word}
      </button>
      {sending.error && (
        <span role="alert" className="fault">
          {sending.error.message}
        </span>
      )}
    </>
  );
}
