import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Shipped } from '../../../api/recurring/recurring.schema.ts';
import { addDays } from '../../../../domain/civil-date.ts';
import { EntryDialog } from '../parts/entry-dialog.tsx';
import { people } from '../parts/finders.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { shippedQuery, takeOver } from './recurring.queries.ts';
import { useAudience } from './use-audience.ts';

type Offered = Shipped['items'][number];

/** What the release offers and nobody has taken over yet. */
export function OfferedProcedures() {
  const { recurring } = useWords();
  const { data } = useQuery(shippedQuery);
  const [chosen, setChosen] = useState<Offered | null>(null);
  const offered = data?.items.filter(({ known }) => !known) ?? [];
  if (offered.length === 0) return null;
  return (
    <section className="panel">
      <h2>{recurring.offered}</h2>
      <p className="quiet">{recurring.offeredLead}</p>
      <ul>
        {offered.map((one) => (
          <li key={one.id} className="row-actions">
            {one.name}
            <span className="quiet">
              {one.mechanism} {recurring.cycles[one.cycle]}，{one.opens}
            </span>
            <button type="button" className="button small" onClick={() => setChosen(one)}>
              {recurring.take}
            </button>
          </li>
        ))}
      </ul>
      {chosen && <TakeDialog offered={chosen} onClose={() => setChosen(null)} />}
    </section>
  );
}

function TakeDialog({ offered, onClose }: { readonly offered: Offered; readonly onClose: () => void }) {
  const { recurring } = useWords();
  const queries = useQueryClient();
  const audience = useAudience();
  const { ownerRole: _role, known: _known, ...procedure } = offered;
  return (
    <EntryDialog
      title={`${recurring.take}：${offered.name}`}
      act={recurring.take}
      fields={[
        { name: 'owner', label: recurring.fields.owner, kind: 'pick', find: people, required: true },
        { name: 'startsOn', label: recurring.fields.startsOn, kind: 'day', required: true },
      ]}
      initial={{ startsOn: addDays(today(), 1) }}
      onSubmit={(entry, key) => takeOver({ ...procedure, ...entry }, key)}
      onClose={onClose}
      onDone={() => void queries.invalidateQueries({ queryKey: ['recurring'] }).then(onClose)}
    >
      <p>{audience(procedure)}</p>
      <p className="quiet">{offered.basis}</p>
    </EntryDialog>
  );
}
