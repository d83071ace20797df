import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { overseesAll } from '../../../../../domain/access.ts';
import type { MigrationReport, OrderedMigration } from '../../../../api/migrations/migration.schema.ts';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { Problem } from '../../server/problem.ts';
import { meQuery } from '../../server/queries.ts';
import type { Choice } from './choice.ts';
import { orderOf } from './choice.ts';
import { isSameMapping } from './mapping.ts';
import { migrationsPath } from './migrate.queries.ts';
import { useMigrateWords } from './migrate-words.ts';
import { RunDialog } from './run-dialog.tsx';

interface OrderingProps {
  readonly code: string;
  readonly choice: Choice;
  readonly tried: MigrationReport | undefined;
  readonly onOrdered: (job: string) => void;
}

/** The dry run first, then the run itself for those who may. */
export function Ordering({ code, choice, tried, onOrdered }: OrderingProps) {
  const { words, migrate } = useMigrateWords();
  const queries = useQueryClient();
  const { data: me } = useQuery(meQuery);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  const [busy, setBusy] = useState(false);
  const [running, setRunning] = useState(false);
  const key = useRef(newActKey());
  const mayRun = choice.trial || (me !== undefined && overseesAll({ user: me.username, posts: me.posts }));
  const isTried =
    tried !== undefined &&
    tried.dryRun &&
    tried.status === 'done' &&
    tried.fromVersion === choice.from &&
    tried.toVersion === choice.to &&
    isSameMapping(tried.mapping, choice.mapping);

  async function dryRun() {
    if (busy) return;
    setBusy(true);
    setRefusals([]);
    try {
      const body = { ...orderOf(choice), dryRun: true };
      const { id } = await call<OrderedMigration>(migrationsPath(code), { method: 'POST', body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['design', 'migrations', code] });
      onOrdered(id);
    } catch (error) {
      const defects = error instanceof Problem ? error.defects.map(({ message }) => message) : [];
      setRefusals([(error as Error).message || words.state.unreachable, ...defects]);
    }
    setBusy(false);
    key.current = newActKey();
  }

  return (
    <section className="panel" aria-label={migrate.tryTitle}>
      <h2>{migrate.tryTitle}</h2>
      <p className="quiet">{migrate.dryRunHint}</p>
      <div className="row-actions">
        <button type="button" className="button primary" aria-disabled={busy} onClick={() => void dryRun()}>
          {migrate.dryRun}
        </button>
        {mayRun && (
          <button type="button" className="button danger" onClick={() => setRunning(true)}>
            {migrate.run}
          </button>
        )}
      </div>
      {!mayRun && <p>{migrate.leadersOnly}</p>}
      <div role="alert" className="fault">
        {refusals.map((text) => (
          <p key={text}>{text}</p>
        ))}
      </div>
      {running && (
        <RunDialog
          code={code}
          choice={choice}
          tried={isTried ? tried : null}
          onClose={() => setRunning(false)}
          onOrdered={onOrdered}
        />
      )}
    </section>
  );
}
