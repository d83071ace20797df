import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Reading } from '../parts/reading.tsx';
import { callText } from '../server/call.ts';
import { useWords } from '../words/words.tsx';
import { DiagramView } from './diagram-view.tsx';

const nothing = () => undefined;
const noMarks = {};

/** A published procedure, not yet a case. */
export function Picture({ definitionKey, name }: { readonly definitionKey: string; readonly name: string }) {
  const { diagram } = useWords();
  const [asText, setAsText] = useState(false);
  const query = useQuery({
    queryKey: ['definition', definitionKey, 'xml'],
    queryFn: ({ signal }) =>
      callText(`/definitions/${encodeURIComponent(definitionKey)}`, { accept: 'application/xml', signal }),
    staleTime: 60_000,
  });
  const { data } = query;
  if (data === undefined) return <Reading query={query} />;
  return (
    <>
      <div className="row-actions">
        <button type="button" className="button small" aria-pressed={asText} onClick={() => setAsText(!asText)}>
          {diagram.text}
        </button>
      </div>
      <DiagramView xml={data} name={name} marks={noMarks} onChoose={nothing} asText={asText} small />
    </>
  );
}
