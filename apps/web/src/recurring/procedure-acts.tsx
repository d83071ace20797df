import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Procedure } from '../../../api/recurring/recurring.schema.ts';
import { EntryDialog } from '../parts/entry-dialog.tsx';
import { useWords } from '../words/words.tsx';
import { ChangeDialog } from './change-dialog.tsx';
import { OpenNowDialog } from './open-now-dialog.tsx';
import { doToProcedure } from './recurring.queries.ts';
import type { ProcedureAct } from './recurring.queries.ts';

type Act = ProcedureAct | 'open' | 'change';

function actsOn({ status }: Procedure): readonly Act[] {
  if (status === 'ended') return [];
  return ['open', 'change', status === 'active' ? 'pause' : 'resume', 'end'];
}

/** 立即开启, 调整, 暂停, 恢复, 结束: each says what it does before it does it. */
export function ProcedureActs({ procedure }: { readonly procedure: Procedure }) {
  const { recurring } = useWords();
  const [act, setAct] = useState<Act | null>(null);
  const close = () => setAct(null);
  return (
    <p className="row-actions">
      {actsOn(procedure).map((one) => (
        <button key={one} type="button" className="button" onClick={() => setAct(one)}>
          {recurring.acts[one]}
        </button>
      ))}
      {act === 'open' && <OpenNowDialog procedure={procedure} onClose={close} />}
      {act === 'change' && <ChangeDialog procedure={procedure} onClose={close} />}
      {(act === 'pause' || act === 'resume' || act === 'end') && (
        <PlainDialog procedure={procedure} act={act} onClose={close} />
      )}
    </p>
  );
}

interface PlainDialogProps {
  readonly procedure: Procedure;
  readonly act: ProcedureAct;
  readonly onClose: () => void;
}

function PlainDialog({ procedure, act, onClose }: PlainDialogProps) {
  const { recurring } = useWords();
  const queries = useQueryClient();
  const missed = {
    name: 'missed',
    label: recurring.missedQuestion,
    kind: 'choice',
    choices: recurring.missedChoices,
  } as const;
  return (
    <EntryDialog
      title={`${recurring.acts[act]}：${procedure.name}`}
      act={recurring.acts[act]}
      fields={[...(act === 'resume' ? [missed] : []), { name: 'reason', label: recurring.fields.reason }]}
      initial={act === 'resume' ? { missed: 'open' } : {}}
      onSubmit={(entry, key) => doToProcedure(procedure.id, act, entry, key)}
      onClose={onClose}
      onDone={() => void queries.invalidateQueries({ queryKey: ['recurring'] }).then(onClose)}
    >
      <p>{recurring.consequences[act]}</p>
    </EntryDialog>
  );
}
