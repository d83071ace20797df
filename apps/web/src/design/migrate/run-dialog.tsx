import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { MigrationReport, OrderedMigration } from '../../../../api/migrations/migration.schema.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import type { Choice } from './choice.ts';
import { orderOf } from './choice.ts';
import { migrationsPath } from './migrate.queries.ts';
import { useMigrateWords } from './migrate-words.ts';

interface RunDialogProps {
  readonly code: string;
  readonly choice: Choice;
  /** The dry run of this very choice; null where there was none. */
  readonly tried: MigrationReport | null;
  readonly onClose: () => void;
  readonly onOrdered: (job: string) => void;
}

/** The real run: how many cases, how quickly, and why. */
export function RunDialog({ code, choice, tried, onClose, onOrdered }: RunDialogProps) {
  const { words, migrate } = useMigrateWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [perSecond, setPerSecond] = useState('20');
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const order = { ...orderOf(choice), dryRun: false };
  const preview = useQuery({
    queryKey: ['design', 'migration-preview', code, order],
    queryFn: ({ signal }) =>
      call<OrderedMigration>(migrationsPath(code), { method: 'POST', body: order, query: { preview: true }, signal }),
    retry: false,
    gcTime: 0,
  });
  const total = preview.data?.counts.total;
  async function run() {
    if (busy || total === undefined) return;
    if (!reason.trim()) return setRefusal(migrate.reasonNeeded);
    setBusy(true);
    try {
      const body = { ...order, reason: reason.trim(), perSecond: Math.max(1, Math.min(200, Number(perSecond) || 20)) };
      const { id } = await call<OrderedMigration>(migrationsPath(code), { method: 'POST', body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['design'] });
      onClose();
      onOrdered(id);
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
      key.current = newActKey();
    }
  }
  return (
    <Dialog
      title={migrate.runTitle(words.cases.version(choice.from), choice.to)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className="button danger"
            aria-disabled={busy || !total}
            onClick={() => void (total && run())}
          >
            {migrate.runAct(total ?? 0)}
          </button>
        </>
      }
    >
      <label>
        {words.dialog.reason}
        <textarea className="field" rows={2} value={reason} onChange={({ target }) => setReason(target.value)} />
      </label>
      {total !== undefined && <p>{total === 0 ? migrate.job.noCases : migrate.runAsk(total)}</p>}
      {tried === null && <p className="fault">{migrate.notTried}</p>}
      {tried !== null && tried.counts.unmapped > 0 && <p>{migrate.leftBehind(tried.counts.unmapped)}</p>}
      <label>
        {migrate.perSecond}
        <input
          className="field"
          inputMode="numeric"
          value={perSecond}
          onChange={({ target }) => setPerSecond(target.value.replaceAll(/\D/g, '').slice(0, 3))}
        />
      </label>
      <p role="alert" className="fault">
        {refusal || (preview.error?.message ?? '')}
      </p>
    </Dialog>
  );
}
