import { useQueries, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import type { SplitCase } from '../../../../api/links/link.schema.ts';
import { useCatalogue } from '../../ledgers/use-catalogue.ts';
import { DateField } from '../../parts/date-field.tsx';
import { definitionsQuery, documentsQuery, wholeLedgerQuery } from '../../server/queries.ts';
import { typedDay } from '../../time/dates.ts';
import { useFields } from '../../parts/variable-list.tsx';
import { useWords } from '../../words/words.tsx';
import { ChoiceList } from './choice-list.tsx';
import { OperationDialog } from './operation-dialog.tsx';

interface SplitDialogProps {
  readonly matter: Case;
  readonly onClose: () => void;
}

/** 分案: part of the matter goes on as a case of its own, with what is chosen here. */
export function SplitDialog({ matter, onClose }: SplitDialogProps) {
  const { operations, handle } = useWords();
  const { split } = operations;
  const navigate = useNavigate();
  const { data: definitions } = useQuery(definitionsQuery);
  const fields = useFields(matter.id);
  const { data: documents } = useQuery(documentsQuery(matter.id));
  const records = useMovable(matter.id);
  const [definitionKey, setProcedure] = useState(matter.definitionKey);
  const [title, setTitle] = useState('');
  const [startsOn, setStartsOn] = useState('');
  const [variables, setVariables] = useState<readonly string[]>([]);
  const [moved, setMoved] = useState<readonly string[]>([]);
  const [attachments, setAttachments] = useState<readonly string[]>([]);
  const day = typedDay(startsOn);
  const chosen = records.filter(({ id }) => moved.includes(id)).map(({ record }) => record);
  const ready = title.trim() !== '' && (startsOn === '' || day !== null);
  const body = {
    definitionKey,
    title: title.trim(),
    ...(day === null ? {} : { startsOn: day }),
    ...(variables.length > 0 ? { variables } : {}),
    ...(chosen.length > 0 ? { records: chosen } : {}),
    ...(attachments.length > 0 ? { attachments } : {}),
  };
  return (
    <OperationDialog<SplitCase>
      matter={matter}
      word={operations.words.split}
      path="split"
      body={ready ? body : null}
      needsReason
      said={({ number }) => split.opened(number)}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/cases/$id/$tab', params: { id, tab: 'overview' } })}
    >
      <p>{split.about}</p>
      <label>
        {split.procedure}
        <select className="field" value={definitionKey} onChange={(event) => setProcedure(event.target.value)}>
          {definitions?.items
            .filter(({ state }) => state === 'in-force')
            .map(({ key, name }) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
        </select>
      </label>
      <label>
        <span>
          {split.title}
          <span className="must"> {handle.required}</span>
        </span>
        <input className="field" value={title} maxLength={300} onChange={(event) => setTitle(event.target.value)} />
      </label>
      <DateField label={split.startsOn} value={startsOn} onChange={setStartsOn} />
      <ChoiceList
        label={split.variables}
        none={split.none}
        choices={Object.keys(matter.variables).map((name) => [name, fields?.[name]?.title ?? name] as const)}
        chosen={variables}
        onChange={setVariables}
      />
      <ChoiceList
        label={split.records}
        none={split.none}
        choices={records.map(({ id, name }) => [id, name] as const)}
        chosen={moved}
        onChange={setMoved}
      />
      <ChoiceList
        label={split.files}
        none={split.none}
        choices={(documents?.attachments ?? []).map(({ id, name }) => [id, name] as const)}
        chosen={attachments}
        onChange={setAttachments}
      />
      {chosen.length > 0 && <p>⇢ {split.moves(chosen.length)}</p>}
    </OperationDialog>
  );
}

/** Records of the case's ledgers that are still here. */
function useMovable(caseId: string) {
  const { ledgers, nameOf } = useCatalogue();
  const lists = useQueries({ queries: ledgers.map(({ kind }) => wholeLedgerQuery(kind, { caseId })) });
  return lists
    .flatMap(({ data }) => data ?? [])
    .filter(({ status, caseId: of }) => status !== 'moved' && of === caseId)
    .map(({ ledger, id, title }) => ({
      id: `${ledger} ${id}`,
      name: `${nameOf(ledger)} ${title || id}`,
      record: { ledger, id },
    }));
}
