import { usePageTitle } from '../frame/page-title.ts';
import { useWords } from '../words/words.tsx';

export function HelpPage() {
  const { help, pageHelp } = useWords();
  usePageTitle(help.title);
  return (
    <>
      <div className="page-head">
        <h1>{help.title}</h1>
      </div>
      {Object.entries(help.topics).map(([topic, [title, text]]) => (
        <section key={topic} id={topic} className="panel">
          <h2>{title}</h2>
          <p>{text}</p>
        </section>
      ))}
      <section className="panel">
        <h2>{pageHelp.all}</h2>
        {Object.entries(pageHelp.topics).map(([topic, [title, ...lines]]) => (
          <details key={topic} id={`page-${topic}`}>
            <summary>{title}</summary>
            <ul className="help-lines">
              {lines.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
          </details>
        ))}
      </section>
    </>
  );
}
