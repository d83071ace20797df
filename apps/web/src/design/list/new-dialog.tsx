import { useNavigate } from '@tanstack/react-router';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Dialog } from '../../parts/dialog.tsx';
import { useNames } from '../../parts/names.ts';
import { call } from '../../server/call.ts';
import { directoryQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import { proceduresQuery } from '../design.queries.ts';
import { emptyDecision } from './empty-decision.ts';
import { emptyForm } from './empty-form.ts';
import { emptyProcedure } from './empty-procedure.ts';

interface NewDialogProps {
  readonly kind: 'process' | 'decision' | 'form';
  readonly onClose: () => void;
}

const codeIn = {
  process: /^[A-Za-z_][\w.-]{0,63}$/,
  decision: /^[A-Za-z_][\w.-]{0,63}$/,
  form: /^[A-Za-z_][\w.-]{0,63}$/,
};

/** A name and a code, of a procedure also who takes part; then one draws. */
export function NewDialog({ kind, onClose }: NewDialogProps) {
  const { design, words } = useDesign();
  const navigate = useNavigate();
  const queries = useQueryClient();
  const names = useNames();
  const { data: directory } = useQuery(directoryQuery);
  const { data: procedures } = useQuery(proceduresQuery);
  const [name, setName] = useState('');
  const [key, setKey] = useState('');
  const [lanes, setLanes] = useState<readonly string[]>([]);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const agencies = (directory?.agencies ?? []).filter((one) => one.kind !== 'platform');
  const toggle = (id: string) => setLanes(lanes.includes(id) ? lanes.filter((one) => one !== id) : [...lanes, id]);

  async function begin() {
    if (busy) return;
    if (!name.trim()) return setRefusal(design.new.nameNeeded);
    if (!codeIn[kind].test(key)) return setRefusal(design.new.codeRule);
    if (procedures?.items.some((one) => one.key === key)) return setRefusal(design.new.codeTaken(key));
    setBusy(true);
    const named = { key, name: name.trim() };
    const content =
      kind === 'form'
        ? { body: emptyForm(named) }
        : {
            xml:
              kind === 'process'
                ? emptyProcedure(
                    named,
                    lanes.map((id) => ({ id, name: names.agency(id) })),
                  )
                : emptyDecision(named),
          };
    try {
      await call(`/design/drafts/${kind}/${encodeURIComponent(key)}`, {
        method: 'PUT',
        query: { name: named.name },
        ...content,
      });
      await queries.invalidateQueries({ queryKey: ['design', 'drafts'] });
      onClose();
      if (kind === 'process') await navigate({ to: '/design/$key', params: { key } });
      if (kind === 'decision') await navigate({ to: '/design/decisions/$key', params: { key } });
      if (kind === 'form') await navigate({ to: '/design/forms/$key', params: { key } });
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={design.list.new[kind]}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void begin()}>
            {design.new.begin}
          </button>
        </>
      }
    >
      <label>
        {design.fields.name}
        <input className="field" maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />
      </label>
      <label>
        {design.code}
        <input
          className="field"
          maxLength={64}
          autoComplete="off"
          value={key}
          onChange={(event) => setKey(event.target.value.trim())}
        />
      </label>
      <p className="quiet">{design.new.codeHint[kind]}</p>
      {kind === 'process' && (
        <fieldset className="choice">
          <legend>{design.new.lanes}</legend>
          <div className="options">
            {agencies.map(({ id }) => (
              <label key={id}>
                <input type="checkbox" checked={lanes.includes(id)} onChange={() => toggle(id)} />
                {names.agency(id)}
              </label>
            ))}
          </div>
        </fieldset>
      )}
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
