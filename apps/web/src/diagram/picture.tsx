import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Reading } from '../parts/reading.tsx';
import { pictureQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { DiagramView } from './diagram-view.tsx';

const nothing = () => undefined;
const noMarks = {};
const narrow = matchMedia('(max-width: 640px)');

interface PictureProps {
  readonly definitionKey: string;
  readonly name: string;
  readonly version?: number;
  readonly large?: boolean;
}

/** A published procedure, not yet a case; on a phone in words first. */
export function Picture({ definitionKey, name, version, large }: PictureProps) {
  const { diagram } = useWords();
  const [asText, setAsText] = useState(narrow.matches);
  const query = useQuery(pictureQuery(definitionKey, version ?? null));
  const { data } = query;
  if (!data) return <Reading query={query} />;
  return (
    <DiagramView
      xml={data.bpmn}
      name={name}
      marks={noMarks}
      onChoose={nothing}
      asText={asText}
      {...(large ? {} : { small: true })}
    >
      <button type="button" className="button small" aria-pressed={asText} onClick={() => setAsText(!asText)}>
        {diagram.text}
      </button>
    </DiagramView>
  );
}
