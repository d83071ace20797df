import { useState } from 'react';
import type { Source } from '../../../../api/platform/source.schema.ts';
import { ServerAct } from '../../parts/server-act.tsx';
import { useWords } from '../../words/words.tsx';
import { ChangeColumns } from './change-columns.tsx';

/** What was agreed about a source, agreed anew. */
export function ChangeSource({ source: entry }: { readonly source: Source }) {
  const { id, name, purpose, level, cycle, tolerance } = entry;
  const { source } = useWords();
  const [asking, setAsking] = useState(false);
  const [columns, setColumns] = useState(false);
  const text = (field: 'name' | 'purpose' | 'level' | 'cycle' | 'tolerance') => ({
    name: field,
    label: source[field],
    required: true,
  });
  return columns ? (
    <ChangeColumns source={entry} onClose={() => setColumns(false)} />
  ) : (
    <p className="row-actions">
      <button type="button" className="button" onClick={() => setAsking(true)}>
        {source.changeEntry}
      </button>
      <button type="button" className="button" onClick={() => setColumns(true)}>
        {source.changeColumns}
      </button>
      {asking && (
        <ServerAct
          title={source.changeEntry}
          path={`/platform/sources/${encodeURIComponent(id)}`}
          method="PATCH"
          area="platform"
          fields={[
            ...(['name', 'purpose', 'level', 'cycle', 'tolerance'] as const).map(text),
            { name: 'reason', label: source.reason, required: true },
          ]}
          initial={{ name, purpose, level, cycle, tolerance: String(Math.round(tolerance * 1000) / 10) }}
          bodyOf={(given) => ({ ...given, tolerance: Number(given['tolerance']) / 100 })}
          onClose={() => setAsking(false)}
        >
          <p className="quiet">{source.changeHelp}</p>
        </ServerAct>
      )}
    </p>
  );
}
