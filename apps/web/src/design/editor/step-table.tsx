import { useState } from 'react';
import { useDesign } from '../design-words.ts';
import type { Checked } from '../use-judged.ts';
import { useSketch } from './use-sketch.ts';
import type { Sketch } from './sketch.ts';
import { LaneForm } from './lane-form.tsx';
import { StepRow } from './step-row.tsx';
import { laneOf, lanesOf, stepsInOrder } from './table.ts';

interface StepTableProps {
  readonly sketch: Sketch;
  readonly checked: Checked;
}

/** 环节表: the whole drawing as a table, and everything that can be drawn without a mouse. */
export function StepTable({ sketch, checked }: StepTableProps) {
  const { design } = useDesign();
  useSketch(sketch);
  const [adding, setAdding] = useState<string | null>(null);
  const lanes = lanesOf(sketch);
  const chosen = sketch.chosen()?.businessObject.id;
  return (
    <>
      <div className="scroller" role="region" tabIndex={0} aria-label={design.table.title}>
        <table className="plain-table step-table" aria-label={design.table.title}>
          <thead>
            <tr>
              <th scope="col">{design.table.number}</th>
              <th scope="col">{design.table.name}</th>
              <th scope="col">{design.table.type}</th>
              <th scope="col">{design.table.lane}</th>
              <th scope="col">{design.table.next}</th>
              <th scope="col">{design.table.acts}</th>
            </tr>
          </thead>
          <tbody>
            {stepsInOrder(sketch).map((step, index) => (
              <StepRow
                key={step.id}
                sketch={sketch}
                step={step}
                number={index + 1}
                lanes={lanes}
                lane={laneOf(sketch, step)}
                isChosen={chosen === step.id}
                problems={
                  [...checked.defects, ...checked.warnings].filter(({ elementId }) => elementId === step.id).length
                }
                adding={adding === step.id}
                onAdding={(open) => setAdding(open ? step.id : null)}
              />
            ))}
          </tbody>
        </table>
      </div>
      <LaneForm sketch={sketch} />
    </>
  );
}
