import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { addressOf } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { sendItems } from './duties.queries.ts';

/** A sheet is tried first: what it would change, or every wrong cell; nothing is taken before somebody says so. */
export function ImportItems({ list }: { readonly list: ListDetail }) {
  const { duties } = useWords();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const tried = useMutation({ mutationFn: (sheet: File) => sendItems(list.id, sheet, true) });
  const taken = useMutation({
    mutationFn: (sheet: File) => sendItems(list.id, sheet, false),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['duties'] }),
  });
  const choose = (sheet: File | undefined): void => {
    setFile(sheet ?? null);
    taken.reset();
    if (sheet) tried.mutate(sheet);
  };
  const report = tried.data;
  const error = taken.error ?? tried.error;
  return (
    <section className="panel">
      <h2>{duties.importing}</h2>
      <p className="row-actions">
        <label>
          <span className="hidden">{duties.choose}</span>
          <input
            type="file"
            accept=".xlsx,.csv"
            aria-label={duties.choose}
            onChange={(event) => choose(event.target.files?.[0])}
          />
        </label>
        <a href={addressOf('/duties/template').href}>{duties.template}</a>
        <a href={addressOf('/duties/example').href}>{duties.example}</a>
      </p>
      {error && (
        <p role="alert" className="fault">
          {error.message}
        </p>
      )}
      {report && !taken.data && (
        <div role="status">
          {report.defects.length === 0 && <p>{duties.wouldChange(report)}</p>}
          <ul className="mistakes">
            {report.defects.map(({ row, column, message }) => (
              <li key={`${row} ${column} ${message}`}>{duties.defect(row, column, message)}</li>
            ))}
          </ul>
          {report.defects.length === 0 && report.changed && file && (
            <button type="button" className="button primary" onClick={() => taken.isPending || taken.mutate(file)}>
              {duties.take}
            </button>
          )}
        </div>
      )}
      {taken.data && <p role="status">{duties.taken(taken.data.version)}</p>}
    </section>
  );
}
