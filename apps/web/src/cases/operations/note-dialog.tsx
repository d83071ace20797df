import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { NoteReaders } from '../../../../../engine/command.ts';
import type { User } from '../../../../api/auth/auth.schema.ts';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { AddedNote } from '../../../../api/notes/note.schema.ts';
import { useNames } from '../../parts/names.ts';
import { meQuery } from '../../server/queries.ts';
import { useWords } from '../../words/words.tsx';
import { OperationDialog } from './operation-dialog.tsx';

interface NoteDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 便签: a remark for all who see the case whole, for one's own agency, or for oneself. */
export function NoteDialog({ matter, onClose }: NoteDialogProps) {
  const { operations } = useWords();
  const { notes } = operations;
  const names = useNames();
  const { data: me } = useQuery(meQuery);
  const [text, setText] = useState('');
  const [readers, setReaders] = useState('');
  const visibleTo = me && readersOf(readers, me);
  return (
    <OperationDialog<AddedNote>
      matter={matter}
      word={operations.words.note}
      path="notes"
      body={text.trim() === '' ? null : { text: text.trim(), ...(visibleTo ? { visibleTo } : {}) }}
      onClose={onClose}
    >
      <label>
        {notes.text}
        <textarea className="field" rows={4} value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      <label>
        {notes.readers}
        <select className="field" value={readers} onChange={(event) => setReaders(event.target.value)}>
          <option value="">{notes.everybody}</option>
          {agenciesOf(me).map((agency) => (
            <option key={agency} value={agency}>
              {notes.agency(names.agency(agency))}
            </option>
          ))}
          <option value={oneself}>{notes.mine}</option>
        </select>
      </label>
    </OperationDialog>
  );
}

/** No agency is called so. */
const oneself = ' ';

const agenciesOf = (me: User | undefined): readonly string[] => [
  ...new Set(me?.posts.map(({ agency, parent }) => parent ?? agency)),
];

function readersOf(chosen: string, { username }: User): NoteReaders | undefined {
  if (chosen === '') return undefined;
  return chosen === oneself ? { users: [username] } : { agencies: [chosen] };
}
