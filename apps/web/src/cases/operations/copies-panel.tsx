import { useQuery } from '@tanstack/react-query';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { CopyAct, Receipt } from '../../copies/copy-act.tsx';
import { Reading } from '../../parts/reading.tsx';
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
