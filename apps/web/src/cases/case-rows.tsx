import { Link } from '@tanstack/react-router';
import type { CaseSummary } from '../../../api/cases/case.schema.ts';
import type { DefinitionList } from '../../../api/definitions/definition.schema.ts';
import { useNames } from '../parts/names.ts';
import { SecrecyMark } from '../parts/secrecy-mark.tsx';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const justBefore = (instant: string): number => new Date(instant).getTime() - 1;

interface CaseRowsProps {
  readonly rows: readonly CaseSummary[];
  readonly definitions: DefinitionList['items'];
}

export function CaseRows({ rows, definitions }: CaseRowsProps) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const { columns, statuses } = words.cases;
  const nameOf = (key: string) => definitions.find((definition) => definition.key === key)?.name ?? key;
  return (
    <table className="work-table cases-table" aria-label={words.cases.title}>
      <thead>
        <tr>
          <th scope="col">{columns.title}</th>
          <th scope="col" className="secrecy">
            {columns.procedure}
          </th>
          <th scope="col">{columns.status}</th>
          <th scope="col" className="from">
            {columns.agencies}
          </th>
          <th scope="col">{columns.due}</th>
          <th scope="col" className="holder">
            {columns.opened}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id} className="row">
            <td className="matter">
              <Link to="/cases/$id/$tab" params={{ id: row.id, tab: 'overview' }} className="row-link">
                {row.title}
              </Link>{' '}
              <SecrecyMark level={row.secrecy} />
              <div className="second-line">
                <span className="nowrap">{row.number}</span>
                {row.trial && ` · ${words.cases.trial}`}
              </div>
            </td>
            <td className="secrecy">{nameOf(row.definitionKey)}</td>
            <td className="step">
              <span className={`chip ${row.status === 'incident' ? 'late' : 'plain'}`}>{statuses[row.status]}</span>
            </td>
            <td className="from">{row.agencies.map(names.agency).join(words.join)}</td>
            <td className="due">
              {row.nextDueAt && row.endedAt === null && (
                <>
                  <span className="nowrap">{dayText(dayOf(justBefore(row.nextDueAt)), today(), language)}</span>{' '}
                  {row.overdue && <span className="chip late">⚠ {words.due.groups.late}</span>}
                </>
              )}
            </td>
            <td className="holder nowrap">{dayText(dayOf(row.openedAt), today(), language)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
