import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { Person } from '../../../api/administration/people/person.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { momentText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { personQuery } from './admin.queries.ts';
import { useAdministrator } from './administrator.ts';
import { PersonActs } from './person-acts.tsx';
import { PersonPosts } from './person-posts.tsx';
import { PersonState } from './person-state.tsx';
import { RequestRows } from './request-rows.tsx';
import { SessionRows } from './session-rows.tsx';
import { WhatIsLeft } from './what-is-left.tsx';

const route = getRouteApi('/inside/admin/people/$id');

/** One person: how the account stands, every post ever held, what is asked for, where signed in. */
export function PersonPage() {
  const { words } = useSpeaking();
  const { admin } = words;
  const { id } = route.useParams();
  const kind = useAdministrator();
  const query = useQuery(personQuery(id));
  const [issued, setIssued] = useState<{ readonly password: string; readonly until: string } | null>(null);
  usePageTitle(admin.pages.people, query.data?.name);
  if (!query.data) return <Reading query={query} />;
  const person = query.data;
  return (
    <>
      <p>
        <Link to="/admin/people">‹ {admin.pages.people}</Link>
      </p>
      <div className="page-head">
        <h1>{person.name}</h1>
        <span className="quiet">{person.id}</span>
        <PersonState person={person} />
        {kind && <PersonActs person={person} kind={kind} onIssued={setIssued} />}
      </div>
      {issued && <Issued {...issued} />}
      <div className="stack">
        <Facts person={person} />
        <PersonPosts person={person} mayChange={kind === 'sysadmin'} />
        {kind === 'sysadmin' && (
          <section className="panel">
            <h2>{admin.leftBehind.title}</h2>
            <WhatIsLeft id={id} administrator />
          </section>
        )}
        <section className="panel">
          <h2>{admin.pages.requests}</h2>
          <RequestRows narrowed={{ personId: id }} onIssued={setIssued} />
        </section>
        <section className="panel">
          <h2>{admin.pages.sessions}</h2>
          <SessionRows path="/admin/sessions" narrowed={{ personId: id }} mayEnd={kind === 'secadmin'} />
        </section>
        {kind === 'auditadmin' && (
          <p>
            <Link to="/admin/trail" search={{ objectId: id }}>
              {admin.trailOf(person.name)}
            </Link>
          </p>
        )}
      </div>
    </>
  );
}

/** Told once: on this page, until it is left. */
export function Issued({ password, until }: { readonly password: string; readonly until: string }) {
  const { words, language } = useSpeaking();
  const { admin } = words;
  return (
    <section className="panel issued" role="status">
      <h2>{admin.issued.title}</h2>
      <p>
        <code className="one-time">{password}</code>
      </p>
      <p>{admin.issued.help(momentText(until, today(), language))}</p>
    </section>
  );
}

function Facts({ person }: { readonly person: Person }) {
  const { words, language } = useSpeaking();
  const { columns, never, fields } = words.admin;
  const names = useNames();
  const moment = (at: string | null) => (at ? momentText(at, today(), language) : never);
  return (
    <section className="panel">
      <h2>{words.admin.account}</h2>
      <dl className="facts">
        <dt>{fields.account}</dt>
        <dd>{person.id}</dd>
        <dt>{columns.agency}</dt>
        <dd>{names.agency(person.agency)}</dd>
        <dt>{columns.created}</dt>
        <dd>{moment(person.createdAt)}</dd>
        <dt>{columns.lastSignIn}</dt>
        <dd>{moment(person.lastSignInAt)}</dd>
        <dt>{columns.openTasks}</dt>
        <dd>{person.openTasks}</dd>
      </dl>
    </section>
  );
}
