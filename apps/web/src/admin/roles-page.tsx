import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { RoleEntry } from '../../../api/administration/roles/role.schema.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { Rows } from '../parts/rows.tsx';
import { call } from '../server/call.ts';
import { useSpeaking } from '../words/words.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';
import { RoleDialog } from './role-dialog.tsx';

/** 角色: those of the release, and those that this place has added for procedures of its own. */
export function RolesPage() {
  const { words, language } = useSpeaking();
  const { admin, join } = words;
  const names = useNames();
  const administrator = useAdministrator();
  const [about, setAbout] = useState<RoleEntry | 'new' | null>(null);
  const query = useQuery({
    queryKey: ['admin', 'roles'],
    queryFn: ({ signal }) => call<{ readonly items: readonly RoleEntry[] }>('/admin/roles', { signal }),
    enabled: administrator !== null,
  });
  const { columns, acts } = admin;
  const agency = (id: string) => {
    const name = names.agency(id);
    return name === id ? (admin.agencyKinds[id] ?? id) : name;
  };
  return (
    <AdminPage
      name="roles"
      total={query.data?.items.length}
      actions={
        administrator === 'sysadmin' && (
          <button type="button" className="button primary" onClick={() => setAbout('new')}>
            {acts.newRole}
          </button>
        )
      }
    >
      {!query.data && <Reading query={query} />}
      {query.data && (
        <Rows
          label={admin.pages.roles}
          rows={query.data.items}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              label: columns.role,
              cell: ({ key, name, english }) => (
                <>
                  {language === 'en' ? english || name : name}
                  <div className="second-line nowrap">{key}</div>
                </>
              ),
            },
            {
              key: 'agencies',
              label: columns.mayBeIn,
              cell: ({ agencies }) => (agencies.length === 0 ? admin.anyAgency : agencies.map(agency).join(join)),
            },
            { key: 'apart', label: columns.apart, cell: ({ apart }) => apart.map(names.role).join(join) },
            {
              key: 'from',
              label: columns.origin,
              narrow: true,
              cell: ({ ofRelease }) => (ofRelease ? admin.ofRelease : admin.ofPlace),
            },
            ...(administrator === 'sysadmin'
              ? [
                  {
                    key: 'acts',
                    label: columns.acts,
                    cell: (role: RoleEntry) =>
                      !role.ofRelease && (
                        <button type="button" className="button small" onClick={() => setAbout(role)}>
                          {acts.changeRole}
                          <span className="hidden"> {role.name}</span>
                        </button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {about !== null && <RoleDialog role={about} onClose={() => setAbout(null)} />}
    </AdminPage>
  );
}
