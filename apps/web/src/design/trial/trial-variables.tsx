import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { FormEvent } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { variablesOf } from '../../cases/start-variables.tsx';
import { call } from '../../server/call.ts';
import { useDesign } from '../design-words.ts';
import { refreshTrial } from './trial.queries.ts';

/** The case's data under its own names, as expressions see it; one may be set by hand. */
export function TrialVariables({ matter }: { readonly matter: Case }) {
  const { design, words } = useDesign();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  const [refusal, setRefusal] = useState('');
  const all = Object.entries(matter.variables).toSorted(([one], [other]) => one.localeCompare(other));
  async function set(event: FormEvent) {
    event.preventDefault();
    if (!name.trim()) return;
    try {
      const variables = variablesOf([{ name, value }]);
      await call(`/cases/${encodeURIComponent(matter.id)}/variables`, { method: 'PATCH', body: { variables } });
      setName('');
      setValue('');
      setRefusal('');
      await refreshTrial(queries);
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
    }
  }
  return (
    <section aria-label={design.trial.tabs.variables}>
      {all.length === 0 && <p className="empty">{words.cases.noFacts}</p>}
      <table className="plain-table sheet" aria-label={design.trial.tabs.variables}>
        <tbody>
          {all.map(([one, given]) => (
            <tr key={one}>
              <th scope="row">
                <code>{one}</code>
              </th>
              <td>
                <code>{JSON.stringify(given)}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {matter.endedAt === null && (
        <form className="row-actions compare-form" onSubmit={(event) => void set(event)}>
          <label>
            {words.opening.variableName}{' '}
            <input className="field inline" value={name} onChange={(event) => setName(event.target.value)} />
          </label>
          <label>
            {words.opening.variableValue}{' '}
            <input className="field inline" value={value} onChange={(event) => setValue(event.target.value)} />
          </label>
          <button type="submit" className="button small" aria-disabled={!name.trim()}>
            {design.trial.set}
          </button>
        </form>
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
    </section>
  );
}
