import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Row, Source } from '../../../../api/platform/source.schema.ts';
import { Dialog } from '../../parts/dialog.tsx';
import { Reading } from '../../parts/reading.tsx';
import { call } from '../../server/call.ts';
import { useWords } from '../../words/words.tsx';
import { quarantineQuery } from '../platform.queries.ts';

/** Rows that are not what the source promised: each is put right, or left out, by somebody with a reason. */
export function Quarantine({ source }: { readonly source: Source }) {
  const { platform } = useWords();
  const query = useQuery(quarantineQuery(source.id));
  const [open, setOpen] = useState<Row | null>(null);
  if (!query.data) return <Reading query={query} />;
  if (query.data.total === 0) return <p className="empty">{platform.noQuarantine}</p>;
  return (
    <div className="scroller" role="region" aria-label={platform.quarantine} tabIndex={0}>
      <table className="plain-table">
        <thead>
          <tr>
            <th scope="col">{platform.rowColumn}</th>
            {source.fields.map(({ name, title }) => (
              <th scope="col" key={name}>
                {title}
              </th>
            ))}
            <th scope="col">{platform.faultColumn}</th>
            <th scope="col">{platform.actColumn}</th>
          </tr>
        </thead>
        <tbody>
          {query.data.items.map((row) => (
            <tr key={`${row.batch} ${row.row}`}>
              <td>{row.row}</td>
              {source.fields.map(({ name }) => (
                <td key={name}>{row.data[name]}</td>
              ))}
              <td>
                {row.faults
                  .map(({ field, code }) => `${titleOf(source, field)} ${platform.faultCodes[code] ?? code}`)
                  .join('；')}
              </td>
              <td>
                {source.mayKeep && (
                  <button type="button" className="button small" onClick={() => setOpen(row)}>
                    {platform.handle}
                  </button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {open && <HandleRow source={source} row={open} onClose={() => setOpen(null)} />}
    </div>
  );
}

const titleOf = ({ fields }: Source, name: string): string =>
  fields.find((field) => field.name === name)?.title ?? name;

interface HandleRowProps {
  readonly source: Source;
  readonly row: Row;
  readonly onClose: () => void;
}

function HandleRow({ source, row, onClose }: HandleRowProps) {
  const { platform, act } = useWords();
  const queries = useQueryClient();
  const bad = [...new Set(row.faults.map(({ field }) => field))];
  const [data, setData] = useState<Record<string, string>>(
    Object.fromEntries(bad.map((field) => [field, String(row.data[field] ?? '')])),
  );
  const [reason, setReason] = useState('');
  const path = `/platform/sources/${encodeURIComponent(source.id)}/batches/${encodeURIComponent(row.batch)}/rows`;
  const handle = useMutation({
    mutationFn: (body: object) => call(path, { method: 'POST', body: { row: row.row, reason, ...body } }),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['platform'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={platform.handleRow(row.row)}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.cancel}
          </button>
          <button type="button" className="button" onClick={() => handle.isPending || handle.mutate({})}>
            {platform.discard}
          </button>
          <button type="button" className="button primary" onClick={() => handle.isPending || handle.mutate({ data })}>
            {platform.correct}
          </button>
        </>
      }
    >
      {bad.map((field) => (
        <label key={field} className="stacked">
          {titleOf(source, field)}
          <input
            className="field"
            value={data[field] ?? ''}
            onChange={(event) => setData({ ...data, [field]: event.target.value })}
          />
        </label>
      ))}
      <label className="stacked">
        {platform.reason}
        <input className="field" value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      {handle.error && (
        <p role="alert" className="fault">
          {handle.error.message}
        </p>
      )}
    </Dialog>
  );
}
