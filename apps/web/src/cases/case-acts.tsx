import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { maySteer } from '../../../../domain/access.ts';
import type { Case } from '../../../api/cases/case.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { meQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { circleOf, viewerOf } from './circle.ts';

type CaseAct = 'suspend' | 'resume' | 'cancel';

/** 中止, 恢复 and 撤销 of a whole case, for who may steer it. */
export function CaseActs({ matter }: { readonly matter: Case }) {
  const words = useWords();
  const { data: me } = useQuery(meQuery);
  const [act, setAct] = useState<CaseAct | null>(null);
  if (!me || matter.endedAt !== null) return null;
  if (!maySteer(viewerOf(me), circleOf(matter))) return null;
  const acts: readonly CaseAct[] = matter.status === 'suspended' ? ['resume', 'cancel'] : ['suspend', 'cancel'];
  return (
    <>
      {acts.map((one) => (
        <button
          key={one}
          type="button"
          className={`button${one === 'cancel' ? ' danger' : ''}`}
          onClick={() => setAct(one)}
        >
          {wordOf(words, one)}
        </button>
      ))}
      {act && <CaseActDialog act={act} matter={matter} onClose={() => setAct(null)} />}
    </>
  );
}

const wordOf = ({ act }: ReturnType<typeof useWords>, name: CaseAct): string =>
  name === 'cancel' ? act.cancelCase : act[name];

interface CaseActDialogProps {
  readonly act: CaseAct;
  readonly matter: Case;
  readonly onClose: () => void;
}

function CaseActDialog({ act, matter, onClose }: CaseActDialogProps) {
  const words = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [reason, setReason] = useState('');
  const [typed, setTyped] = useState('');
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const { dialog } = words;
  const word = wordOf(words, act);
  const ready = act !== 'cancel' || typed.trim() === matter.number;

  async function carryOut() {
    if (!ready || busy) return;
    setBusy(true);
    try {
      const body = reason.trim() ? { reason: reason.trim() } : {};
      await call(`/cases/${encodeURIComponent(matter.id)}/${act}`, { method: 'POST', body, key: key.current });
      await queries.invalidateQueries({ queryKey: ['case', matter.id] });
      announce(dialog.done(word));
      onClose();
    } catch (error) {
      setRefusal((error as Error).message || words.state.unreachable);
      setBusy(false);
    }
  }

  return (
    <Dialog
      title={`${word} · ${matter.number}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className={`button ${act === 'resume' ? 'primary' : 'danger'}`}
            aria-disabled={!ready || busy}
            onClick={() => void carryOut()}
          >
            {word}
          </button>
        </>
      }
    >
      <p>{act === 'cancel' ? dialog.cancelCase : act === 'suspend' ? dialog.suspendCase : dialog.resumeCase}</p>
      {act === 'cancel' && (
        <label>
          {dialog.caseNumber}
          <input className="field" value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      )}
      <label>
        {dialog.reason}
        <textarea className="field" rows={2} value={reason} onChange={(event) => setReason(event.target.value)} />
      </label>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
