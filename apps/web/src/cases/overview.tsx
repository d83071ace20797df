import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { Case } from '../../../api/cases/case.schema.ts';
import { useNames } from '../parts/names.ts';
import { Loading } from '../parts/loading.tsx';
import { VariableList } from '../parts/variable-list.tsx';
import { fieldsQuery } from '../server/queries.ts';
import { longDayText, momentText, dayOf } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { CaseDesk } from './operations/case-desk.tsx';
import { RetryIncident } from './retry-incident.tsx';

export function Overview({ matter }: { readonly matter: Case }) {
  const { words, language } = useSpeaking();
  const names = useNames();
  const fields = useQuery(fieldsQuery(matter.id));
  const { cases } = words;
  const today = dayOf(matter.now);
  // What stands below would be pushed down by it.
  if (fields.isPending) return <Loading rows={10} />;
  return (
    <>
      <div className="two">
        <div>
          {matter.incidents.length > 0 && (
            <section className="panel mistakes">
              <h2>{cases.incidents}</h2>
              <ul className="opinions">
                {matter.incidents.map((incident) => (
                  <li key={incident.id}>
                    {incident.message} {incident.remedy && `${cases.remedy}${words.colon}${incident.remedy}`}{' '}
                    <code>{incident.code}</code> <RetryIncident caseId={matter.id} incidentId={incident.id} />
                  </li>
                ))}
              </ul>
            </section>
          )}
          <section className="panel">
            <h2>{cases.one}</h2>
            <dl className="facts">
              <dt>{cases.openedBy}</dt>
              <dd>{names.person(matter.openedBy)}</dd>
              <dt>{cases.columns.opened}</dt>
              <dd>{momentText(matter.openedAt, today, language)}</dd>
              <dt>{cases.startsOn}</dt>
              <dd>{longDayText(matter.startsOn, language)}</dd>
              <dt>{cases.columns.agencies}</dt>
              <dd>{matter.agencies.map(names.agency).join(words.join)}</dd>
              {matter.parentId && (
                <>
                  <dt>{cases.parent}</dt>
                  <dd>
                    <Link to="/cases/$id/$tab" params={{ id: matter.parentId, tab: 'overview' }}>
                      {words.act.open}
                    </Link>
                  </dd>
                </>
              )}
            </dl>
          </section>
        </div>
        <section className="panel">
          <h2>{cases.facts}</h2>
          <VariableList variables={matter.variables} caseId={matter.id} />
        </section>
      </div>
      <CaseDesk matter={matter} />
    </>
  );
}
