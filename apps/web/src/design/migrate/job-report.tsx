import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Job, MigrationReport } from '../../../../api/migrations/migration.schema.ts';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { call } from '../../server/call.ts';
import { momentText, today } from '../../time/dates.ts';
import { JobCases } from './job-cases.tsx';
import { jobsQuery, migrationsPath, reportQuery } from './migrate.queries.ts';
import { useMigrateWords } from './migrate-words.ts';
import { Tally } from './tally.tsx';

interface JobReportProps {
  readonly code: string;
  readonly id: string;
  readonly onUse: (job: Job) => void;
}

const kinds = ['total', 'planned', 'moved', 'unmapped', 'skipped', 'refused', 'failed', 'pending'] as const;

/** How far a run is and what came of it; it can be stopped, and what is left of it be done later. */
export function JobReport({ code, id, onUse }: JobReportProps) {
  const { words, language, migrate } = useMigrateWords();
  const names = useNames();
  const queries = useQueryClient();
  const [status, setStatus] = useState<keyof MigrationReport['counts'] | undefined>();
  const [limit, setLimit] = useState(50);
  const [refusal, setRefusal] = useState('');
  const query = useQuery(reportQuery(code, id, status, limit));
  const job = query.data;
  const isOver = job !== undefined && job.status !== 'running';
  useEffect(() => {
    if (!isOver) return;
    void queries.invalidateQueries({ queryKey: ['design', 'versions', code] });
    void queries.invalidateQueries({ ...jobsQuery(code), exact: true });
  }, [isOver, queries, code]);
  if (!job) return <Reading query={query} />;
  const { counts, dryRun, fromVersion, toVersion, mapping, requestedBy, createdAt, reason } = job;
  const from = fromVersion === null ? migrate.every : words.cases.version(fromVersion);
  const done = counts.total - counts.pending;
  const isLeft =
    job.status !== 'running' && !dryRun && counts.pending + counts.refused + counts.failed + counts.unmapped > 0;
  async function act(what: 'cancel' | 'retry') {
    try {
      await call(migrationsPath(code, id, what), { method: 'POST', body: {} });
      setRefusal('');
      await queries.invalidateQueries({ queryKey: ['design', 'migrations', code] });
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
  }
  return (
    <section className="panel" aria-label={migrate.job.title(dryRun, from, toVersion)}>
      <div className="row-actions">
        <h2>{migrate.job.title(dryRun, from, toVersion)}</h2>
        <span className={`chip ${job.status === 'running' ? 'today' : 'plain'}`} role="status">
          {migrate.job.statuses[job.status]}
        </span>
        <span className="quiet">
          {migrate.job.by(names.person(requestedBy), momentText(createdAt, today(), language))}
        </span>
        <span className="spring row-actions">
          {Object.keys(mapping).length > 0 && (
            <button type="button" className="button small" onClick={() => onUse(job)}>
              {migrate.job.useMapping}
            </button>
          )}
          {job.status === 'running' && (
            <button type="button" className="button small danger" onClick={() => void act('cancel')}>
              {migrate.job.stop}
            </button>
          )}
          {isLeft && (
            <button type="button" className="button small" onClick={() => void act('retry')}>
              {migrate.job.again}
            </button>
          )}
        </span>
      </div>
      {reason && (
        <p>
          {migrate.job.reason}：{reason}
        </p>
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
      {job.status === 'running' && (
        <p>
          <progress max={counts.total} value={done} aria-label={migrate.job.progressLabel} />{' '}
          {migrate.job.progress(done, counts.total)}
        </p>
      )}
      <dl className="figures-line">
        {kinds
          .filter((kind) => kind === 'total' || counts[kind] > 0)
          .map((kind) => (
            <div key={kind}>
              <dt>{migrate.job.counts[kind]}</dt>
              <dd>{migrate.job.casesOf(counts[kind])}</dd>
            </div>
          ))}
      </dl>
      {counts.total === 0 && <p className="empty">{migrate.job.noCases}</p>}
      <Tally title={migrate.job.unmapped} rows={job.unmapped} look="fault" />
      <Tally title={migrate.job.notes} rows={job.notes} look="warned" />
      {counts.total > 0 && (
        <JobCases
          job={job}
          status={status}
          onStatus={(next) => setStatus(next)}
          onMore={() => setLimit(Math.min(200, limit + 50))}
          mayMore={limit < 200}
        />
      )}
    </section>
  );
}
