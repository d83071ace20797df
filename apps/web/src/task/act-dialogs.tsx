import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Acted, Task } from '../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNames } from '../parts/names.ts';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { ActFieldsForm } from './act-fields.tsx';
import { bodyOf, noFields } from './acts.ts';
import type { ActName } from './acts.ts';
import { actWord } from './act-words.ts';
import { usePreview } from './use-preview.ts';

interface ActDialogsProps {
  readonly act: ActName;
  readonly tasks: readonly Task[];
  readonly onClose: (done: boolean) => void;
}

/** One dialog for every act: what it asks, what the server says it would do, and one button that names it. */
export function ActDialogs({ act, tasks, onClose }: ActDialogsProps) {
  const words = useWords();
  const names = useNames();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [fields, setFields] = useState(noFields);
  const [refusal, setRefusal] = useState('');
  const [busy, setBusy] = useState(false);
  const key = useRef(newActKey());
  const body = bodyOf(act, fields);
  const tried = usePreview(
    tasks.map(({ id }) => id),
    act,
    body,
  );
  const possible = tried?.filter(({ problem }) => problem === null) ?? [];
  const refused = tried?.filter(({ problem }) => problem !== null) ?? [];
  const word = actWord(words, act);

  async function carryOut() {
    if (busy || body === null || possible.length === 0) return;
    setBusy(true);
    setRefusal('');
    const results = await Promise.allSettled(
      possible.map(({ id }) =>
        call<Acted>(`/tasks/${encodeURIComponent(id)}/${act}`, { method: 'POST', body, key: key.current }),
      ),
    );
    setBusy(false);
    const failed = results.filter((result) => result.status === 'rejected');
    const [first] = failed;
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => ['tasks', 'task', 'case'].includes(String(queryKey[0])),
    });
    if (first && failed.length === results.length)
      return setRefusal((first.reason as Error).message || words.state.unreachable);
    const asked = results.some((result) => result.status === 'fulfilled' && result.value.approvalAsked);
    announce(
      tasks.length > 1
        ? words.work.results(results.length - failed.length, failed.length + refused.length)
        : asked
          ? words.dialog.extendAsked
          : fields.to
            ? words.dialog.doneTo(word, names.person(fields.to))
            : words.dialog.done(word),
    );
    onClose(true);
  }

  const who = fields.to ? names.person(fields.to) : '';
  return (
    <Dialog
      title={tasks.length === 1 ? `${word} · ${tasks[0]?.name}` : `${word} · ${words.work.chosen(tasks.length)}`}
      onClose={() => onClose(false)}
      actions={
        <>
          <button type="button" className="button" onClick={() => onClose(false)}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className={`button ${act === 'return' || act === 'suspend' ? 'danger' : 'primary'}`}
            aria-disabled={busy || possible.length === 0}
            onClick={() => void carryOut()}
          >
            {who ? words.dialog.doneTo(word, who).replace(/^已/, '') : word}
            {tasks.length > 1 && ` (${possible.length})`}
          </button>
        </>
      }
    >
      <ActFieldsForm act={act} tasks={tasks} fields={fields} onChange={setFields} />
      <div role="status">
        {body !== null && tried === null && <p className="quiet">{words.handle.checking}</p>}
        {refused.map(({ id, problem }) => (
          <p key={id} className="fault">
            {tasks.length > 1 && `${tasks.find((task) => task.id === id)?.caseNumber}：`}
            {problem?.message || words.state.unreachable}
          </p>
        ))}
      </div>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
