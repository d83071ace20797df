import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { administratorKindOf } from '../../../../domain/administration.ts';
import { isHeadRole } from '../../../../domain/access.ts';
import type { Given } from '../../../api/deputies/deputy.schema.ts';
import { usePageTitle } from '../frame/page-title.ts';
import { people } from '../parts/finders.ts';
import type { EntryField } from '../parts/entry-dialog.tsx';
import { useNames } from '../parts/names.ts';
import { ServerAct } from '../parts/server-act.tsx';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { AbsenceRows } from './absence-rows.tsx';
import { DeputyRows } from './deputy-rows.tsx';
import { EnterAbsence } from './enter-absence.tsx';

/** 我的代理: who acts for me while I am away, and for whom I act; of a head, of the whole house. */
export function MyDeputiesPage() {
  const { admin, me: mine } = useWords();
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const [giving, setGiving] = useState(false);
  const [leaving, setLeaving] = useState(false);
  const [warnings, setWarnings] = useState<Given['warnings']>([]);
  usePageTitle(admin.myDeputies);
  if (!me) return null;
  const { acts, fields, help } = admin;
  const business = administratorKindOf(me) === null;
  const leads = me.roles.some(isHeadRole);
  const forWhom = (name: string, label: string): readonly EntryField[] =>
    leads ? [{ name, label, kind: 'pick', find: people, help: admin.oneselfIfEmpty }] : [];
  return (
    <>
      <p>
        <Link to="/me">‹ {mine.title}</Link>
      </p>
      <div className="work-head">
        <h1>{admin.myDeputies}</h1>
        <p className="row-actions">
          <button type="button" className="button" onClick={() => setLeaving(true)}>
            {acts.enterAbsence}
          </button>
          {business && (
            <button type="button" className="button primary" onClick={() => setGiving(true)}>
              {acts.give}
            </button>
          )}
        </p>
      </div>
      <p className="quiet">{leads ? admin.ofMyHouse : admin.ofMine}</p>
      {warnings.length > 0 && (
        <section className="readonly" role="status">
          <h2>{admin.thinkOf}</h2>
          <ul>
            {warnings.map(({ code, message }) => (
              <li key={`${code} ${message}`}>{message}</li>
            ))}
          </ul>
        </section>
      )}
      <div className="stack in-turn">
        <section className="panel">
          <h2>{admin.deputies}</h2>
          <DeputyRows narrowed={{}} />
        </section>
        <section className="panel">
          <h2>{admin.absences}</h2>
          <AbsenceRows narrowed={leads && me.agency ? { agency: me.agency } : { personId: me.username }} />
        </section>
      </div>
      {giving && (
        <ServerAct<Given>
          title={acts.give}
          path="/deputies"
          area="people"
          fields={[
            ...forWhom('principal', fields.principal),
            { name: 'deputy', label: fields.deputy, kind: 'pick', find: people, required: true },
            { name: 'since', label: fields.since, kind: 'day', help: fields.sinceHelp },
            { name: 'until', label: fields.lastDay, kind: 'day', required: true },
            {
              name: 'role',
              label: fields.forRole,
              kind: 'choice',
              choices: me.roles.map((role) => [role, names.role(role)] as const),
              help: fields.forRoleHelp,
            },
            { name: 'reason', label: fields.reason, kind: 'long' },
          ]}
          bodyOf={({ role, ...entry }) => ({ ...entry, ...(role ? { roles: [role] } : {}) })}
          onClose={() => setGiving(false)}
          onDone={(given) => setWarnings(given.warnings)}
        >
          <p className="quiet">{help.give}</p>
        </ServerAct>
      )}
      {leaving && <EnterAbsence whose={forWhom('personId', fields.absent)} onClose={() => setLeaving(false)} />}
    </>
  );
}
