import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { AdminRequest, Confirmed } from '../../../api/administration/requests/request.schema.ts';
import { ListFoot } from '../parts/list-foot.tsx';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { meQuery } from '../server/queries.ts';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { useAdministrator } from './administrator.ts';
import { RequestContent } from './request-content.tsx';

type Narrowed = Readonly<Record<string, string | undefined>>;
interface RequestRowsProps {
  readonly narrowed: Narrowed;
  readonly onIssued: (issued: { readonly password: string; readonly until: string }) => void;
}

type What = 'confirm' | 'refuse' | 'withdraw';

/** 申请: what one asks and another decides; nobody confirms what he asked for himself. */
export function RequestRows({ narrowed, onIssued }: RequestRowsProps) {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const names = useNames();
  const kind = useAdministrator();
  const { data: me } = useQuery(meQuery);
  const [act, setAct] = useState<{ readonly what: What; readonly request: AdminRequest } | null>(null);
  const { pages, first, items } = usePages<AdminRequest>(['admin', 'requests'], '/admin/requests', narrowed);
  const { columns, acts, fields, help } = admin;
  const mayDo = ({ decision, confirmer, requestedBy }: AdminRequest): readonly What[] => {
    if (decision !== null) return [];
    if (requestedBy === me?.username) return ['withdraw'];
    return confirmer === kind ? ['confirm', 'refuse'] : [];
  };
  return (
    <>
      {first && items.length === 0 && <p className="quiet">{admin.noRequests}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.requests}
          rows={items}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'kind',
              label: columns.request,
              cell: (request) => (
                <>
                  <strong>{admin.requestKinds[request.kind]}</strong>
                  <RequestContent request={request} />
                </>
              ),
            },
            {
              key: 'person',
              label: columns.about,
              cell: ({ personId, personName }) => (
                <Link to="/admin/people/$id" params={{ id: personId }}>
                  {personName}
                </Link>
              ),
            },
            {
              key: 'asked',
              label: columns.askedBy,
              cell: ({ requestedBy, requestedAt }) => (
                <>
                  {names.person(requestedBy)}
                  <div className="second-line nowrap">{momentText(requestedAt, today(), language)}</div>
                </>
              ),
            },
            { key: 'reason', label: columns.reason, cell: ({ reason }) => reason },
            {
              key: 'state',
              label: columns.state,
              cell: ({ decision, decidedBy, decidedAt, decisionReason, confirmer }) =>
                decision === null || decidedAt === null ? (
                  <span className="chip plain">{admin.waitsFor(admin.kinds[confirmer])}</span>
                ) : (
                  <>
                    <span className="chip plain">{admin.decisions[decision]}</span>{' '}
                    <span className="quiet">
                      {names.person(decidedBy)} {momentText(decidedAt, today(), language)} {decisionReason}
                    </span>
                  </>
                ),
            },
            {
              key: 'acts',
              label: columns.acts,
              cell: (request) => (
                <span className="row-actions">
                  {mayDo(request).map((what) => (
                    <button
                      key={what}
                      type="button"
                      className={`button small${what === 'confirm' ? ' primary' : ''}`}
                      onClick={() => setAct({ what, request })}
                    >
                      {acts[what]}
                      <span className="hidden"> {request.personName}</span>
                    </button>
                  ))}
                </span>
              ),
            },
          ]}
        />
      )}
      <ListFoot pages={pages} />
      {act && (
        <ServerAct<Confirmed>
          title={`${acts[act.what]} · ${admin.requestKinds[act.request.kind]} · ${act.request.personName}`}
          path={`/admin/requests/${encodeURIComponent(act.request.id)}/${act.what}`}
          area="admin"
          fields={[{ name: 'reason', label: fields.reason, kind: 'long', required: act.what === 'refuse' }]}
          onClose={() => setAct(null)}
          onDone={({ oneTimePassword: password, expiresAt: until }) => {
            if (password && until) onIssued({ password, until });
          }}
        >
          <RequestContent request={act.request} />
          <p className="quiet">{help[act.what]}</p>
        </ServerAct>
      )}
    </>
  );
}
