import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { Acted, Task } from '../../../api/tasks/task.schema.ts';
import { useAnnounce } from '../parts/announcer.tsx';
import { Dialog } from '../parts/dialog.tsx';
import { useNames } from '../parts/names.ts';
import { newActKey } from '../server/act-key.ts';
import { call } from '../server/call.ts';
import { Problem } from '../server/problem.ts';
import { useWords } from '../words/words.tsx';
import { ActFieldsForm } from './act-fields.tsx';
import { bodyOf, isGrave, noFields } from './acts.ts';
import type { ActName } from './acts.ts';
import { actWord } from './act-words.ts';
import { BulkResults } from './bulk-results.tsx';
import type { ActResult } from './bulk-results.tsx';
import { BulkTried } from './bulk-tried.tsx';
import { Consequences } from './consequences.tsx';
import { inTurn } from './try-acts.ts';
import { usePreview } from './use-preview.ts';

interface ActDialogsProps {
  readonly act: ActName;
  readonly tasks: readonly Task[];
  /** Called with the tasks that are left to do, or with null when nothing was done. */
  readonly onClose: (left: readonly string[] | null) => void;
}

/** One dialog for every act: what it asks, what the server says it would do, and one button that names it. */
export function ActDialogs({ act, tasks, onClose }: ActDialogsProps) {
  const words = useWords();
  const names = useNames();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const [fields, setFields] = useState(noFields);
  const [refusal, setRefusal] = useState('');
  const [doing, setDoing] = useState<number | null>(null);
  const [results, setResults] = useState<readonly ActResult[] | null>(null);
  const key = useRef(newActKey());
  const body = bodyOf(act, fields);
  const ids = tasks.map(({ id }) => id);
  const { tried, done } = usePreview(ids, act, body);
  const possible = tried?.filter(({ problem }) => problem === null) ?? [];
  const many = tasks.length > 1;
  const word = actWord(words, act);

  const one = async ({ id }: { readonly id: string }): Promise<ActResult> => {
    try {
      const path = `/tasks/${encodeURIComponent(id)}/${act}`;
      return { id, acted: await call<Acted>(path, { method: 'POST', body, key: key.current }), problem: null };
    } catch (error) {
      if (error instanceof Problem) return { id, acted: null, problem: error };
      throw error;
    }
  };

  async function carryOut() {
    if (doing !== null || body === null || possible.length === 0) return;
    setDoing(0);
    setRefusal('');
    const outcomes = await inTurn(possible, one, setDoing);
    setDoing(null);
    await queries.invalidateQueries({
      predicate: ({ queryKey }) => ['tasks', 'task', 'case', 'counts', 'dashboard'].includes(String(queryKey[0])),
    });
    if (many) return setResults(outcomes);
    const [only] = outcomes;
    if (only?.problem) return setRefusal(only.problem.message || words.state.unreachable);
    announce(
      only?.acted?.approvalAsked
        ? words.dialog.extendAsked
        : fields.to
          ? words.dialog.doneTo(word, names.person(fields.to))
          : words.dialog.done(word),
    );
    onClose([]);
  }

  if (results) return <BulkResults word={word} tasks={tasks} results={results} tried={tried ?? []} onClose={onClose} />;
  const who = fields.to ? names.person(fields.to) : '';
  const [single] = tried ?? [];
  return (
    <Dialog
      title={many ? `${word} · ${words.work.chosen(tasks.length)}` : `${word} · ${tasks[0]?.name}`}
      onClose={() => onClose(null)}
      actions={
        <>
          <button type="button" className="button" onClick={() => onClose(null)}>
            {words.act.cancel}
          </button>
          <button
            type="button"
            className={`button ${isGrave(act) ? 'danger' : 'primary'}`}
            aria-disabled={doing !== null || possible.length === 0}
            onClick={() => void carryOut()}
          >
            {who ? words.dialog.doTo(word, who) : word}
            {many && ` (${possible.length})`}
          </button>
        </>
      }
    >
      <ActFieldsForm act={act} tasks={tasks} fields={fields} onChange={setFields} />
      <div role="status">
        {body !== null && !tried && (
          <p className="quiet">{many ? words.bulk.trying(done, tasks.length) : words.handle.checking}</p>
        )}
        {doing !== null && many && <p className="quiet">{words.bulk.doing(doing, possible.length)}</p>}
        {many && tried && <BulkTried tasks={tasks} tried={tried} />}
        {!many && single?.preview && (
          <Consequences preview={single.preview} endedElement={tasks[0]?.elementId ?? ''} resumes={act === 'resume'} />
        )}
        {!many && single?.problem && <p className="fault">{single.problem.message || words.state.unreachable}</p>}
      </div>
      <p role="alert" className="fault">
        {refusal}
      </p>
    </Dialog>
  );
}
