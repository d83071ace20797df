import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { SessionRows } from '../admin/session-rows.tsx';
import { usePageTitle } from '../frame/page-title.ts';
import { KeyList } from '../frame/keys-help.tsx';
import { useLook } from '../look/theme.tsx';
import { usePreferences } from '../parts/preferences.ts';
import { useNames } from '../parts/names.ts';
import { call } from '../server/call.ts';
import { meQuery } from '../server/queries.ts';
import { forgetAllDrafts } from '../task/local-draft.ts';
import { isOfUnit } from '../unit/unit-address.ts';
import { forgetAllPending } from '../uploads/pending.ts';
import { useSpeaking } from '../words/words.tsx';
import { Choices } from './choices.tsx';

/** 我的: who one is, how the pages look and speak, and the way out. */
export function MePage() {
  const { words, language, speak } = useSpeaking();
  const { look, choose } = useLook();
  const names = useNames();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { data: me } = useQuery(meQuery);
  const { preferences, prefer } = usePreferences();
  usePageTitle(words.me.title);

  async function signOut() {
    await call('/auth/logout', { method: 'POST', body: {} });
    forgetAllDrafts();
    forgetAllPending();
    queries.clear();
    await navigate({ to: '/login' });
  }

  return (
    <>
      <div className="page-head">
        <h1>{words.me.title}</h1>
      </div>
      <div className="in-turn">
        {me && (
          <section className="panel">
            <dl className="facts">
              <dt>{words.me.name}</dt>
              <dd>{me.name}</dd>
              <dt>{words.me.account}</dt>
              <dd>{me.username}</dd>
              <dt>{words.me.agency}</dt>
              <dd>{names.agency(me.agency)}</dd>
              <dt>{words.me.posts}</dt>
              <dd>
                {me.posts.map(({ role, agency }) => `${names.agency(agency)} ${names.role(role)}`).join(words.join)}
              </dd>
            </dl>
            <p className="own-links">
              <Link to="/me/password" className="button">
                {words.nav.password}
              </Link>
              <Link to="/me/deputies" className="button">
                {words.nav.deputies}
              </Link>
              {administratorKindOf(me) === null && !isOfUnit(me) && (
                <Link to="/admin/handover" className="button">
                  {words.nav.handOver}
                </Link>
              )}
              <button type="button" className="button" onClick={() => void signOut()}>
                {words.signIn.signOut}
              </button>
            </p>
          </section>
        )}
        <section className="panel form">
          <Choices
            legend={words.me.look}
            value={look}
            choices={[
              ['auto', words.me.looks.auto],
              ['light', words.me.looks.light],
              ['dark', words.me.looks.dark],
            ]}
            onChoose={(next) => {
              choose(next);
              prefer({ look: next });
            }}
          />
          <Choices
            legend={words.me.language}
            value={language}
            choices={[
              ['zh', '中文'],
              ['en', 'English'],
            ]}
            onChoose={(next) => {
              speak(next);
              prefer({ language: next });
            }}
          />
          <Choices
            legend={words.me.density}
            value={preferences.density ?? 'normal'}
            choices={[
              ['normal', words.me.densities.normal],
              ['compact', words.me.densities.compact],
            ]}
            onChoose={(density) => prefer({ density })}
          />
          <label className="row-actions">
            <input
              type="checkbox"
              checked={preferences.keys !== 'off'}
              onChange={(event) => prefer({ keys: event.target.checked ? 'on' : 'off' })}
            />
            {words.me.keysOn}
          </label>
          <p className="quiet">{words.me.kept}</p>
        </section>
        <section className="panel">
          <h2>{words.admin.pages.sessions}</h2>
          <SessionRows path="/me/sessions" narrowed={{ live: true }} mayEnd />
        </section>
        <section className="panel">
          <h2>{words.keys.title}</h2>
          <KeyList />
        </section>
      </div>
    </>
  );
}
