import { Link } from '@tanstack/react-router';
import type { Procedure } from '../../../api/recurring/recurring.schema.ts';
import { useNames } from '../parts/names.ts';
import { dayText, today } from '../time/dates.ts';
import { useSpeaking } from '../words/words.tsx';
import { useAudience } from './use-audience.ts';

/** What is opened, for whom, with what, on what ground. */
export function ProcedureFacts({ procedure }: { readonly procedure: Procedure }) {
  const { words, language } = useSpeaking();
  const { recurring } = words;
  const { fields } = recurring;
  const names = useNames();
  const audience = useAudience();
  const { mechanism, definitionKey, definitionName, cycle, opens, basis, confidence, note, owner } = procedure;
  const { variables, startsOn, endsOn, work, subject, afterBatch } = procedure;
  const day = (date: string) => dayText(date, today(), language);
  return (
    <dl className="facts">
      <dt>{fields.definition}</dt>
      <dd>
        {work === 'case' ? '' : `${recurring.works[work]} → `}
        {definitionName ?? definitionKey}{' '}
        {mechanism !== null && (
          <Link to="/mechanisms/$key" params={{ key: mechanism }}>
            {mechanism}
          </Link>
        )}
      </dd>
      <dt>{fields.cycle}</dt>
      <dd>
        {recurring.cycles[cycle]}，{opens}
      </dd>
      <dt>{fields.audience}</dt>
      <dd>{audience(procedure)}</dd>
      {work === 'rules' && (
        <>
          <dt>{recurring.works.rules}</dt>
          <dd>
            {subject === null ? recurring.allRules : recurring.subject(subject)}
            {afterBatch && `；${recurring.afterBatch}`}
          </dd>
        </>
      )}
      <dt>{fields.owner}</dt>
      <dd>{names.person(owner)}</dd>
      <dt>{fields.startsOn}</dt>
      <dd>{endsOn === null ? day(startsOn) : `${day(startsOn)} – ${day(endsOn)}`}</dd>
      <dt>{fields.basis}</dt>
      <dd>
        {basis} <span className="chip plain">{recurring.confidence[confidence]}</span>
      </dd>
      <dt>{fields.variables}</dt>
      <dd>
        <ul>
          {Object.entries(variables).map(([name, value]) => (
            <li key={name}>
              <code>
                {name} = {typeof value === 'string' && value.startsWith('=') ? value.slice(1) : JSON.stringify(value)}
              </code>
            </li>
          ))}
        </ul>
      </dd>
      {note !== '' && (
        <>
          <dt>{fields.note}</dt>
          <dd>{note}</dd>
        </>
      )}
    </dl>
  );
}
