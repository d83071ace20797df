import { useState } from 'react';
import type { Dossier, DossierLine } from '../../../api/dossiers/dossier.schema.ts';
import type { EntryField } from '../parts/entry-dialog.tsx';
import { cadres, units } from '../parts/finders.ts';
import { ServerAct } from '../parts/server-act.tsx';
import { useWords } from '../words/words.tsx';
import { useSections } from './use-sections.ts';

type Kind = 'cadre' | 'unit';
const pathOf = (kind: Kind, id: string): string => `/dossiers/${kind}/${encodeURIComponent(id)}`;

interface OpenDossierProps {
  readonly kind: Kind;
  readonly onClose: () => void;
  readonly onDone: (id: string) => void;
}

export function OpenDossier({ kind, onClose, onDone }: OpenDossierProps) {
  const { dossiers } = useWords();
  const { fields } = dossiers;
  return (
    <ServerAct<{ subject: string }>
      area="dossiers"
      title={dossiers.acts.open}
      path="/dossiers"
      fields={[
        {
          name: 'subject',
          label: fields.subject,
          kind: 'pick',
          find: kind === 'cadre' ? cadres : units,
          required: true,
        },
        { name: 'on', label: fields.openedOn, kind: 'day' },
        { name: 'reason', label: fields.reason, kind: 'long' },
      ]}
      bodyOf={(entry) => ({ ...entry, kind })}
      onClose={onClose}
      onDone={({ subject }) => onDone(subject)}
    />
  );
}

const forms = ['第一种形态', '第二种形态', '第三种形态', '第四种形态'] as const;

/** What its keeper may do to a dossier as a whole. */
export function KeeperActs({ dossier }: { readonly dossier: Dossier }) {
  const { dossiers } = useWords();
  const sections = useSections();
  const [act, setAct] = useState<'write' | 'seal' | null>(null);
  const { acts, fields } = dossiers;
  const path = pathOf(dossier.kind, dossier.id);
  const close = () => setAct(null);
  const writing: readonly EntryField[] = [
    { name: 'section', label: fields.section, kind: 'choice', choices: sections.of(dossier.kind), required: true },
    { name: 'text', label: fields.text, kind: 'long', required: true },
    { name: 'on', label: fields.on, kind: 'day', required: true },
    { name: 'document', label: fields.document },
    {
      name: 'form',
      label: fields.form,
      kind: 'choice',
      choices: forms.map((form) => [form, dossiers.forms[form] ?? form]),
    },
  ];
  return (
    <span className="row-actions spring">
      <button type="button" className="button" onClick={() => setAct('write')}>
        {acts.write}
      </button>
      {dossier.openedOn && !dossier.sealedOn && (
        <button type="button" className="button" onClick={() => setAct('seal')}>
          {acts.seal}
        </button>
      )}
      {act === 'write' && (
        <ServerAct area="dossiers" title={acts.write} path={`${path}/lines`} fields={writing} onClose={close} />
      )}
      {act === 'seal' && (
        <ServerAct
          area="dossiers"
          title={acts.seal}
          path={`${path}/seal`}
          fields={[
            { name: 'on', label: fields.sealedOn, kind: 'day' },
            { name: 'reason', label: fields.reason, kind: 'long', required: true },
          ]}
          onClose={close}
        />
      )}
    </span>
  );
}

/** A slip of the keeper's own pen: a line more that says what the first should have said. */
export function CorrectLine({ dossier, line }: { readonly dossier: Dossier; readonly line: DossierLine }) {
  const { dossiers } = useWords();
  const [open, setOpen] = useState(false);
  const { acts, fields } = dossiers;
  return (
    <>
      <button
        type="button"
        className="button small"
        aria-label={`${acts.correct} ${line.text}`}
        onClick={() => setOpen(true)}
      >
        {acts.correct}
      </button>
      {open && (
        <ServerAct
          area="dossiers"
          title={acts.correct}
          path={`${pathOf(dossier.kind, dossier.id)}/lines/${encodeURIComponent(line.id)}/correct`}
          initial={{ text: line.text }}
          fields={[
            { name: 'text', label: fields.text, kind: 'long', required: true },
            { name: 'reason', label: fields.reason, kind: 'long', required: true },
          ]}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}
