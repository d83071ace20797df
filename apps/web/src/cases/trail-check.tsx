import { useQuery } from '@tanstack/react-query';
import { CopyButton } from '../parts/copy-button.tsx';
import { ProblemPanel } from '../parts/problem-panel.tsx';
import { verifiedJournalQuery } from '../server/queries.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

/** Whether every link of the chain fits, checked by the server now. */
export function TrailCheck({ caseId }: { readonly caseId: string }) {
  const { words, language } = useSpeaking();
  const { trail } = words;
  const { data, error, isFetching, refetch } = useQuery(verifiedJournalQuery(caseId));
  if (error && !data) return <ProblemPanel error={error} onRetry={() => void refetch()} />;
  return (
    <section className={`panel trail-check${data?.sound === false ? ' mistakes' : ''}`} aria-busy={!data}>
      <h2>{trail.title}</h2>
      <p className="purpose">{trail.explained}</p>
      <p role="status">
        {isFetching ? (
          trail.checking
        ) : data?.sound ? (
          <strong className="sound">✓ {trail.sound(data.steps)}</strong>
        ) : (
          <strong className="fault">⚠ {trail.broken}</strong>
        )}{' '}
        {!isFetching && data?.fault && (
          <span>
            {data.fault.message} <code>{data.fault.key}</code>
          </span>
        )}{' '}
        {!isFetching && data && (
          <span className="quiet">{trail.checkedAt(momentText(data.checkedAt, today(), language))}</span>
        )}
      </p>
      <dl className="facts">
        <dt>{trail.head}</dt>
        <dd>
          <code className="link-text">{data?.head ?? '0'.repeat(64)}</code>{' '}
          <CopyButton text={data?.head ?? ''} label={trail.copyHead} />
          <div className="quiet">{trail.headHint}</div>
        </dd>
      </dl>
      <p className="no-print">
        <button type="button" className="button" onClick={() => void refetch()}>
          {trail.check}
        </button>
      </p>
    </section>
  );
}
