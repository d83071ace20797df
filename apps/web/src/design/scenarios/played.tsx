import { useMemo } from 'react';
import type { PlayedScenarios } from '../../../../api/design/scenario.schema.ts';
import { DiagramView } from '../../diagram/diagram-view.tsx';
import type { Marks } from '../../diagram/marks.ts';
import { elementsIn } from '../../diagram/named-elements.ts';
import { useScenarioWords } from './scenario-words.ts';

interface PlayedProps {
  readonly name: string;
  /** The document as it was played. */
  readonly xml: string;
  readonly answer: PlayedScenarios;
}

const nothing = () => undefined;

/** Which scenarios passed, and the picture: green where they went, red where nobody has gone. */
export function Played({ name, xml, answer }: PlayedProps) {
  const { scenarios } = useScenarioWords();
  const { covered, unreadable } = answer;
  const { elements, flows, missedElements, missedFlows } = covered;
  const marks = useMemo((): Marks => {
    const walked = { look: 'added', sign: '✓', label: scenarios.covered };
    const missed = { look: 'removed', sign: '−', label: scenarios.missed };
    const of = (ids: readonly string[], mark: Marks[string]) => ids.map((id) => [id, mark] as const);
    return Object.fromEntries([
      ...of([...elements, ...flows], walked),
      ...of([...missedElements, ...missedFlows], missed),
    ]);
  }, [elements, flows, missedElements, missedFlows, scenarios]);
  const left = useMemo(() => {
    const names = new Map(elementsIn(xml).map(({ id, name: called }) => [id, called]));
    return [...missedElements, ...missedFlows].map((id) => ({ id, name: names.get(id) ?? id }));
  }, [xml, missedElements, missedFlows]);
  return (
    <>
      <section className="panel" aria-label={scenarios.results}>
        <h2>{scenarios.results}</h2>
        <Rows answer={answer} />
        {unreadable.map(({ file, line, message }) => (
          <p key={`${file} ${line} ${message}`} className="fault">
            {scenarios.line(file, line)}：{message}
          </p>
        ))}
      </section>
      <section className="panel" aria-label={scenarios.title}>
        <p className="legend">
          <span className="step-state added">✓ {scenarios.covered}</span>
          <span className="step-state removed">− {scenarios.missed}</span>
          <span>
            {scenarios.coverage(
              elements.length,
              elements.length + missedElements.length,
              flows.length,
              flows.length + missedFlows.length,
            )}
          </span>
        </p>
        <DiagramView xml={xml} name={name} marks={marks} onChoose={nothing} asText={false} />
        <h2>{scenarios.missedList}</h2>
        {left.length === 0 ? (
          <p>{scenarios.allWalked}</p>
        ) : (
          <ul className="told">
            {left.map(({ id, name: called }) => (
              <li key={id}>
                {called} <code className="quiet">{id}</code>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  );
}

function Rows({ answer }: { readonly answer: PlayedScenarios }) {
  const { scenarios } = useScenarioWords();
  if (answer.scenarios.length === 0) return <p>{scenarios.noneOfRelease}</p>;
  return (
    <div className="scroller" role="region" tabIndex={0} aria-label={scenarios.which}>
      <table className="plain-table" aria-label={scenarios.which}>
        <thead>
          <tr>
            <th scope="col">{scenarios.columns.result}</th>
            <th scope="col">{scenarios.columns.title}</th>
            <th scope="col">{scenarios.columns.file}</th>
            <th scope="col">{scenarios.columns.steps}</th>
          </tr>
        </thead>
        <tbody>
          {answer.scenarios.map(({ title, file, steps, surprise }) => (
            <tr key={`${file} ${title}`}>
              <td className="nowrap">
                <span className={`chip ${surprise === null ? 'plain' : 'late'}`}>
                  {surprise === null ? `✓ ${scenarios.passed}` : `✕ ${scenarios.failed}`}
                </span>
              </td>
              <td>
                {title}
                {surprise !== null && <div className="fault">{surprise}</div>}
              </td>
              <td className="quiet">{file}</td>
              <td className="number">{steps}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
