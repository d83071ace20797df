import type { RoleEntry } from '../../../api/administration/roles/role.schema.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { severalOf } from '../parts/several.ts';
import { useWords } from '../words/words.tsx';
import { useChoices } from './use-choices.ts';

interface RoleDialogProps {
  readonly role: RoleEntry | 'new';
  readonly onClose: () => void;
}

/** A role of this place's own: added, or changed but for its key, by which procedures name it. */
export function RoleDialog({ role, onClose }: RoleDialogProps) {
  const { admin } = useWords();
  const { acts, fields, columns } = admin;
  const choices = useChoices();
  const isNew = role === 'new';
  // Where an agency is called like a kind, the list of roles shows the agency too.
  const kinds = Object.entries(admin.agencyKinds).filter(([kind]) => !choices.agencies.some(([id]) => id === kind));
  const listed: readonly EntryField[] = [
    {
      name: 'agencies',
      label: columns.mayBeIn,
      kind: 'several',
      choices: [...choices.agencies, ...kinds],
      help: fields.mayBeInHelp,
    },
    {
      name: 'apart',
      label: columns.apart,
      kind: 'several',
      choices: choices.roles.filter(([key]) => isNew || key !== role.key),
      help: fields.apartHelp,
    },
  ];
  return (
    <ServerAct
      title={isNew ? acts.newRole : `${acts.changeRole} · ${role.name}`}
      path={isNew ? '/admin/roles' : `/admin/roles/${encodeURIComponent(role.key)}`}
      method={isNew ? 'POST' : 'PUT'}
      area="admin"
      fields={[
        ...(isNew
          ? [{ name: 'key', label: fields.roleKey, required: true, help: fields.roleKeyHelp } satisfies EntryField]
          : []),
        { name: 'name', label: fields.roleName, required: true },
        { name: 'english', label: fields.english },
        ...listed,
        { name: 'reason', label: fields.reason, kind: 'long' },
      ]}
      initial={isNew ? {} : entryOf(role)}
      bodyOf={withLists}
      onClose={onClose}
    />
  );
}

const entryOf = ({ name, english, agencies, apart }: RoleEntry): Entry => ({
  name,
  english,
  agencies: agencies.join(','),
  apart: apart.join(','),
});

const withLists = (entry: Entry) => ({
  ...entry,
  agencies: severalOf(entry['agencies']),
  apart: severalOf(entry['apart']),
});
