import { useState } from 'react';
import type { Session } from '../../../api/administration/sessions/session.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { Rows } from '../parts/rows.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

interface SessionRowsProps {
  readonly path: '/admin/sessions' | '/me/sessions';
  readonly narrowed?: Readonly<Record<string, string | boolean | undefined>>;
  readonly mayEnd: boolean;
}

/** Who is, or was, signed in from where. */
export function SessionRows({ path, narrowed = {}, mayEnd }: SessionRowsProps) {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const [ending, setEnding] = useState<Session | null>(null);
  const area = path === '/me/sessions' ? 'mine' : 'admin';
  const { pages, first, items } = usePages<Session>([area, 'sessions'], path, narrowed);
  const { columns, acts, fields } = admin;
  const moment = (at: string) => momentText(at, today(), language);
  return (
    <>
      {first && items.length === 0 && <p className="quiet">{admin.noSessions}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.sessions}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'who',
              label: columns.name,
              cell: ({ personName, personId }) => (
                <>
                  {personName} <span className="quiet">{personId}</span>
                </>
              ),
            },
            { key: 'from', label: columns.from, narrow: true, cell: ({ remote }) => remote },
            { key: 'since', label: columns.signedIn, narrow: true, cell: ({ createdAt }) => moment(createdAt) },
            { key: 'seen', label: columns.lastSeen, narrow: true, cell: ({ lastSeenAt }) => moment(lastSeenAt) },
            {
              key: 'state',
              label: columns.state,
              cell: ({ live, own, revokedAt }) => (
                <span className="chip plain">
                  {own ? admin.ownSession : live ? admin.live : revokedAt ? admin.ended(moment(revokedAt)) : admin.over}
                </span>
              ),
            },
            ...(mayEnd
              ? [
                  {
                    key: 'acts',
                    label: columns.acts,
                    cell: (session: Session) =>
                      session.live &&
                      !session.own && (
                        <button type="button" className="button small" onClick={() => setEnding(session)}>
                          {acts.endSession}
                          <span className="hidden"> {session.personName}</span>
                        </button>
                      ),
                  },
                ]
              : []),
          ]}
        />
      )}
      <ListFoot pages={pages} />
      {ending && (
        <ServerAct
          title={acts.endSession}
          path={`${path}/${encodeURIComponent(ending.id)}/revoke`}
          area={area}
          fields={[{ name: 'reason', label: fields.reason, kind: 'long' }]}
          onClose={() => setEnding(null)}
        >
          <p className="quiet">{admin.help.endSession}</p>
        </ServerAct>
      )}
    </>
  );
}
