import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { ListDetail, Sample } from '../../../api/duties/duty.schema.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { ServerAct } from '../parts/server-act.tsx';
import { useWords } from '../words/words.tsx';
import { dutySampleQuery } from './duties.queries.ts';
import { SampleLots } from './sample-lots.tsx';
import { useSamplingFields, withShare } from './sampling-fields.ts';

/** How a list is checked by sample: seed and rule, what each stratum gives, and every lot for whoever wants to draw it again. */
export function SamplePanel({ list }: { readonly list: ListDetail }) {
  const { duties } = useWords();
  const { sample: words } = duties;
  const [half, setHalf] = useState<string>();
  const [changing, setChanging] = useState(false);
  const sampling = useSamplingFields();
  const query = useQuery(dutySampleQuery(list.id, half));
  const percent = Math.round(list.sampleShare * 10_000) / 100;
  return (
    <section className="panel">
      <h2>{words.title}</h2>
      {list.status === 'draft' && (
        <button type="button" className="button small" onClick={() => setChanging(true)}>
          {words.change}
        </button>
      )}
      {query.data ? <Drawn sample={query.data} percent={percent} onHalf={setHalf} /> : <Reading query={query} />}
      {changing && (
        <ServerAct
          title={words.change}
          path={`/duties/lists/${encodeURIComponent(list.id)}/sampling`}
          area="duties"
          initial={{ sampleShare: String(percent), strata: list.strata }}
          fields={[...sampling, { name: 'reason', label: duties.reason, kind: 'long' }]}
          bodyOf={withShare}
          onClose={() => setChanging(false)}
        />
      )}
    </section>
  );
}

interface DrawnProps {
  readonly sample: Sample;
  readonly percent: number;
  readonly onHalf: (half: string) => void;
}

function Drawn({ sample, percent, onHalf }: DrawnProps) {
  const { duties } = useWords();
  const { sample: words } = duties;
  const names = useNames();
  const [open, setOpen] = useState<string | null>(null);
  const nameOf = (stratum: string): string => {
    if (sample.strata === 'unit') return names.agency(stratum);
    if (sample.strata === 'marks') return stratum === 'marked' ? words.marked : words.unmarked;
    return stratum === '' ? words.whole : stratum;
  };
  return (
    <>
      <p className="quiet">{words.rule(percent, words.strata[sample.strata], sample.seed)}</p>
      <div className="filters">
        <label>
          {words.half}
          <select className="field" value={sample.half} onChange={(event) => onHalf(event.target.value)}>
            {sample.halves.map((half) => (
              <option key={half} value={half}>
                {words.halfName(half)}
              </option>
            ))}
          </select>
        </label>
        <span>{sample.total === 0 ? words.none : words.counts(sample.total, sample.asked, sample.drawn)}</span>
      </div>
      <div className="scroller" role="region" aria-label={words.title} tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.columns.stratum}</th>
              <th scope="col">{words.columns.size}</th>
              <th scope="col">{words.columns.quota}</th>
            </tr>
          </thead>
          <tbody>
            {sample.parts.map(({ stratum, size, quota }) => [
              <tr key={stratum}>
                <th scope="row">
                  <button
                    type="button"
                    className="as-link"
                    aria-expanded={open === stratum}
                    onClick={() => setOpen(open === stratum ? null : stratum)}
                  >
                    {nameOf(stratum)}
                  </button>
                </th>
                <td>{size}</td>
                <td>{quota}</td>
              </tr>,
              open === stratum && (
                <tr key={`${stratum} lots`}>
                  <td colSpan={3}>
                    <SampleLots list={sample.list} half={sample.half} stratum={stratum} />
                  </td>
                </tr>
              ),
            ])}
          </tbody>
        </table>
      </div>
    </>
  );
}
