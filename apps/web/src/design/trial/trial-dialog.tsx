import { useNavigate } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { ChangedCase } from '../../../../api/cases/case.schema.ts';
import { StartVariables, variablesOf } from '../../cases/start-variables.tsx';
import type { StartVariable } from '../../cases/start-variables.tsx';
import { DateField } from '../../parts/date-field.tsx';
import { Dialog } from '../../parts/dialog.tsx';
import { newActKey } from '../../server/act-key.ts';
import { call } from '../../server/call.ts';
import { today, typedDay } from '../../time/dates.ts';
import { useDesign } from '../design-words.ts';

interface TrialDialogProps {
  readonly code: string;
  /** Null: the reader's own draft. */
  readonly version: number | null;
  readonly onClose: () => void;
}

/** Opens a trial: from which day, with which facts. */
export function TrialDialog({ code, version, onClose }: TrialDialogProps) {
  const { design, words } = useDesign();
  const navigate = useNavigate();
  const [startsOn, setStartsOn] = useState(today);
  const [variables, setVariables] = useState<readonly StartVariable[]>([]);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  async function begin() {
    const day = typedDay(startsOn);
    if (busy) return;
    if (day === null) return setRefusal(words.fault.date);
    setBusy(true);
    const which = version === null ? { draft: true } : { version };
    const body = { definitionKey: code, ...which, startsOn: day, variables: variablesOf(variables) };
    try {
      const { id } = await call<ChangedCase>('/trials', { method: 'POST', body, key: key.current });
      onClose();
      await navigate({ to: '/design/$key/trial/$id', params: { key: code, id } });
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
      key.current = newActKey();
    }
  }
  return (
    <Dialog
      title={design.trial.begin}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button type="button" className="button primary" aria-disabled={busy} onClick={() => void begin()}>
            {design.trial.open}
          </button>
        </>
      }
    >
      <p>{version === null ? design.trial.ofDraft : design.trial.ofVersion(version)}</p>
      <DateField label={words.opening.startsOn} value={startsOn} onChange={setStartsOn} />
      <StartVariables variables={variables} onChange={setVariables} />
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
