import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useNames } from '../../parts/names.ts';
import { momentText, today } from '../../time/dates.ts';
import { jobsQuery } from './migrate.queries.ts';
import { useMigrateWords } from './migrate-words.ts';

interface JobListProps {
  readonly code: string;
  readonly current: string | undefined;
}

/** Earlier dry runs and migrations, each with its report. */
export function JobList({ code, current }: JobListProps) {
  const { words, language, migrate } = useMigrateWords();
  const names = useNames();
  const { data } = useQuery(jobsQuery(code));
  if (!data || data.items.length === 0) return null;
  return (
    <section className="panel">
      <h2>{migrate.jobs}</h2>
      <div className="scroller" role="region" tabIndex={0} aria-label={migrate.jobs}>
        <table className="plain-table card-table" aria-label={migrate.jobs}>
          <thead>
            <tr>
              <th scope="col">{migrate.jobsColumns.when}</th>
              <th scope="col">{migrate.jobsColumns.what}</th>
              <th scope="col">{migrate.jobsColumns.who}</th>
              <th scope="col">{migrate.jobsColumns.result}</th>
            </tr>
          </thead>
          <tbody>
            {data.items.map((job) => (
              <tr key={job.id} className={job.id === current ? 'chosen-row' : undefined}>
                <td className="nowrap">{momentText(job.createdAt, today(), language)}</td>
                <td>
                  <Link
                    to="/design/$key/migrate"
                    params={{ key: code }}
                    search={{
                      ...(job.fromVersion === null ? {} : { from: job.fromVersion }),
                      to: job.toVersion,
                      job: job.id,
                    }}
                  >
                    {job.dryRun ? migrate.dry : migrate.real}
                    {job.trial && migrate.ofTrials}{' '}
                    {job.fromVersion === null ? migrate.every : words.cases.version(job.fromVersion)} →{' '}
                    {words.cases.version(job.toVersion)}
                  </Link>
                  {job.reason && <div className="quiet">{job.reason}</div>}
                </td>
                <td>{names.person(job.requestedBy)}</td>
                <td>
                  {migrate.job.statuses[job.status]}{' '}
                  <span className="quiet">
                    {(['planned', 'moved', 'unmapped', 'refused', 'failed'] as const)
                      .filter((kind) => job.counts[kind] > 0)
                      .map((kind) => `${migrate.job.counts[kind]} ${job.counts[kind]}`)
                      .join(words.join)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
