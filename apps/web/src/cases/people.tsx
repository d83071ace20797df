import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CasePeople } from '../../../api/case-people/people.controller.ts';
import { useNames } from '../parts/names.ts';
import { Reading } from '../parts/reading.tsx';
import { casePeopleQuery } from '../server/queries.ts';
import { dayOf, dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';

const shown = 6;

/** 人员: who has had what in hand, and which steps wait for somebody to take them. */
export function People({ caseId }: { readonly caseId: string }) {
  const { words } = useSpeaking();
  const names = useNames();
  const query = useQuery(casePeopleQuery(caseId));
  const { data } = query;
  const { columns, opened, offered, none } = words.casePeople;
  if (!data) return <Reading query={query} />;
  return (
    <div className="stack">
      <table className="plain-table panel">
        <thead>
          <tr>
            <th scope="col">{columns.person}</th>
            <th scope="col">{columns.steps}</th>
          </tr>
        </thead>
        <tbody>
          {data.people.map((person) => (
            <tr key={person.user}>
              <th scope="row">
                <strong>{person.name}</strong>
                <div className="second-line">{names.agency(person.agency)}</div>
                {person.opened && <span className="chip plain">{opened}</span>}
              </th>
              <td>
                {person.steps.length === 0 ? <span className="quiet">{none}</span> : <Steps steps={person.steps} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.offered.length > 0 && (
        <section className="panel">
          <h2>{offered}</h2>
          <ul className="opinions">
            {data.offered.map(({ name, role, agency }, index) => (
              <li key={`${name} ${String(index)}`}>
                {words.story.step(name)} {names.agency(agency)} {names.role(role)}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Steps({ steps }: { readonly steps: CasePeople['people'][number]['steps'] }) {
  const { words, language } = useSpeaking();
  const line = ({ taskId, name, status, outcome, at }: (typeof steps)[number]) => (
    <li key={taskId}>
      <Link to="/tasks/$id" params={{ id: taskId }}>
        {name}
      </Link>{' '}
      <span className="chip plain">{words.task.statuses[status]}</span> {outcome}{' '}
      <span className="quiet nowrap">{dayText(dayOf(at), today(), language)}</span>
    </li>
  );
  return (
    <>
      <ul className="steps-of-person">{steps.slice(0, shown).map(line)}</ul>
      {steps.length > shown && (
        <details>
          <summary>{words.casePeople.more(steps.length - shown)}</summary>
          <ul className="steps-of-person">{steps.slice(shown).map(line)}</ul>
        </details>
      )}
    </>
  );
}
