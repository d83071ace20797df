import type { Agency } from '../../../api/administration/agencies/agency.schema.ts';
import type { Entry, EntryField } from '../parts/entry-dialog.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { useWords } from '../words/words.tsx';
import { useChoices } from './use-choices.ts';

export type AgencyActName = 'found' | 'change' | 'dissolve' | 'restore';

interface AgencyActProps {
  readonly name: AgencyActName;
  readonly agency?: Agency;
  readonly onClose: () => void;
}

/** What the system administrator does to an agency. */
export function AgencyAct({ name, agency, onClose }: AgencyActProps) {
  const { admin } = useWords();
  const { agencies } = useChoices();
  const { acts, fields: text, help } = admin;
  const reason: EntryField = { name: 'reason', label: text.reason, kind: 'long' };
  const described: readonly EntryField[] = [
    { name: 'name', label: text.agencyName, required: true },
    { name: 'english', label: text.english },
    {
      name: 'kind',
      label: admin.columns.kind,
      kind: 'choice',
      choices: Object.entries(admin.agencyKinds),
      required: true,
    },
    { name: 'parent', label: admin.columns.parent, kind: 'choice', choices: agencies },
  ];
  const fields: Readonly<Record<AgencyActName, readonly EntryField[]>> = {
    found: [{ name: 'id', label: text.agencyId, required: true, help: text.agencyIdHelp }, ...described, reason],
    change: [...described, reason],
    dissolve: [
      { name: 'on', label: text.dissolveOn, kind: 'day', required: true },
      { name: 'evenIfInUse', label: text.evenIfInUse, kind: 'check' },
      reason,
    ],
    restore: [reason],
  };
  const path = agency ? `/admin/agencies/${encodeURIComponent(agency.id)}` : '/admin/agencies';
  const acting = name === 'dissolve' || name === 'restore';
  return (
    <ServerAct
      title={agency ? `${acts[name]} · ${agency.name}` : acts[name]}
      path={acting ? `${path}/${name}` : path}
      method={name === 'change' ? 'PATCH' : 'POST'}
      area="admin"
      fields={fields[name]}
      {...(name === 'change' && agency ? { initial: entryOf(agency) } : {})}
      {...(name === 'change' ? { bodyOf: (entry: Entry) => ({ parent: null, english: '', ...entry }) } : {})}
      onClose={onClose}
    >
      <p className="quiet">{name === 'dissolve' && agency ? help.dissolve(agency.posts, agency.children) : ''}</p>
    </ServerAct>
  );
}

const entryOf = ({ name, english, kind, parent }: Agency): Entry => ({
  name,
  english,
  kind,
  ...(parent ? { parent } : {}),
});
