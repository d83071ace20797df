import { useState } from 'react';
import type { Agency } from '../../../api/administration/agencies/agency.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { usePages } from '../server/use-pages.ts';
import { useWords } from '../words/words.tsx';
import { AgencyAct } from './agency-act.tsx';
import type { AgencyActName } from './agency-act.tsx';
import { ChoiceFilter, Filters, SearchFilter, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';

/** 单位: which agencies there are, what stands above each, who is in it. */
export function AgenciesPage() {
  const { admin } = useWords();
  const names = useNames();
  const administrator = useAdministrator();
  const [{ q, kind, state = 'existing' }] = useAddress();
  const narrowed = { q, kind, ...(state === 'all' ? {} : { active: state === 'existing' }) };
  const { pages, first, items } = usePages<Agency>(
    ['admin', 'agencies'],
    '/admin/agencies',
    { ...narrowed, limit: 200 },
    administrator !== null,
  );
  const [act, setAct] = useState<{ readonly name: AgencyActName; readonly agency?: Agency } | null>(null);
  const { columns, acts } = admin;
  const mayChange = administrator === 'sysadmin';
  return (
    <AdminPage
      name="agencies"
      total={first?.total}
      actions={
        mayChange && (
          <button type="button" className="button primary" onClick={() => setAct({ name: 'found' })}>
            {acts.found}
          </button>
        )
      }
    >
      <Filters>
        <SearchFilter label={admin.searchAgencies} />
        <ChoiceFilter name="kind" label={columns.kind} choices={Object.entries(admin.agencyKinds)} />
        <ChoiceFilter
          name="state"
          label={columns.state}
          choices={Object.entries(admin.agencyStates)}
          initial="existing"
        />
      </Filters>
      {first && items.length === 0 && <p className="empty">{admin.empty}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.agencies}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: columns.name,
              cell: ({ id, name }) => (
                <>
                  {name}
                  <div className="second-line nowrap">{id}</div>
                </>
              ),
            },
            { key: 'kind', label: columns.kind, narrow: true, cell: ({ kind: one }) => admin.agencyKinds[one] ?? one },
            { key: 'parent', label: columns.parent, cell: ({ parent }) => names.agency(parent) },
            { key: 'people', label: columns.people, number: true, cell: ({ people }) => people || '' },
            { key: 'posts', label: columns.postCount, number: true, cell: ({ posts }) => posts || '' },
            {
              key: 'state',
              label: columns.state,
              cell: ({ active, dissolvedOn }) =>
                dissolvedOn ? <span className="chip plain">{admin.dissolved(dissolvedOn)}</span> : active ? '' : '—',
            },
            ...(mayChange
              ? [
                  {
                    key: 'acts',
                    label: columns.acts,
                    cell: (agency: Agency) => (
                      <span className="row-actions">
                        {(agency.dissolvedOn ? (['restore'] as const) : (['change', 'dissolve'] as const)).map(
                          (name) => (
                            <button
                              key={name}
                              type="button"
                              className="button small"
                              onClick={() => setAct({ name, agency })}
                            >
                              {{ restore: acts.restore, change: acts.change, dissolve: acts.dissolve }[name]}
                              <span className="hidden"> {agency.name}</span>
                            </button>
                          ),
                        )}
                      </span>
                    ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <ListFoot pages={pages} />
      {act && <AgencyAct {...act} onClose={() => setAct(null)} />}
    </AdminPage>
  );
}
