import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { Absence } from '../../../api/absences/absence.schema.ts';
import { Term } from '../admin/term.tsx';
import { useAdministrator } from '../admin/administrator.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Rows } from '../parts/rows.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { meQuery } from '../server/queries.ts';
import { usePages } from '../server/use-pages.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';

/** 不在岗: everybody may know who is away and who stands in; why only those concerned. */
export function AbsenceRows({ narrowed }: { readonly narrowed: Readonly<Record<string, string | undefined>> }) {
  const { admin, join } = useWords();
  const kind = useAdministrator();
  const { data: me } = useQuery(meQuery);
  const [ending, setEnding] = useState<Absence | null>(null);
  const { pages, first, items } = usePages<Absence>(['people', 'absences'], '/absences', narrowed);
  const { columns, acts, fields } = admin;
  const mayEnd = ({ personId, enteredBy, cancelledAt, until }: Absence): boolean =>
    cancelledAt === null &&
    until >= today() &&
    (kind === 'sysadmin' || [personId, enteredBy].includes(me?.username ?? ''));
  return (
    <>
      {first && items.length === 0 && <p className="quiet">{admin.noAbsences}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.absences}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'who', label: columns.name, cell: ({ personName }) => personName },
            { key: 'term', label: columns.term, narrow: true, cell: (one) => <Term {...one} /> },
            {
              key: 'kind',
              label: columns.why,
              cell: ({ kind: why, note }) => [why && admin.absenceKinds[why], note].filter(Boolean).join(' · '),
            },
            {
              key: 'deputies',
              label: columns.deputy,
              cell: ({ deputies }) =>
                deputies.length === 0 ? admin.nobodyStandsIn : deputies.map(({ name }) => name).join(join),
            },
            {
              key: 'acts',
              label: columns.acts,
              cell: (one) =>
                one.cancelledAt ? (
                  <span className="chip plain">{admin.cancelled}</span>
                ) : (
                  mayEnd(one) && (
                    <button type="button" className="button small" onClick={() => setEnding(one)}>
                      {acts.cancelAbsence}
                      <span className="hidden"> {one.personName}</span>
                    </button>
                  )
                ),
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
      {ending && (
        <ServerAct
          title={`${acts.cancelAbsence} · ${ending.personName}`}
          path={`/absences/${encodeURIComponent(ending.id)}/cancel`}
          area="people"
          fields={[{ name: 'reason', label: fields.reason, kind: 'long' }]}
          onClose={() => setEnding(null)}
        />
      )}
    </>
  );
}
