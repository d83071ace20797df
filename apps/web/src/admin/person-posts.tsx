import { useState } from 'react';
import type { Person, Post } from '../../../api/administration/people/person.schema.ts';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { useWords } from '../words/words.tsx';
import { Term } from './term.tsx';

interface PersonPostsProps {
  readonly person: Person;
  readonly mayChange: boolean;
}

/** Every post, the last first: also what was held before and what is to come. */
export function PersonPosts({ person, mayChange }: PersonPostsProps) {
  const { admin } = useWords();
  const names = useNames();
  const [act, setAct] = useState<{ readonly what: 'end' | 'title'; readonly post: Post } | null>(null);
  const { columns, acts, fields, help } = admin;
  const reason = { name: 'reason', label: fields.reason, kind: 'long' as const };
  return (
    <section className="panel">
      <h2>{admin.pages.posts}</h2>
      {person.posts.length === 0 && <p className="quiet">{admin.noPost}</p>}
      {person.posts.length > 0 && (
        <Rows
          label={admin.pages.posts}
          rows={person.posts}
          rowKey={({ id }) => id}
          columns={[
            { key: 'role', label: columns.role, cell: ({ role }) => names.role(role) },
            { key: 'agency', label: columns.agency, cell: ({ agency }) => names.agency(agency) },
            { key: 'title', label: columns.title, cell: ({ title }) => title },
            { key: 'term', label: columns.term, narrow: true, cell: (post) => <Term {...post} /> },
            {
              key: 'state',
              label: columns.state,
              narrow: true,
              cell: ({ current }) => <span className="chip plain">{current ? admin.held : admin.notHeld}</span>,
            },
            ...(mayChange
              ? [
                  {
                    key: 'acts',
                    label: columns.acts,
                    cell: (post: Post) =>
                      post.current && (
                        <span className="row-actions">
                          <button
                            type="button"
                            className="button small"
                            onClick={() => setAct({ what: 'title', post })}
                          >
                            {acts.changeTitle}
                            <span className="hidden"> {names.role(post.role)}</span>
                          </button>
                          <button type="button" className="button small" onClick={() => setAct({ what: 'end', post })}>
                            {acts.endPost}
                            <span className="hidden"> {names.role(post.role)}</span>
                          </button>
                        </span>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      {act?.what === 'end' && (
        <ServerAct
          title={acts.endPost}
          path={`/admin/posts/${encodeURIComponent(act.post.id)}/end`}
          area="admin"
          fields={[
            { name: 'until', label: fields.lastDay, kind: 'day', required: true },
            { name: 'evenIfTasksOpen', label: fields.evenIfTasksOpen, kind: 'check' },
            reason,
          ]}
          onClose={() => setAct(null)}
        >
          <p className="quiet">{help.endPost}</p>
        </ServerAct>
      )}
      {act?.what === 'title' && (
        <ServerAct
          title={acts.changeTitle}
          path={`/admin/posts/${encodeURIComponent(act.post.id)}`}
          method="PATCH"
          area="admin"
          fields={[{ name: 'title', label: fields.title }, reason]}
          initial={{ title: act.post.title }}
          bodyOf={(entry) => ({ title: '', ...entry })}
          onClose={() => setAct(null)}
        />
      )}
    </section>
  );
}
