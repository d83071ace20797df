import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import '../../look/design.css';
import { usePageTitle } from '../../frame/page-title.ts';
import { useNames } from '../../parts/names.ts';
import { Reading } from '../../parts/reading.tsx';
import { dayOf, dayText, today } from '../../time/dates.ts';
import { useSpeaking } from '../../words/words.tsx';
import { ruleVersionsQuery } from '../platform.queries.ts';
import { RuleActs } from './rule-acts.tsx';
import { RuleLogic } from './rule-logic.tsx';
import { RuleTrial } from './rule-trial.tsx';

const route = getRouteApi('/inside/platform/rules/$key');

/** One rule: what it says, what it would have said of a year, whether it is on, and all its versions. */
export function RulePage() {
  const { words, language } = useSpeaking();
  const { platform, rule: said } = words;
  const names = useNames();
  const { key } = route.useParams();
  const query = useQuery(ruleVersionsQuery(key));
  const [rule] = query.data?.items ?? [];
  usePageTitle(platform.title, rule?.name);
  if (!query.data || !rule) return <Reading query={query} />;
  return (
    <>
      <div className="page-head">
        <Link to="/platform">{platform.title}</Link>
        <h1>
          {rule.name} <span className="quiet">v{rule.version}</span>
        </h1>
        <span className="chip plain">{platform.ruleStates[rule.status]}</span>
      </div>
      <p className="purpose">
        {said.indicator}{' '}
        <Link to="/platform/indicators/$key" params={{ key: rule.indicator }}>
          {rule.indicator}
        </Link>
        {rule.inputs.map(({ name, indicator }) => (
          <span key={name}>
            ；{name} ={' '}
            <Link to="/platform/indicators/$key" params={{ key: indicator }}>
              {indicator}
            </Link>
          </span>
        ))}
        。{platform.learnt(rule.learnt)}
      </p>
      {rule.mayKeep && <RuleActs rule={rule} inForce={query.data.items.find(({ status }) => status === 'on')} />}
      <div className="stack">
        <section className="panel">
          <h2>{said.kinds[rule.dmn === null ? 'feel' : 'dmn']}</h2>
          <RuleLogic rule={rule} />
        </section>
        {rule.mayKeep && (
          <section className="panel">
            <h2>{said.trial}</h2>
            <RuleTrial rule={rule} />
          </section>
        )}
        <section className="panel">
          <h2>{said.versions}</h2>
          <div className="scroller" role="region" aria-label={said.versions} tabIndex={0}>
            <table className="plain-table">
              <thead>
                <tr>
                  {said.versionColumns.map((column) => (
                    <th scope="col" key={column}>
                      {column}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {query.data.items.map((one) => (
                  <tr key={one.version}>
                    <th scope="row">v{one.version}</th>
                    <td className="nowrap">{platform.ruleStates[one.status]}</td>
                    <td className="nowrap">{names.person(one.madeBy)}</td>
                    <td className="nowrap">{dayText(dayOf(one.madeAt), today(), language)}</td>
                    <td>{one.reason}</td>
                    <td>{platform.learnt(one.learnt)}</td>
                    <td>
                      <details>
                        <summary>{said.look}</summary>
                        <RuleLogic rule={{ ...one, name: `${one.name} v${one.version}` }} />
                      </details>
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </section>
      </div>
    </>
  );
}
