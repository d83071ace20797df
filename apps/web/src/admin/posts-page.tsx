import { Link } from '@tanstack/react-router';
import type { HeldPostRow } from '../../../api/administration/posts/post.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { usePages } from '../server/use-pages.ts';
import { useWords } from '../words/words.tsx';
import { ChoiceFilter, DayFilter, Filters, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';
import { Term } from './term.tsx';
import { useChoices } from './use-choices.ts';

/** 岗位: who holds what, held it before or will; on any day. */
export function PostsPage() {
  const { admin } = useWords();
  const names = useNames();
  const choices = useChoices();
  const administrator = useAdministrator();
  const [{ agency, role, on }] = useAddress();
  const { pages, first, items } = usePages<HeldPostRow>(
    ['admin', 'posts'],
    '/admin/posts',
    { agency, role, on },
    administrator !== null,
  );
  const { columns } = admin;
  return (
    <AdminPage name="posts" total={first?.total}>
      <Filters>
        <ChoiceFilter name="agency" label={columns.agency} choices={choices.agencies} />
        <ChoiceFilter name="role" label={columns.role} choices={choices.roles} />
        <DayFilter name="on" label={columns.heldOn} />
      </Filters>
      {first && items.length === 0 && <p className="empty">{admin.empty}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.posts}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'who',
              label: columns.name,
              cell: ({ personId, personName }) => (
                <Link to="/admin/people/$id" params={{ id: personId }}>
                  {personName}
                </Link>
              ),
            },
            { key: 'role', label: columns.role, cell: (post) => names.role(post.role) },
            { key: 'agency', label: columns.agency, cell: (post) => names.agency(post.agency) },
            { key: 'title', label: columns.title, cell: ({ title }) => title },
            { key: 'term', label: columns.term, narrow: true, cell: (post) => <Term {...post} /> },
            {
              key: 'state',
              label: columns.state,
              narrow: true,
              cell: ({ current }) => <span className="chip plain">{current ? admin.held : admin.notHeld}</span>,
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
    </AdminPage>
  );
}
