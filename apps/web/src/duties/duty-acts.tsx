import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { Dialog } from '../parts/dialog.tsx';
import { newActKey } from '../server/act-key.ts';
import { useWords } from '../words/words.tsx';
import { doToList } from './duties.queries.ts';
import type { ListAct } from './duties.queries.ts';

function actsOn({ status, version, fixed }: ListDetail): readonly ListAct[] {
  if (status === 'draft') return version > 0 ? ['begin'] : [];
  if (status === 'ended') return fixed ? [] : ['results'];
  return status === 'active' ? ['pause', 'end'] : ['resume', 'end'];
}

/** 施行, 暂停, 恢复, 结束, 确定年终结果: each says what it does before it does it. */
export function DutyActs({ list }: { readonly list: ListDetail }) {
  const { duties } = useWords();
  const [act, setAct] = useState<ListAct | null>(null);
  return (
    <p className="row-actions">
      {actsOn(list).map((one) => (
        <button key={one} type="button" className="button" onClick={() => setAct(one)}>
          {duties.acts[one]}
        </button>
      ))}
      {act && <ActDialog list={list} act={act} onClose={() => setAct(null)} />}
    </p>
  );
}

interface ActDialogProps {
  readonly list: ListDetail;
  readonly act: ListAct;
  readonly onClose: () => void;
}

function ActDialog({ list, act, onClose }: ActDialogProps) {
  const { duties, act: common, colon } = useWords();
  const queries = useQueryClient();
  const [reason, setReason] = useState('');
  const [missed, setMissed] = useState<'open' | 'skip'>('open');
  const key = useRef(newActKey());
  const catchesUp = act === 'begin' || act === 'resume';
  const run = useMutation({
    mutationFn: () =>
      doToList(list.id, act, { ...(catchesUp ? { missed } : {}), ...(reason ? { reason } : {}) }, key.current),
    async onSuccess() {
      await queries.invalidateQueries({ queryKey: ['duties'] });
      onClose();
    },
  });
  return (
    <Dialog
      title={`${duties.acts[act]}${colon}${list.name}`}
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {common.cancel}
          </button>
          <button type="button" className="button primary" onClick={() => run.isPending || run.mutate()}>
            {duties.acts[act]}
          </button>
        </>
      }
    >
      <p>{duties.consequences[act]}</p>
      {catchesUp && (
        <fieldset>
          <legend>{duties.missed.question}</legend>
          {(['open', 'skip'] as const).map((choice) => (
            <label key={choice} className="row-actions">
              <input type="radio" name="missed" checked={missed === choice} onChange={() => setMissed(choice)} />
              {duties.missed[choice]}
            </label>
          ))}
        </fieldset>
      )}
      <label className="stacked">
        {duties.reason}
        <input className="field" value={reason} onChange={(event) => setReason(event.target.value)} maxLength={500} />
      </label>
      {run.error && (
        <p role="alert" className="fault">
          {run.error.message}
        </p>
      )}
    </Dialog>
  );
}
