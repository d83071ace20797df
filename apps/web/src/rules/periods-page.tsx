import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ChoiceFilter, Filters, SearchFilter, useAddress } from '../admin/address-filters.tsx';
import { Reading } from '../parts/reading.tsx';
import { Rows } from '../parts/rows.tsx';
import { useWords } from '../words/words.tsx';
import { lengthText } from './length-text.ts';
import { RulesHead } from './rules-head.tsx';
import { periodsQuery } from './rules.queries.ts';

/** 期限: how long each may take, from when, by which law and how sure that is. */
export function PeriodsPage() {
  const words = useWords();
  const { rules, mechanisms } = words;
  const [{ q = '', confidence, clock }] = useAddress();
  const query = useQuery(periodsQuery);
  if (!query.data) return <Reading query={query} />;
  const items = query.data.items.filter(
    (period) =>
      [period.key, period.name, period.basis, period.start].some((text) => text.includes(q)) &&
      (confidence === undefined || period.confidence === confidence) &&
      (clock === undefined || period.clock === clock),
  );
  const { columns } = rules;
  return (
    <>
      <RulesHead current="periods" about={rules.count(items.length)} />
      <Filters>
        <SearchFilter label={rules.searchPeriods} />
        <ChoiceFilter name="confidence" label={columns.confidence} choices={Object.entries(mechanisms.confidences)} />
        <ChoiceFilter name="clock" label={columns.clock} choices={Object.entries(rules.clocks)} />
      </Filters>
      {items.length === 0 && <p className="empty">{rules.noPeriods}</p>}
      {items.length > 0 && (
        <Rows
          label={rules.pages.periods}
          rows={items}
          rowKey={({ key }) => key}
          columns={[
            {
              key: 'name',
              label: columns.name,
              cell: ({ key, name }) => (
                <>
                  <Link to="/admin/periods/$key" params={{ key }}>
                    {name}
                  </Link>
                  <div className="second-line nowrap">{key}</div>
                </>
              ),
            },
            {
              key: 'length',
              label: columns.length,
              cell: (period) => (
                <>
                  {lengthText(words, period)}
                  <div className="second-line">{mechanisms.from(period.start)}</div>
                </>
              ),
            },
            { key: 'clock', label: columns.clock, narrow: true, cell: (period) => rules.clocks[period.clock] },
            { key: 'basis', label: columns.basis, cell: ({ basis }) => basis },
            {
              key: 'confidence',
              label: columns.confidence,
              narrow: true,
              cell: (period) => mechanisms.confidences[period.confidence] ?? period.confidence,
            },
            {
              key: 'ladder',
              label: columns.ladder,
              narrow: true,
              cell: ({ ladder, upTo }) =>
                ladder && (
                  <>
                    <Link to="/admin/ladders/$key" params={{ key: ladder }}>
                      {ladder}
                    </Link>
                    {upTo && ` L1—L${upTo}`}
                  </>
                ),
            },
          ]}
        />
      )}
    </>
  );
}
