import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { addDays } from '../../../../domain/civil-date.ts';
import { EntryDialog } from '../parts/entry-dialog.tsx';
import type { Entry } from '../parts/entry-dialog.tsx';
import { people } from '../parts/finders.ts';
import { useNames } from '../parts/names.ts';
import { definitionsQuery, directoryQuery } from '../server/queries.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { newProcedureOf } from './new-procedure-body.ts';
import { createTried, takeOver } from './recurring.queries.ts';
import { WhyThen } from './why-then.tsx';

/** A recurring procedure of one's own; everything is tried before it is set, when it would open next is seen at once. */
export function NewProcedure() {
  const { recurring } = useWords();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <button type="button" className="button" onClick={() => setOpen(true)}>
        {recurring.create}
      </button>
      {isOpen && <NewDialog onClose={() => setOpen(false)} />}
    </>
  );
}

function NewDialog({ onClose }: { readonly onClose: () => void }) {
  const { recurring } = useWords();
  const { fields } = recurring;
  const queries = useQueryClient();
  const names = useNames();
  const { data: definitions } = useQuery(definitionsQuery);
  const { data: directory } = useQuery(directoryQuery);
  const procedures = (definitions?.items ?? []).map(({ key, name }) => [key, `${name}（${key}）`] as const);
  const agencies = (directory?.agencies ?? []).map(({ id }) => [id, names.agency(id)] as const);
  const roles = Object.keys(directory?.roles ?? {}).map((key) => [key, names.role(key)] as const);
  return (
    <EntryDialog
      title={recurring.create}
      act={recurring.create}
      fields={[
        { name: 'id', label: fields.id, required: true, help: recurring.idHelp },
        { name: 'name', label: fields.name, required: true },
        { name: 'definitionKey', label: fields.definition, kind: 'choice', choices: procedures, required: true },
        {
          name: 'cycle',
          label: fields.cycle,
          kind: 'choice',
          choices: Object.entries(recurring.cycles),
          required: true,
        },
        { name: 'opens', label: fields.opens, required: true, help: recurring.opensHelp },
        { name: 'kind', label: fields.audience, kind: 'choice', choices: recurring.audienceChoices, required: true },
        { name: 'agencies', label: fields.agencies, kind: 'several', choices: agencies, help: recurring.agenciesHelp },
        { name: 'role', label: fields.role, kind: 'choice', choices: roles, help: recurring.roleHelp },
        { name: 'agency', label: fields.agency, kind: 'choice', choices: agencies, required: true },
        { name: 'variables', label: fields.variables, kind: 'long', help: recurring.variablesHelp },
        { name: 'basis', label: fields.basis, required: true },
        {
          name: 'confidence',
          label: fields.confidence,
          kind: 'choice',
          choices: Object.entries(recurring.confidence),
          required: true,
        },
        { name: 'owner', label: fields.owner, kind: 'pick', find: people },
        { name: 'startsOn', label: fields.startsOn, kind: 'day', required: true },
        { name: 'note', label: fields.note, kind: 'long' },
        { name: 'reason', label: fields.reason },
      ]}
      initial={{ kind: 'once', confidence: 'D', startsOn: addDays(today(), 1) }}
      onSubmit={(entry, key) => takeOver(newProcedureOf(entry), key)}
      onClose={onClose}
      onDone={() => void queries.invalidateQueries({ queryKey: ['recurring'] }).then(onClose)}
    >
      {(entry) => <WouldOpen entry={entry} />}
    </EntryDialog>
  );
}

function WouldOpen({ entry: { reason: _reason, ...entry } }: { readonly entry: Entry }) {
  const { recurring } = useWords();
  const { data, error } = useQuery({
    queryKey: ['recurring', 'created', entry],
    queryFn: () => createTried(newProcedureOf(entry)),
    enabled: ['id', 'name', 'definitionKey', 'cycle', 'opens', 'agency', 'basis'].every((name) => Boolean(entry[name])),
    retry: false,
  });
  return (
    <section className="readonly" role="status" aria-label={recurring.next}>
      <h3>{recurring.next}</h3>
      {error && <p className="quiet">{error.message}</p>}
      {data && (data.next ? <WhyThen next={data.next} /> : recurring.noNext)}
    </section>
  );
}
