import { useState } from 'react';
import type { RegisteredCadreDetail } from '../../../api/registry/registry.schema.ts';
import { useWords } from '../words/words.tsx';
import { DayRange } from './day-range.tsx';
import { NewCharge } from './new-entry.tsx';
import { RegistryAct } from './registry-act.tsx';
import { UnitLink } from './registry-rows.tsx';

type Charge = RegisteredCadreDetail['charges'][number];

/** Units in charge of, those given up below. */
export function CadreCharges({ cadre }: { readonly cadre: RegisteredCadreDetail }) {
  const { registry } = useWords();
  const [ending, setEnding] = useState<Charge | null>(null);
  const [giving, setGiving] = useState(false);
  const { sections, acts, fields } = registry;
  const leads = cadre.posts.some(({ standing, until }) => standing !== 'member' && until === null);
  if (cadre.charges.length === 0 && !(cadre.mayKeep && leads)) return null;
  return (
    <section className="panel">
      <h2>{sections.charges}</h2>
      <ul className="opinions">
        {cadre.charges.map((charge) => (
          <li key={`${charge.unit.id} ${charge.since}`} className="row-actions">
            <UnitLink {...charge.unit} />
            <span>{charge.matter}</span>
            <span className="quiet">
              <DayRange {...charge} /> {charge.basis}
            </span>
            {cadre.mayKeep && charge.until === null && (
              <button
                type="button"
                className="button small"
                aria-label={`${acts.endCharge} ${charge.unit.name}`}
                onClick={() => setEnding(charge)}
              >
                {acts.endCharge}
              </button>
            )}
          </li>
        ))}
      </ul>
      {cadre.mayKeep && leads && (
        <button type="button" className="button small" onClick={() => setGiving(true)}>
          {acts.give}
        </button>
      )}
      {giving && <NewCharge leader={cadre.id} onClose={() => setGiving(false)} />}
      {ending && (
        <RegistryAct
          title={acts.endCharge}
          path="/registry/portfolios/correct"
          fields={[
            { name: 'until', label: fields.until, kind: 'day', required: true },
            { name: 'reason', label: fields.reason, kind: 'long' },
          ]}
          bodyOf={({ until, reason }) => ({
            leader: cadre.id,
            unit: ending.unit.id,
            since: ending.since,
            change: { until },
            ...(reason ? { reason } : {}),
          })}
          onClose={() => setEnding(null)}
        />
      )}
    </section>
  );
}
