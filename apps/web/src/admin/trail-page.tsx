import { useMutation } from '@tanstack/react-query';
import type { AdminTrailEntry } from '../../../api/trail/trail.schema.ts';
import { CopyButton } from '../parts/copy-button.tsx';
import { ListFoot } from '../parts/list-foot.tsx';
import { useNames } from '../parts/names.ts';
import { Rows } from '../parts/rows.tsx';
import { call } from '../server/call.ts';
import { usePages } from '../server/use-pages.ts';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { ChoiceFilter, DayFilter, Filters, useAddress } from './address-filters.tsx';
import { AdminPage } from './admin-page.tsx';
import { useAdministrator } from './administrator.ts';
import { WhatChanged } from './what-changed.tsx';

/** 管理留痕: who changed what of people, posts and ways in; never changed itself. */
export function TrailPage() {
  const { words, language } = useSpeaking();
  const { admin } = words;
  const names = useNames();
  const kind = useAdministrator();
  const [{ action, actorKind, since, until, objectId }, change] = useAddress();
  const mayRead = kind === 'auditadmin' || kind === 'secadmin';
  const narrowed = { action, since, until, objectId, ...(kind === 'auditadmin' ? { actorKind } : {}) };
  const { pages, first, items } = usePages<AdminTrailEntry>(['admin', 'trail'], '/admin/trail', narrowed, mayRead);
  const { columns } = admin;
  return (
    <AdminPage name="trail" total={first?.total} actions={kind === 'auditadmin' && <Verification />}>
      <p className="quiet">{kind === 'secadmin' ? admin.trailOfAuditor : admin.trailOfAll}</p>
      <Filters>
        <ChoiceFilter name="action" label={columns.act} choices={Object.entries(admin.trailActions)} />
        {kind === 'auditadmin' && (
          <ChoiceFilter name="actorKind" label={columns.actor} choices={Object.entries(admin.kinds)} />
        )}
        <DayFilter name="since" label={columns.since} />
        <DayFilter name="until" label={columns.until} />
        {objectId && (
          <button type="button" className="button small" onClick={() => change({ objectId: undefined })}>
            {admin.onlyAbout(names.person(objectId))} ×
          </button>
        )}
      </Filters>
      {first && items.length === 0 && <p className="empty">{admin.empty}</p>}
      {items.length > 0 && (
        <Rows
          label={admin.pages.trail}
          rows={items}
          rowKey={({ seq }) => String(seq)}
          columns={[
            {
              key: 'at',
              label: columns.at,
              narrow: true,
              cell: ({ at, seq }) => (
                <>
                  {momentText(at, today(), language)}
                  <div className="second-line">#{seq}</div>
                </>
              ),
            },
            {
              key: 'actor',
              label: columns.actor,
              cell: ({ actor, actorName, actorKind: held, remote }) => (
                <>
                  {actorName ?? actor}{' '}
                  <span className="quiet">{(admin.kinds as Readonly<Record<string, string>>)[held ?? '']}</span>
                  <div className="second-line nowrap">{remote}</div>
                </>
              ),
            },
            { key: 'act', label: columns.act, cell: ({ action: done }) => admin.trailActions[done] ?? done },
            {
              key: 'object',
              label: columns.about,
              cell: ({ objectKind, objectId: about }) => (
                <>
                  {admin.trailObjects[objectKind]} {objectKind === 'agency' ? names.agency(about) : names.person(about)}
                </>
              ),
            },
            { key: 'what', label: columns.change, cell: (entry) => <WhatChanged entry={entry} /> },
            { key: 'reason', label: columns.reason, cell: ({ reason }) => reason },
          ]}
        />
      )}
      <ListFoot pages={pages} />
    </AdminPage>
  );
}

interface Verified {
  readonly entries: number;
  readonly sound: boolean;
  readonly head: string;
  readonly fault: { readonly seq: number; readonly message: string } | null;
}

/** Checks the chain; its head is noted elsewhere, to see later whether the end was cut off. */
function Verification() {
  const { admin } = useSpeaking().words;
  const check = useMutation({ mutationFn: () => call<Verified>('/admin/trail/verification') });
  return (
    <>
      <button type="button" className="button" aria-disabled={check.isPending} onClick={() => check.mutate()}>
        {admin.acts.verify}
      </button>
      <span role="status">
        {check.error && <span className="fault">{check.error.message}</span>}
        {check.data?.sound && (
          <>
            {admin.sound(check.data.entries)} <code className="head">{check.data.head.slice(0, 16)}…</code>{' '}
            <CopyButton text={check.data.head} label={admin.copyHead} />
          </>
        )}
        {check.data?.fault && <span className="fault">{admin.unsound(check.data.fault.seq)}</span>}
      </span>
    </>
  );
}
