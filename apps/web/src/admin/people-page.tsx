import { Link, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '../../../api/administration/people/person.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { ChoiceFilter, Filters, SearchFilter, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';
import { PersonState } from './person-state.tsx';
import { useChoices } from './use-choices.ts';

const states = { active: { active: true }, inactive: { active: false }, locked: { locked: true } } as const;

/** 人员: who is there, what each holds, how each gets in. */
export function PeoplePage() {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const names = useNames();
  const choices = useChoices();
  const kind = useAdministrator();
  const [{ q, agency, role, state }] = useAddress();
  const narrowed = { q, agency, role, ...states[state as keyof typeof states] };
  const { pages, first, items } = usePages<Person>(['admin', 'people'], '/admin/people', narrowed, kind !== null);
  const [adding, setAdding] = useState(false);
  const { columns } = admin;
  return (
    <AdminPage
      name="people"
      total={first?.total}
      actions={
        kind === 'sysadmin' && (
          <button type="button" className="button primary" onClick={() => setAdding(true)}>
            {admin.acts.newPerson}
          </button>
        )
      }
    >
      <Filters>
        <SearchFilter label={admin.searchPeople} />
        <ChoiceFilter name="agency" label={columns.agency} choices={choices.agencies} />
        <ChoiceFilter name="role" label={columns.role} choices={choices.roles} />
        <ChoiceFilter name="state" label={columns.state} choices={Object.entries(admin.accountStates)} />
      </Filters>
      {first && items.length === 0 && <p className="empty">{admin.empty}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.people}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'name',
              label: columns.name,
              cell: ({ id, name }) => (
                <>
                  <Link to="/admin/people/$id" params={{ id }}>
                    {name}
                  </Link>
                  <div className="second-line nowrap">{id}</div>
                </>
              ),
            },
            { key: 'agency', label: columns.agency, cell: ({ agency: home }) => names.agency(home) },
            {
              key: 'posts',
              label: columns.posts,
              cell: ({ posts }) => (
                <ul>
                  {posts
                    .filter(({ current }) => current)
                    .map((post) => (
                      <li key={post.id}>
                        {names.role(post.role)} <span className="quiet">{post.title}</span>
                      </li>
                    ))}
                </ul>
              ),
            },
            { key: 'state', label: columns.state, cell: (person) => <PersonState person={person} /> },
            {
              key: 'tasks',
              label: columns.openTasks,
              number: true,
              cell: ({ openTasks }) => openTasks || '',
            },
            {
              key: 'seen',
              label: columns.lastSignIn,
              narrow: true,
              cell: ({ lastSignInAt }) => (lastSignInAt ? momentText(lastSignInAt, today(), language) : admin.never),
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
      {adding && <NewPerson onClose={() => setAdding(false)} />}
    </AdminPage>
  );
}

function NewPerson({ onClose }: { readonly onClose: () => void }) {
  const { admin } = useSpeaking().words;
  const { agencies } = useChoices();
  const navigate = useNavigate();
  const { fields } = admin;
  return (
    <ServerAct<Person>
      title={admin.acts.newPerson}
      path="/admin/people"
      area="admin"
      fields={[
        { name: 'name', label: fields.name, required: true },
        { name: 'id', label: fields.account, required: true, help: fields.accountHelp },
        { name: 'agency', label: fields.agency, kind: 'choice', choices: agencies, required: true },
        { name: 'reason', label: fields.reason, kind: 'long' },
      ]}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/admin/people/$id', params: { id } })}
    >
      <p className="quiet">{admin.newPersonHelp}</p>
    </ServerAct>
  );
}
