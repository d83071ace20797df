import { useState } from 'react';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useWords } from '../words/words.tsx';
import { ActDialogs } from './act-dialogs.tsx';
import { isGrave } from './acts.ts';
import type { ActName } from './acts.ts';
import { actWord } from './act-words.ts';
import type { rightsOn } from './may-act.ts';

const narrow = matchMedia('(max-width: 640px)');

interface TaskActsProps {
  readonly task: Task;
  readonly rights: ReturnType<typeof rightsOn>;
}

/** The acts beside completing; each opens its dialog. What may not be done is not offered. */
export function TaskActs({ task, rights }: TaskActsProps) {
  const words = useWords();
  const [act, setAct] = useState<ActName | null>(null);
  const [primary, secondary] = [firstActs(task, rights), moreActs(task, rights)];
  const first = narrow.matches && rights.act ? [] : primary;
  const more = narrow.matches && rights.act ? [...primary, ...secondary] : secondary;
  const begin = (name: ActName) => (
    <button key={name} type="button" className={`button${isGrave(name) ? ' danger' : ''}`} onClick={() => setAct(name)}>
      {name === 'return' || name === 'reject' ? '↩ ' : name === 'suspend' ? '‖ ' : ''}
      {actWord(words, name)}
    </button>
  );
  return (
    <>
      <div className="row-actions">
        {first.map(begin)}
        {more.length > 0 && (
          <details className="more">
            <summary>{words.act.more}</summary>
            <div className="row-actions">{more.map(begin)}</div>
          </details>
        )}
      </div>
      {act && <ActDialogs act={act} tasks={[task]} onClose={() => setAct(null)} />}
    </>
  );
}

function firstActs(task: Task, { act, operate, own, withdraw }: TaskActsProps['rights']): ActName[] {
  if (withdraw) return ['withdraw'];
  if (task.status === 'suspended') return act || operate ? ['resume'] : [];
  if (!act)
    return task.status !== 'open' ? [] : operate && isStep(task) ? ['remind', 'transfer', 'extend'] : ['remind'];
  if (task.kind === 'correction') return [];
  if (!isStep(task)) return own || task.assignee !== null ? [] : ['claim'];
  return own || task.assignee !== null ? ['return', 'transfer', 'extend'] : ['claim', 'return', 'transfer', 'extend'];
}

/** Approvals and added tasks stand beside the procedure: nothing is before them, and they are signed by one. */
const isStep = ({ kind }: Task): boolean => kind === 'step';

function moreActs(task: Task, { act, operate, own, cancel }: TaskActsProps['rights']): ActName[] {
  if (task.status === 'completed' || task.status === 'cancelled') return [];
  return [
    ...(cancel ? (['cancel'] as const) : []),
    ...(act || operate ? actsInHand(task, { act, own }) : []),
    ...(act && task.status === 'open' ? (['remind'] as const) : []),
    'comment',
  ];
}

function actsInHand(task: Task, { act, own }: { readonly act: boolean; readonly own: boolean }): ActName[] {
  if (task.kind === 'correction') return [];
  if (task.kind !== 'step')
    return task.status === 'open' ? ['transfer', 'delegate', 'extend', 'suspend'] : ['transfer'];
  if (task.status === 'suspended') return ['transfer'];
  if (!act) return ['delegate', 'suspend', 'remove-signer'];
  return [...(own ? (['unclaim'] as const) : []), 'delegate', 'reject', 'suspend', 'add-signer', 'remove-signer'];
}
