import { useState } from 'react';
import { people } from '../parts/finders.ts';
import { EnterAbsence } from '../people/enter-absence.tsx';
import { AbsenceRows } from '../people/absence-rows.tsx';
import { DeputyRows } from '../people/deputy-rows.tsx';
import { useWords } from '../words/words.tsx';
import { DayFilter, Filters, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';

/** 代理与不在岗: who stands in for whom, and who is away. */
export function DeputiesPage() {
  const { admin } = useWords();
  const kind = useAdministrator();
  const [{ on }] = useAddress();
  const [leaving, setLeaving] = useState(false);
  return (
    <AdminPage
      name="deputies"
      actions={
        kind === 'sysadmin' && (
          <button type="button" className="button" onClick={() => setLeaving(true)}>
            {admin.acts.enterAbsence}
          </button>
        )
      }
    >
      <p className="quiet">{admin.deputiesHelp}</p>
      <Filters>
        <DayFilter name="on" label={admin.columns.onDay} />
      </Filters>
      <div className="stack in-turn">
        <section className="panel">
          <h2>{admin.deputies}</h2>
          <DeputyRows narrowed={{ on }} />
        </section>
        <section className="panel">
          <h2>{admin.absences}</h2>
          <AbsenceRows narrowed={{ on }} />
        </section>
      </div>
      {leaving && (
        <EnterAbsence
          whose={[{ name: 'personId', label: admin.fields.absent, kind: 'pick', find: people, required: true }]}
          onClose={() => setLeaving(false)}
        />
      )}
    </AdminPage>
  );
}
