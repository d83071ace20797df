import { useState } from 'react';
import { administratorKindOf, resettersOf } from '../../../../domain/administration.ts';
import type { AdministratorKind } from '../../../../domain/administration.ts';
import type { Issued, Person } from '../../../api/administration/people/person.schema.ts';
import { people } from '../parts/finders.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { useWords } from '../words/words.tsx';
import type { Words } from '../words/zh.ts';
import { useChoices } from './use-choices.ts';

interface PersonActsProps {
  readonly person: Person;
  readonly kind: AdministratorKind;
  readonly onIssued: (issued: { readonly password: string; readonly until: string }) => void;
}

interface Act {
  readonly name: string;
  readonly label: string;
  readonly path: string;
  readonly method?: 'POST' | 'PATCH';
  readonly fields: readonly EntryField[];
  readonly initial?: Entry;
  readonly bodyOf?: (entry: Entry) => unknown;
  readonly help: string;
}

/** What this kind of administrator may do with the person as they stand. */
export function PersonActs({ person, kind, onIssued }: PersonActsProps) {
  const [open, setOpen] = useState<string | null>(null);
  const { admin } = useWords();
  const choices = useChoices();
  const acts = actsOf[kind](person, { ...admin, choices });
  const act = acts.find(({ name }) => name === open);
  return (
    <span className="row-actions spring">
      {acts.map(({ name, label }) => (
        <button key={name} type="button" className="button" onClick={() => setOpen(name)}>
          {label}
        </button>
      ))}
      {act && (
        <ServerAct<Partial<Issued>>
          title={act.label}
          path={act.path}
          {...(act.method ? { method: act.method } : {})}
          area="admin"
          fields={act.fields}
          {...(act.initial ? { initial: act.initial } : {})}
          {...(act.bodyOf ? { bodyOf: act.bodyOf } : {})}
          onClose={() => setOpen(null)}
          onDone={({ oneTimePassword: password, expiresAt: until }) => {
            if (password && until) onIssued({ password, until });
          }}
        >
          <p className="quiet">{act.help}</p>
        </ServerAct>
      )}
    </span>
  );
}

type Offer = (person: Person, words: OfferWords) => readonly Act[];
interface OfferWords extends Pick<Words['admin'], 'acts' | 'fields' | 'help'> {
  readonly choices: ReturnType<typeof useChoices>;
}

const rolesOf = ({ posts }: Person) => posts.filter(({ current }) => current);
const some = (condition: boolean, act: Act): readonly Act[] => (condition ? [act] : []);

/** 人员 and 岗位 are the system administrator's to ask for; he gives no password. */
const systemActs: Offer = (person, { acts, fields, help, choices: { agencies, roles } }) => {
  const path = `/admin/people/${encodeURIComponent(person.id)}`;
  const reason: EntryField = { name: 'reason', label: fields.reason, kind: 'long' };
  const own = administratorKindOf({ posts: rolesOf(person).map((post) => ({ ...post, parent: null })) });
  return [
    ...some(person.active, {
      name: 'post',
      label: acts.askPost,
      path: `${path}/posts`,
      help: help.askPost,
      fields: [
        { name: 'agency', label: fields.agency, kind: 'choice', choices: agencies, required: true },
        { name: 'role', label: fields.role, kind: 'choice', choices: roles, required: true },
        { name: 'title', label: fields.title },
        { name: 'since', label: fields.since, kind: 'day', help: fields.sinceHelp },
        { name: 'until', label: fields.until, kind: 'day', help: fields.untilHelp },
        reason,
      ],
      ...(person.agency ? { initial: { agency: person.agency } } : {}),
    }),
    {
      name: 'change',
      label: acts.change,
      path,
      method: 'PATCH',
      help: help.change,
      fields: [
        { name: 'name', label: fields.name, required: true },
        { name: 'agency', label: fields.agency, kind: 'choice', choices: agencies, required: true },
        reason,
      ],
      initial: { name: person.name, ...(person.agency ? { agency: person.agency } : {}) },
    },
    ...some(person.active && own === null, {
      name: 'deputy',
      label: acts.askDeputy,
      path: `${path}/deputies`,
      help: help.askDeputy,
      fields: [
        { name: 'deputy', label: fields.deputy, kind: 'pick', find: people, required: true },
        { name: 'since', label: fields.since, kind: 'day', help: fields.sinceHelp },
        { name: 'until', label: fields.lastDay, kind: 'day', required: true },
        reason,
      ],
    }),
    ...some(person.active && own !== null && resettersOf(own).asks === 'sysadmin', {
      name: 'password',
      label: acts.askPassword,
      path: '/admin/requests',
      help: help.askPassword,
      fields: [reason],
      bodyOf: (entry) => ({ kind: 'password', personId: person.id, ...entry }),
    }),
    ...some(!person.active, {
      name: 'reactivate',
      label: acts.askReactivation,
      path: '/admin/requests',
      help: help.askReactivation,
      fields: [reason],
      bodyOf: (entry) => ({ kind: 'reactivation', personId: person.id, ...entry }),
    }),
    ...some(person.active, {
      name: 'deactivate',
      label: acts.deactivate,
      path: `${path}/deactivate`,
      help: person.openTasks > 0 ? help.deactivateOpen(person.openTasks) : help.deactivate,
      fields: [
        ...(person.openTasks > 0
          ? [{ name: 'evenIfTasksOpen', label: fields.evenIfTasksOpen, kind: 'check' as const }]
          : []),
        reason,
      ],
    }),
  ];
};

/** The ways in are the security administrator's. */
const securityActs: Offer = (person, { acts, fields, help }) => {
  const path = `/admin/people/${encodeURIComponent(person.id)}`;
  const reason: EntryField = { name: 'reason', label: fields.reason, kind: 'long' };
  const own = administratorKindOf({ posts: rolesOf(person).map((post) => ({ ...post, parent: null })) });
  const asked = [reason];
  return [
    ...some(person.active && own === null, {
      name: 'password',
      label: acts.resetPassword,
      path: `${path}/reset-password`,
      help: help.resetPassword,
      fields: asked,
    }),
    ...some(person.active && own !== null && resettersOf(own).asks === 'secadmin', {
      name: 'ask-password',
      label: acts.askPassword,
      path: '/admin/requests',
      help: help.askPassword,
      fields: asked,
      bodyOf: (entry) => ({ kind: 'password', personId: person.id, ...entry }),
    }),
    { name: 'sign-out', label: acts.signOut, path: `${path}/sign-out`, help: help.signOut, fields: asked },
    person.locked
      ? { name: 'unlock', label: acts.unlock, path: `${path}/unlock`, help: help.unlock, fields: asked }
      : { name: 'lock', label: acts.lock, path: `${path}/lock`, help: help.lock, fields: asked },
  ];
};

const actsOf: Readonly<Record<AdministratorKind, Offer>> = {
  sysadmin: systemActs,
  secadmin: securityActs,
  auditadmin: () => [],
};
