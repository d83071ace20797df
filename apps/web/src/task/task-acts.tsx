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

function firstActs(task: Task, { act, own, withdraw }: TaskActsProps['rights']): ActName[] {
  if (withdraw) return ['withdraw'];
  if (!act) return task.status === 'open' ? ['remind'] : [];
  if (task.status === 'suspended') return ['resume'];
  return own || task.assignee !== null ? ['return', 'transfer', 'extend'] : ['claim', 'return', 'transfer', 'extend'];
}

function moreActs(task: Task, { act, own }: TaskActsProps['rights']): ActName[] {
  if (task.status === 'completed' || task.status === 'cancelled') return [];
  if (!act) return ['comment'];
  if (task.status === 'suspended') return ['transfer', 'comment'];
  return [
    ...(own ? (['unclaim'] as const) : []),
    'delegate',
    'reject',
    'suspend',
    'add-signer',
    'remove-signer',
    'remind',
    'comment',
  ];
}
