import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { Remedy } from './remedy.tsx';
import type { RemedyAct } from './remedy.tsx';

interface RowRemediesProps {
  readonly row: { readonly caseId: string; readonly caseNumber: string; readonly taskId: string | null };
  readonly acts: readonly RemedyAct[];
}

/** What helps, as buttons; the case itself can always be opened. */
export function RowRemedies({ row: { caseId, caseNumber, taskId }, acts }: RowRemediesProps) {
  const { act: words } = useWords();
  const [act, setAct] = useState<RemedyAct | null>(null);
  return (
    <div className="row-actions">
      {taskId !== null &&
        acts.map((one) => (
          <button key={one} type="button" className="button small" onClick={() => setAct(one)}>
            {words[one]}
            <span className="hidden"> {caseNumber}</span>
          </button>
        ))}
      <Link className="button small" to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
        {words.open}
        <span className="hidden"> {caseNumber}</span>
      </Link>
      {act && taskId !== null && <Remedy act={act} taskId={taskId} onClose={() => setAct(null)} />}
    </div>
  );
}
