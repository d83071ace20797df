import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useElements } from '../diagram/use-elements.ts';
import { Effect } from './effect.tsx';
import { HandOvers } from './hand-overs.tsx';
import { ProcedureSelect } from './procedure-select.tsx';
import { StepChangeRow } from './step-change-row.tsx';
import type { StepChange } from './step-change-row.tsx';
import { useSupposition } from './use-supposition.ts';
import { useVersions } from './use-versions.ts';
import { useWhatIfWords } from './what-if-words.ts';

/** Other agencies, roles, people, periods or ladders at steps of a procedure, and tasks of one person with another. */
export function SupposeAssignment({ procedure }: { readonly procedure: string | undefined }) {
  const { words, whatIf } = useWhatIfWords();
  const { assignment: said } = whatIf;
  const navigate = useNavigate();
  const supposing = useSupposition();
  const { versions } = useVersions(procedure);
  const inForce = versions.find(({ state }) => state === 'in-force') ?? versions[0];
  const [steps, setSteps] = useState<Readonly<Record<string, StepChange>>>({});
  const [people, setPeople] = useState<Readonly<Record<string, string>>>({});
  const [fault, setFault] = useState('');
  const change = (next: Readonly<Record<string, StepChange>>) => {
    setSteps(next);
    supposing.forget();
    setFault('');
  };
  function suppose() {
    if (procedure === undefined || !inForce) return;
    const changed = Object.fromEntries(Object.entries(steps).filter(([, one]) => Object.keys(one).length > 0));
    if (Object.keys(changed).length + Object.keys(people).length === 0) return setFault(whatIf.nothing);
    const path = `/definitions/${encodeURIComponent(procedure)}/versions/${inForce.version}/what-if`;
    supposing.suppose({ path, method: 'POST', body: { steps: changed, people } });
  }
  return (
    <>
      <section className="panel" aria-label={whatIf.kinds.assignment}>
        <div className="row-actions">
          <ProcedureSelect
            label={said.procedure}
            value={procedure}
            onChoose={(key) => {
              change({});
              void navigate({ to: '/what-if', search: { kind: 'assignment', key }, replace: true });
            }}
          />
          {inForce && <span className="quiet">{words.cases.version(inForce.version)}</span>}
        </div>
        {procedure !== undefined && inForce && (
          <>
            <Steps code={procedure} version={inForce.version} steps={steps} onChange={change} />
            <HandOvers
              people={people}
              onChange={(next) => {
                setPeople(next);
                supposing.forget();
                setFault('');
              }}
            />
            <button type="button" className="button primary" aria-disabled={supposing.busy} onClick={suppose}>
              {whatIf.suppose}
            </button>
          </>
        )}
        <p role="alert" className="fault">
          {fault}
        </p>
      </section>
      <Effect supposing={supposing} />
    </>
  );
}

interface StepsProps {
  readonly code: string;
  readonly version: number;
  readonly steps: Readonly<Record<string, StepChange>>;
  readonly onChange: (steps: Readonly<Record<string, StepChange>>) => void;
}

function Steps({ code, version, steps, onChange }: StepsProps) {
  const { whatIf } = useWhatIfWords();
  const tasks = (useElements(code, version) ?? []).filter(({ kind }) => kind === 'userTask');
  return (
    <>
      <p>
        <label>
          {whatIf.assignment.step}{' '}
          <select
            className="field inline"
            value=""
            onChange={({ target }) => target.value && onChange({ ...steps, [target.value]: {} })}
          >
            <option value="">{whatIf.assignment.chooseStep}</option>
            {tasks
              .filter(({ id }) => !steps[id])
              .map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
          </select>
        </label>
      </p>
      {Object.entries(steps).map(([id, step]) => {
        const { [id]: _, ...others } = steps;
        return (
          <StepChangeRow
            key={id}
            name={tasks.find((task) => task.id === id)?.name ?? id}
            change={step}
            onChange={(next) => onChange({ ...steps, [id]: next })}
            onRemove={() => onChange(others)}
          />
        );
      })}
    </>
  );
}
