import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { administratorKindOf } from '../../../../domain/administration.ts';
import type { Deputy } from '../../../api/deputies/deputy.schema.ts';
import { Term } from '../admin/term.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { definitionsQuery, meQuery } from '../server/queries.ts';
import { usePages } from '../server/use-pages.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

type Narrowed = Readonly<Record<string, string | undefined>>;

/** 代理: who acts for whom, until when, for what; the server shows each as far as they may know. */
export function DeputyRows({ narrowed }: { readonly narrowed: Narrowed }) {
  const { admin, join } = useWords();
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const business = me !== undefined && administratorKindOf(me) === null;
  const { data: definitions } = useQuery({ ...definitionsQuery, enabled: business });
  const [ending, setEnding] = useState<Deputy | null>(null);
  const { pages, first, items } = usePages<Deputy>(['people', 'deputies'], '/deputies', narrowed);
  const { columns, acts, fields } = admin;
  const procedure = (key: string) => definitions?.items.find((one) => one.key === key)?.name ?? key;
  const state = ({ inForce, revokedAt, until }: Deputy): string =>
    inForce
      ? admin.deputyStates.inForce
      : revokedAt
        ? admin.deputyStates.revoked
        : until < today()
          ? admin.deputyStates.over
          : admin.deputyStates.coming;
  return (
    <>
      {first && items.length === 0 && <p className="quiet">{admin.noDeputies}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.deputies}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'principal', label: columns.principal, cell: ({ principalName }) => principalName },
            { key: 'deputy', label: columns.deputy, cell: ({ deputyName }) => deputyName },
            { key: 'term', label: columns.term, narrow: true, cell: (one) => <Term {...one} /> },
            {
              key: 'scope',
              label: columns.scope,
              cell: ({ roles, definitionKeys }) =>
                [
                  roles === null ? admin.allRoles : roles.map(names.role).join(join),
                  definitionKeys === null ? admin.allProcedures : definitionKeys.map(procedure).join(join),
                ].join(' · '),
            },
            { key: 'reason', label: columns.reason, cell: ({ reason }) => reason },
            {
              key: 'state',
              label: columns.state,
              narrow: true,
              cell: (one) => <span className="chip plain">{state(one)}</span>,
            },
            {
              key: 'acts',
              label: columns.acts,
              cell: (one) =>
                one.revokedAt === null &&
                one.until >= today() && (
                  <button type="button" className="button small" onClick={() => setEnding(one)}>
                    {acts.revoke}
                    <span className="hidden"> {one.deputyName}</span>
                  </button>
                ),
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
      {ending && (
        <ServerAct
          title={`${acts.revoke} · ${ending.deputyName}`}
          path={`/deputies/${encodeURIComponent(ending.id)}/revoke`}
          area="people"
          fields={[{ name: 'reason', label: fields.reason, kind: 'long' }]}
          onClose={() => setEnding(null)}
        >
          <p className="quiet">{admin.help.revoke}</p>
        </ServerAct>
      )}
    </>
  );
}
