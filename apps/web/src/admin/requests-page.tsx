import { useState } from 'react';
import { useWords } from '../words/words.tsx';
import { ChoiceFilter, Filters, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { Issued } from './person-page.tsx';
import { RequestRows } from './request-rows.tsx';

/** 申请与确认. */
export function RequestsPage() {
  const { admin } = useWords();
  const [{ state = 'open', kind, confirmer }] = useAddress();
  const [issued, setIssued] = useState<{ readonly password: string; readonly until: string } | null>(null);
  return (
    <AdminPage name="requests">
      <Filters>
        <ChoiceFilter
          name="state"
          label={admin.columns.state}
          choices={Object.entries(admin.requestStates)}
          initial="open"
        />
        <ChoiceFilter name="kind" label={admin.columns.request} choices={Object.entries(admin.requestKinds)} />
        <ChoiceFilter name="confirmer" label={admin.columns.confirmer} choices={Object.entries(admin.kinds)} />
      </Filters>
      {issued && <Issued {...issued} />}
      <RequestRows narrowed={{ ...(state === 'all' ? {} : { state }), kind, confirmer }} onIssued={setIssued} />
    </AdminPage>
  );
}
