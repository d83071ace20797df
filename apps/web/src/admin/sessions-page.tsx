import { useWords } from '../words/words.tsx';
import { ChoiceFilter, Filters, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';
import { SessionRows } from './session-rows.tsx';

/** 会话: who is signed in; the security administrator ends one. */
export function SessionsPage() {
  const { admin } = useWords();
  const kind = useAdministrator();
  const [{ state = 'live', personId }] = useAddress();
  return (
    <AdminPage name="sessions">
      <Filters>
        <ChoiceFilter
          name="state"
          label={admin.columns.state}
          choices={Object.entries(admin.sessionStates)}
          initial="live"
        />
      </Filters>
      <SessionRows
        path="/admin/sessions"
        narrowed={{ personId, ...(state === 'live' ? { live: true } : {}) }}
        mayEnd={kind === 'secadmin'}
      />
    </AdminPage>
  );
}
