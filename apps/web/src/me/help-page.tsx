import { usePageTitle } from '../frame/page-title.ts';
import { useWords } from '../words/words.tsx';

export function HelpPage() {
  const { help } = useWords();
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
    </>
  );
}
