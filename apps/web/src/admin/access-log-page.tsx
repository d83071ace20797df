import { Link } from '@tanstack/react-router';
import type { Looks } from '../../../api/access-log/access-log.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Rows } from '../parts/rows.tsx';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { ChoiceFilter, DayFilter, Filters, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';

/** 查阅记录: who read which marked case, and not what it says. */
export function AccessLogPage() {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const kind = useAdministrator();
  const [{ object, secrecy, outcome, since, until, user, caseNumber }, change] = useAddress();
  const refused = outcome && String(outcome === 'refused');
  const { pages, first, items } = usePages<Looks['items'][number]>(
    ['admin', 'access-log'],
    '/admin/access-log',
    { object, secrecy, refused, since, until, user, caseNumber },
    kind === 'auditadmin',
  );
  const { columns } = admin;
  return (
    <AdminPage name="accessLog" total={first?.total}>
      <Filters>
        <ChoiceFilter name="object" label={columns.object} choices={Object.entries(admin.lookObjects)} />
        <ChoiceFilter name="outcome" label={columns.outcome} choices={Object.entries(admin.lookOutcomes)} />
        <ChoiceFilter name="secrecy" label={columns.secrecy} choices={Object.entries(words.secrecy.names)} />
        <DayFilter name="since" label={columns.since} />
        <DayFilter name="until" label={columns.until} />
        {(['user', 'caseNumber'] as const).map((name) => {
          const value = { user, caseNumber }[name];
          return (
            value && (
              <button key={name} type="button" className="button small" onClick={() => change({ [name]: undefined })}>
                {admin.onlyAbout(value)} ×
              </button>
            )
          );
        })}
      </Filters>
      {first && items.length === 0 && <p className="empty">{admin.empty}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.accessLog}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            { key: 'at', label: columns.at, narrow: true, cell: ({ at }) => momentText(at, today(), language) },
            {
              key: 'who',
              label: columns.reader,
              cell: ({ user: reader, name, remote }) => (
                <>
                  <Link to="/admin/access-log" search={{ user: reader }}>
                    {name ?? reader}
                  </Link>
                  <div className="second-line nowrap">{remote}</div>
                </>
              ),
            },
            {
              key: 'case',
              label: columns.case,
              narrow: true,
              cell: ({ caseNumber: number }) =>
                number && (
                  <Link to="/admin/access-log" search={{ caseNumber: number }}>
                    {number}
                  </Link>
                ),
            },
            {
              key: 'secrecy',
              label: columns.secrecy,
              narrow: true,
              cell: ({ secrecy: level }) => <SecrecyMark level={level} />,
            },
            {
              key: 'object',
              label: columns.object,
              cell: ({ object: what, objectId, refused: no }) => (
                <>
                  {admin.lookObjects[what]} {no && <span className="chip late">{admin.lookOutcomes.refused}</span>}
                  {(what === 'dossier' || what === 'rows') && <div className="second-line">{objectId}</div>}
                </>
              ),
            },
            {
              key: 'route',
              label: columns.route,
              cell: ({ route, session }) => (
                <>
                  <code>{route}</code>
                  <div className="second-line nowrap">{admin.inSession(session)}</div>
                </>
              ),
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
    </AdminPage>
  );
}
