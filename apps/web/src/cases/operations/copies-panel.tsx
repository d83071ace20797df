import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Copy } from '../../../../api/copies/copy.schema.ts';
import { Reading } from '../../parts/reading.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { meQuery } from '../../server/queries.ts';
import { momentText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { copiesQuery } from './operations.queries.ts';
import { rightsIn } from './rights.ts';

/** 抄送: to whom, and who has read it; whoever it is for says so, whoever sent it may recall it. */
export function CopiesPanel({ matter }: { readonly matter: Case }) {
  const { words, language } = useSpeaking();
  const { copies } = words.operations;
  const query = useQuery(copiesQuery(matter.id));
  const { data: me } = useQuery(meQuery);
  const { data } = query;
  if (!data || !me) return <Reading query={query} />;
  const { correct } = rightsIn(matter, me);
  const when = (at: string) => momentText(at, today(), language);
  return (
    <section className="panel">
      <h2>{copies.title}</h2>
      {data.items.length === 0 && <p className="quiet">{copies.none}</p>}
      <ul className="opinions">
        {data.items.map((copy) => (
          <li key={copy.id}>
            <p>
              {copy.toName ?? copy.to} <Receipt copy={copy} />
            </p>
            {copy.text && <p className="said">{copy.text}</p>}
            <p className="quiet">
              {copies.sent(copy.sentByName ?? copy.sentBy ?? '', when(copy.sentAt))}{' '}
              {copy.taskName && copies.ofStep(copy.taskName)}
            </p>
            {copy.recalledAt === null && (
              <p className="row-actions">
                {copy.to === me.username && copy.readAt === null && (
                  <CopyAct copy={copy} act="read" word={copies.markRead} />
                )}
                {matter.endedAt === null && (copy.sentBy === me.username || correct) && (
                  <CopyAct copy={copy} act="recall" word={copies.recall} />
                )}
              </p>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function Receipt({ copy }: { readonly copy: Copy }) {
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

function CopyAct({ copy, act, word }: CopyActProps) {
  const queries = useQueryClient();
  const key = useRef(newActKey());
  const sending = useMutation({
    mutationFn: () => call<Copy>(`/copies/${encodeURIComponent(copy.id)}/${act}`, { method: 'POST', key: key.current }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['case', copy.caseId] }),
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
