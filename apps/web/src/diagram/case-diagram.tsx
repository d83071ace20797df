import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Case } from '../../../api/cases/case.schema.ts';
import { Reading } from '../parts/reading.tsx';
import { diagramQuery } from '../server/queries.ts';
import { useWords } from '../words/words.tsx';
import { ChosenStep } from './chosen-step.tsx';
import { DiagramView } from './diagram-view.tsx';
import { Legend } from './legend.tsx';
import { marksOfStates, standing } from './states.ts';
import type { Step } from './steps.ts';

const route = getRouteApi('/inside/cases/$id/$tab');
const narrow = matchMedia('(max-width: 640px)');

/** What the drawing calls an element. */
function nameIn(bpmn: string, id: string): string | undefined {
  const found = new DOMParser().parseFromString(bpmn, 'application/xml').querySelector(`[id="${CSS.escape(id)}"]`);
  return found?.getAttribute('name') ?? undefined;
}

/** Where the case stands on its procedure; on a phone in words first. */
export function CaseDiagram({ matter }: { readonly matter: Case }) {
  const { diagram } = useWords();
  const query = useQuery(diagramQuery(matter.id));
  const { data } = query;
  const { element, as } = route.useSearch();
  const navigate = route.useNavigate();
  const asText = as === 'text' || (as === undefined && narrow.matches);
  const change = useCallback(
    (changes: { element?: string; as?: string }) =>
      void navigate({ to: '.', search: (before) => ({ ...before, ...changes }), replace: true }),
    [navigate],
  );
  const choose = useCallback((id: string) => change({ element: id }), [change]);
  const elements = data?.elements;
  const marks = useMemo(() => marksOfStates(elements ?? {}, diagram), [elements, diagram]);
  const placeOf = useCallback((steps: readonly Step[]) => standing(elements ?? {}, steps), [elements]);
  if (!data) return <Reading query={query} />;
  return (
    <div className="in-turn">
      <DiagramView
        xml={data.bpmn}
        name={matter.title}
        marks={marks}
        placeOf={placeOf}
        onChoose={choose}
        asText={asText}
        {...(element ? { chosen: element } : {})}
      >
        <button type="button" className="button small" aria-pressed={!asText} onClick={() => change({ as: 'picture' })}>
          {diagram.picture}
        </button>
        <button type="button" className="button small" aria-pressed={asText} onClick={() => change({ as: 'text' })}>
          {diagram.text}
        </button>
      </DiagramView>
      <Legend />
      {element && (
        <ChosenStep
          key={element}
          matter={matter}
          elementId={element}
          name={nameIn(data.bpmn, element)}
          inside={data.inside[element] ?? []}
        />
      )}
    </div>
  );
}
