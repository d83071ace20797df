import { useNavigate } from '@tanstack/react-router';
import type { ListDetail } from '../../../api/duties/duty.schema.ts';
import { ServerAct } from '../parts/server-act.tsx';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { useSamplingFields, withShare } from './sampling-fields.ts';

/** A list of a year, empty until its items come from a sheet. */
export function NewList({ onClose }: { readonly onClose: () => void }) {
  const { duties } = useWords();
  const { create, columns } = duties;
  const navigate = useNavigate();
  const sampling = useSamplingFields();
  return (
    <ServerAct<ListDetail>
      title={create.title}
      path="/duties/lists"
      area="duties"
      initial={{ year: today().slice(0, 4), sampleShare: '20', strata: 'unit' }}
      bodyOf={(entry) => ({ ...withShare(entry), year: Number(entry['year']) })}
      fields={[
        { name: 'name', label: columns.name, required: true },
        { name: 'id', label: create.id, required: true, help: create.idHelp },
        { name: 'year', label: columns.year, required: true },
        { name: 'startsOn', label: create.startsOn, kind: 'day', help: create.startsOnHelp },
        ...sampling,
        { name: 'reason', label: duties.reason, kind: 'long' },
      ]}
      onClose={onClose}
      onDone={({ id }) => void navigate({ to: '/duties/$id', params: { id } })}
    />
  );
}
