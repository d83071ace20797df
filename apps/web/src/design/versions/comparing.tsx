import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import type { Comparison } from '../../../../api/definitions/comparison.schema.ts';
import { DiagramView } from '../../diagram/diagram-view.tsx';
import { elementsIn } from '../../diagram/named-elements.ts';
import type { Marks } from '../../diagram/marks.ts';
import { Reading } from '../../parts/reading.tsx';
import { pictureQuery } from '../../server/queries.ts';
import { useDesign } from '../design-words.ts';
import type { DesignWords } from '../design-words.ts';
import { comparisonQuery, draftQuery } from '../design.queries.ts';
import { Differences } from './differences.tsx';

const route = getRouteApi('/inside/design/$key/versions/$version');

interface ComparingProps {
  readonly code: string;
  readonly name: string;
  readonly version: number;
  /** Another version's number, or `draft`. */
  readonly other: string;
}

/** What differs: the two pictures with their marks, and every difference in words. */
export function Comparing({ code, name, version, other }: ComparingProps) {
  const { design, words } = useDesign();
  const { element } = route.useSearch();
  const navigate = route.useNavigate();
  const isDraft = other === 'draft';
  const draft = useQuery({ ...draftQuery('process', code), enabled: isDraft });
  const drawn = typeof draft.data?.content === 'string' ? draft.data.content : null;
  const before = useQuery(pictureQuery(code, version));
  const after = useQuery({ ...pictureQuery(code, Number(other)), enabled: !isDraft });
  const comparison = useQuery(comparisonQuery(code, version, isDraft ? drawn : Number(other)));
  const { data } = comparison;
  const choose = useCallback(
    (id: string) => void navigate({ search: (was) => ({ ...was, element: id }), replace: true }),
    [navigate],
  );
  const afterXml = isDraft ? drawn : after.data?.bpmn;
  const nameOf = useMemo(() => {
    const named = [before.data?.bpmn, afterXml].flatMap((xml) => (xml ? elementsIn(xml) : []));
    const names = new Map(named.map(({ id, name: called }) => [id, called]));
    return (id: string) => names.get(id) ?? id;
  }, [before.data, afterXml]);
  const marks = useMemo(() => data && marksOf(data, design), [data, design]);
  if (isDraft && draft.data === null) return <p>{design.version.noDraft}</p>;
  if (comparison.error) return <Reading query={comparison} />;
  const pictures = [
    { title: words.cases.version(version), xml: before.data?.bpmn, marks: marks?.before },
    {
      title: isDraft ? design.version.draft : words.cases.version(Number(other)),
      xml: afterXml,
      marks: marks?.after,
    },
  ];
  return (
    <>
      <p className="legend">
        <span className="step-state removed">− {design.version.removed}</span>
        <span className="step-state added">＋ {design.version.added}</span>
        <span className="step-state changed">≠ {design.version.changed}</span>
      </p>
      <div className="two even">
        {pictures.map(({ title, xml, marks: own }) => (
          <section key={title} aria-label={title}>
            <h2>{title}</h2>
            {xml && own && (
              <DiagramView
                xml={xml}
                name={`${name} ${title}`}
                marks={own}
                placeOf={() => Object.keys(own)}
                onChoose={choose}
                asText={false}
                small
                {...(element ? { chosen: element } : {})}
              />
            )}
          </section>
        ))}
      </div>
      {data ? (
        <Differences comparison={data} nameOf={nameOf} chosen={element} onChoose={choose} />
      ) : (
        <Reading query={comparison} />
      )}
    </>
  );
}

/** What is gone stands on the old picture, what is new on the new one, what has changed on both. */
function marksOf({ elements, flows }: Comparison, { version }: DesignWords): { before: Marks; after: Marks } {
  const added = { look: 'added', sign: '＋', label: version.added };
  const removed = { look: 'removed', sign: '−', label: version.removed };
  const changed = { look: 'changed', sign: '≠', label: version.changed };
  const of = (ids: readonly string[], mark: Marks[string]) => ids.map((id) => [id, mark] as const);
  const flowIds = (all: readonly { readonly flowId: string }[]) => all.map(({ flowId }) => flowId);
  const ids = (all: readonly { readonly elementId: string }[]) => all.map(({ elementId }) => elementId);
  return {
    before: Object.fromEntries([
      ...of([...flowIds(flows.removed), ...ids(elements.removed)], removed),
      ...of([...flowIds(flows.changed), ...elements.changed.map(({ elementId, was }) => was ?? elementId)], changed),
    ]),
    after: Object.fromEntries([
      ...of([...flowIds(flows.added), ...ids(elements.added)], added),
      ...of([...flowIds(flows.changed), ...ids(elements.changed)], changed),
    ]),
  };
}
