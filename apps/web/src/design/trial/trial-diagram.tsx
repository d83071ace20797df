import { useQuery } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import type { Case } from '../../../../api/cases/case.schema.ts';
import { DiagramView } from '../../diagram/diagram-view.tsx';
import { Legend } from '../../diagram/legend.tsx';
import { marksOfStates, standing } from '../../diagram/states.ts';
import type { Step } from '../../diagram/steps.ts';
import { Reading } from '../../parts/reading.tsx';
import { diagramQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';

interface TrialDiagramProps {
  readonly matter: Case;
  readonly chosen: string | undefined;
  readonly onChoose: (id: string) => void;
}

const narrow = matchMedia('(max-width: 640px)');

/** Where the trial stands on its drawing. */
export function TrialDiagram({ matter, chosen, onChoose }: TrialDiagramProps) {
  const { words } = useDesign();
  const [asText, setAsText] = useState(narrow.matches);
  const query = useQuery(diagramQuery(matter.id));
  const elements = query.data?.elements;
  const marks = useMemo(() => marksOfStates(elements ?? {}, words.diagram), [elements, words]);
  const placeOf = useCallback((steps: readonly Step[]) => standing(elements ?? {}, steps), [elements]);
  if (!query.data) return <Reading query={query} />;
  return (
    <>
      <DiagramView
        xml={query.data.bpmn}
        name={matter.title}
        marks={marks}
        placeOf={placeOf}
        onChoose={onChoose}
        asText={asText}
        {...(chosen ? { chosen } : {})}
      >
        <button type="button" className="button small" aria-pressed={asText} onClick={() => setAsText(!asText)}>
          {words.diagram.text}
        </button>
      </DiagramView>
      <Legend />
    </>
  );
}
