import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { Procedure } from '../../../api/recurring/recurring.schema.ts';
import { EntryDialog } from '../parts/entry-dialog.tsx';
import type { Entry } from '../parts/entry-dialog.tsx';
import { people } from '../parts/finders.ts';
import { useWords } from '../words/words.tsx';
import { changeProcedure, changeTried } from './recurring.queries.ts';
import { WhyThen } from './why-then.tsx';

interface ChangeDialogProps {
  readonly procedure: Procedure;
  readonly onClose: () => void;
}

/** When it opens, for how long and in whose name; what comes of it is seen before it is done. */
export function ChangeDialog({ procedure, onClose }: ChangeDialogProps) {
  const { recurring } = useWords();
  const { fields } = recurring;
  const queries = useQueryClient();
  const { id, name, cycle, opens, owner, startsOn, endsOn, note, afterBatch } = procedure;
  const cycles = Object.entries(recurring.cycles);
  return (
    <EntryDialog
      title={`${recurring.acts.change}：${name}`}
      act={recurring.acts.change}
      fields={[
        { name: 'cycle', label: fields.cycle, kind: 'choice', choices: cycles, required: true },
        { name: 'opens', label: fields.opens, required: true, help: recurring.opensHelp },
        { name: 'owner', label: fields.owner, kind: 'pick', find: people, required: true },
        { name: 'startsOn', label: fields.startsOn, kind: 'day', required: true, help: recurring.startsOnHelp },
        { name: 'endsOn', label: fields.endsOn, kind: 'day' },
        { name: 'missed', label: recurring.missedQuestion, kind: 'choice', choices: recurring.missedChoices },
        ...(procedure.work === 'rules'
          ? [{ name: 'afterBatch', label: recurring.afterBatch, kind: 'check' } as const]
          : []),
        { name: 'note', label: fields.note, kind: 'long' },
        { name: 'reason', label: fields.reason },
      ]}
      initial={{ cycle, opens, owner, startsOn, endsOn: endsOn ?? '', note, missed: 'open', afterBatch }}
      onSubmit={(entry, key) => changeProcedure(id, bodyOf(entry), key)}
      onClose={onClose}
      onDone={() => void queries.invalidateQueries({ queryKey: ['recurring'] }).then(onClose)}
    >
      {(entry) => <WouldOpen id={id} entry={entry} />}
    </EntryDialog>
  );
}

/** What was left empty is taken away: an end, a note. */
const bodyOf = (entry: Entry): object => ({ ...entry, endsOn: entry['endsOn'] ?? null, note: entry['note'] ?? '' });

function WouldOpen({ id, entry }: { readonly id: string; readonly entry: Entry }) {
  const { recurring } = useWords();
  const { reason: _reason, ...body } = entry;
  const { data, error } = useQuery({
    queryKey: ['recurring', id, 'tried', body],
    queryFn: () => changeTried(id, bodyOf(body)),
    retry: false,
  });
  return (
    <section className="readonly" role="status" aria-label={recurring.would}>
      <h3>{recurring.would}</h3>
      {error && <p className="quiet">{error.message}</p>}
      {data && (data.next ? <WhyThen next={data.next} /> : recurring.noNext)}
      {data && data.counts.missed > 0 && <p>{recurring.missed(data.counts.missed)}</p>}
    </section>
  );
}
