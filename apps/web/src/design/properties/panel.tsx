import { useMemo } from 'react';
import type { Defect } from '../../server/problem.ts';
import { useDesign } from '../design-words.ts';
import type { Moddle } from '../editor/services.ts';
import type { Sketch } from '../editor/sketch.ts';
import { useSketch } from '../editor/use-sketch.ts';
import type { Subject } from './binding.ts';
import { Branches } from './branches.tsx';
import type { Group } from './field.ts';
import { FieldRow } from './field-row.tsx';
import { groupsOf } from './groups.ts';
import { Mappings } from './mappings.tsx';
import { ProcessVariables } from './process-variables.tsx';

interface PanelProps {
  readonly sketch: Sketch;
  readonly defects: readonly Defect[];
}

/** The properties of what is chosen; of the procedure itself when nothing is. */
export function Panel({ sketch, defects }: PanelProps) {
  const { design } = useDesign();
  useSketch(sketch);
  const subject = subjectOf(sketch);
  const { object, element } = subject;
  const own = useMemo(() => defects.filter(({ elementId }) => elementId === object.id), [defects, object.id]);
  const groups = groupsOf(subject).filter(({ when }) => when?.(subject) ?? true);
  return (
    <section className="properties" aria-label={design.properties}>
      <h2>
        {design.types[typeOf(object)] ?? typeOf(object)}
        {object.get<string>('name') ? `「${object.get<string>('name')}」` : ''}
      </h2>
      <p className="quiet">
        {design.code} <code>{object.id}</code>
      </p>
      {groups.map((group, index) => (
        <details
          key={`${object.id} ${group.name}`}
          open={index < 2 || group.name === 'deadline' || isUsed(group, subject) || undefined}
        >
          <summary>{design.groups[group.name as keyof typeof design.groups]}</summary>
          <div className="form">
            {group.fields
              .filter(({ when }) => when?.(subject) ?? true)
              .map((field) => (
                <FieldRow
                  key={`${object.id} ${field.name}`}
                  subject={subject}
                  field={field}
                  faults={own.filter(({ path }) => path !== undefined && field.paths.includes(path))}
                />
              ))}
            {group.part === 'mappings' && <Mappings subject={subject} faults={own} />}
            {group.part === 'branches' && <Branches subject={subject} />}
            {group.part === 'variables' && <ProcessVariables sketch={sketch} element={element} />}
          </div>
        </details>
      ))}
    </section>
  );
}

const typeOf = ({ $type }: Moddle): string => $type.replace('bpmn:', '');

/** What an element already says is in sight; what it leaves open is folded away. */
const isUsed = ({ fields, part }: Group, subject: Subject): boolean =>
  fields.some(({ binding, control }) => {
    if (control.kind === 'switch') return false;
    return binding.get(subject) !== (control.kind === 'choice' ? control.values[0] : '');
  }) || part === 'branches';

function subjectOf(sketch: Sketch): Subject {
  const chosen = sketch.chosen();
  const process = sketch.process();
  const root = sketch.get('canvas').getRootElement();
  if (!chosen) return { sketch, element: root, object: process };
  const { businessObject } = chosen;
  const called = businessObject.get<Moddle>('processRef');
  return { sketch, element: chosen, object: called ?? businessObject };
}
