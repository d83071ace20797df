import type { EntryField } from '../parts/entry-dialog.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { useWords } from '../words/words.tsx';

interface EnterAbsenceProps {
  /** Asks whose it is, where it may be another's. */
  readonly whose: readonly EntryField[];
  readonly onClose: () => void;
}

export function EnterAbsence({ whose, onClose }: EnterAbsenceProps) {
  const { admin } = useWords();
  const { acts, fields, help } = admin;
  return (
    <ServerAct
      title={acts.enterAbsence}
      path="/absences"
      area="people"
      fields={[
        ...whose,
        { name: 'since', label: fields.since, kind: 'day', required: true },
        { name: 'until', label: fields.lastDay, kind: 'day', required: true },
        { name: 'kind', label: admin.columns.why, kind: 'choice', choices: Object.entries(admin.absenceKinds) },
        { name: 'note', label: fields.note, kind: 'long' },
      ]}
      onClose={onClose}
    >
      <p className="quiet">{help.absence}</p>
    </ServerAct>
  );
}
