import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { call } from '../../server/call.ts';
import { useDesign } from '../design-words.ts';
import { refreshTrial } from './trial.queries.ts';

/** Where the procedure could not go on, why, and what would help; once that is done the step is carried out again. */
export function TrialIncidents({ matter }: { readonly matter: Case }) {
  const { design, words } = useDesign();
  const queries = useQueryClient();
  const [refusal, setRefusal] = useState('');
  if (matter.incidents.length === 0) return <p className="empty">{design.trial.noIncidents}</p>;
  async function retry(id: string) {
    try {
      const path = `/cases/${encodeURIComponent(matter.id)}/incidents/${encodeURIComponent(id)}/retry`;
      await call(path, { method: 'POST', body: {} });
      setRefusal('');
      await refreshTrial(queries);
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
  }
  return (
    <>
      <ul className="opinions">
        {matter.incidents.map((incident) => (
          <li key={incident.id}>
            <code>{incident.elementId}</code> {incident.message}
            {incident.remedy && ` ${words.cases.remedy}：${incident.remedy}`} <code>{incident.code}</code>{' '}
            <button type="button" className="button small" onClick={() => void retry(incident.id)}>
              {words.cases.retry}
            </button>
          </li>
        ))}
      </ul>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </>
  );
}
