import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useRef, useState } from 'react';
import type { Opened, Procedure } from '../../../api/recurring/recurring.schema.ts';
import { periodsOfYear } from '../../../../domain/opening-cycle.ts';
import { Dialog } from '../parts/dialog.tsx';
import { useNames } from '../parts/names.ts';
import { newActKey } from '../server/act-key.ts';
import { today } from '../time/dates.ts';
import { useWords } from '../words/words.tsx';
import { openNow } from './recurring.queries.ts';

interface OpenNowDialogProps {
  readonly procedure: Procedure;
  readonly onClose: () => void;
}

/** 立即开启: a period is chosen, what would be opened is seen, then it is opened. */
export function OpenNowDialog({ procedure: { id, name, cycle, next }, onClose }: OpenNowDialogProps) {
  const { recurring, act } = useWords();
  const queries = useQueryClient();
  const year = Number(today().slice(0, 4));
  const periods = [year - 1, year, year + 1].flatMap((one) => periodsOfYear(cycle, one)).map(({ key }) => key);
  const [period, setPeriod] = useState(next?.period ?? periods[0] ?? '');
  const key = useRef(newActKey());
  const tried = useQuery({
    queryKey: ['recurring', id, 'open', period],
    queryFn: () => openNow(id, period, { preview: true }),
    retry: false,
  });
  const opening = useMutation({
    mutationFn: () => openNow(id, period, { preview: false, key: key.current }),
    onSettled: () => queries.invalidateQueries({ queryKey: ['recurring'] }),
    onError: () => (key.current = newActKey()),
  });
  const left = tried.data?.items.filter(({ standing }) => standing === 'new').length ?? 0;
  const error = opening.error ?? tried.error;
  return (
    <Dialog
      title={`${recurring.acts.open}：${name}`}
      wide
      onClose={onClose}
      actions={
        <>
          <button type="button" className="button" onClick={onClose}>
            {act.cancel}
          </button>
          {!opening.data && left > 0 && (
            <button
              type="button"
              className="button primary"
              aria-disabled={opening.isPending}
              onClick={() => opening.isPending || opening.mutate()}
            >
              {recurring.openMany(left)}
            </button>
          )}
        </>
      }
    >
      <label className="stacked">
        {recurring.period}
        <select
          className="field"
          value={period}
          onChange={(event) => setPeriod(event.target.value)}
          disabled={opening.isSuccess}
        >
          {periods.map((one) => (
            <option key={one}>{one}</option>
          ))}
        </select>
      </label>
      {error && (
        <p role="alert" className="fault">
          {error.message}
        </p>
      )}
      <div role="status">
        {opening.data && <p>{opening.data.settled ? recurring.openedNow : recurring.stillOpening}</p>}
        <OpenedItems opened={opening.data ?? tried.data} />
      </div>
    </Dialog>
  );
}

function OpenedItems({ opened }: { readonly opened: Opened | undefined }) {
  const { recurring, join } = useWords();
  const names = useNames();
  if (!opened) return <p className="quiet">{recurring.checking}</p>;
  return (
    <>
      <ul>
        {opened.items.map(({ id, title, standing, caseId, problem }) => (
          <li key={id}>
            {caseId === null ? (
              title
            ) : (
              <Link to="/cases/$id/$tab" params={{ id: caseId, tab: 'overview' }}>
                {title}
              </Link>
            )}{' '}
            <span className="quiet">{recurring.standings[standing]}</span>
            {problem !== null && <span className="fault"> {problem}</span>}
          </li>
        ))}
      </ul>
      {opened.items.length === 0 && <p className="empty">{recurring.nobody}</p>}
      {opened.unmanned.length > 0 && (
        <p className="quiet">{recurring.unmanned(opened.unmanned.map(names.agency).join(join))}</p>
      )}
    </>
  );
}
