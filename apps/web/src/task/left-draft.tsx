import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Draft } from '../../../api/drafts/draft.schema.ts';
import type { Task } from '../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { CopyButton } from '../parts/copy-button.tsx';
import { VariableList } from '../parts/variable-list.tsx';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { draftText } from './draft-text.ts';

/** What one had filled in when somebody else was quicker: to read, to copy, to put on file, or to give up. */
export function LeftDraft({ task }: { readonly task: Task }) {
  const { left, act, handle } = useWords();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const path = `/tasks/${encodeURIComponent(task.id)}`;
  const { data } = useQuery({ queryKey: ['draft', task.id], queryFn: () => call<Draft>(`${path}/draft`), gcTime: 0 });
  if (!data?.content) return null;
  const text = draftText(data.content);
  if (!text) return null;

  async function drop() {
    await call(`${path}/draft`, { method: 'DELETE' });
    await queries.invalidateQueries({ queryKey: ['draft', task.id] });
  }

  async function attach() {
    await call(`${path}/comment`, { method: 'POST', body: { text }, key: newActKey() });
    await drop();
    await queries.invalidateQueries({ queryKey: ['case', task.caseId] });
    announce(left.attached);
  }

  return (
    <section className="panel" aria-label={left.title}>
      <h2>{left.title}</h2>
      <VariableList variables={data.content.variables} caseId={task.caseId} />
      {data.content.comment && <p>{data.content.comment}</p>}
      <p className="row-actions">
        <button type="button" className="button small" onClick={() => void attach()}>
          {left.attach}
        </button>
        <CopyButton text={text} label={handle.copyMine} />
        <button type="button" className="button small" onClick={() => void drop()}>
          {act.drop}
        </button>
      </p>
    </section>
  );
}
