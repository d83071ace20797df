import { useDesign } from '../design-words.ts';
import { TextControl } from '../properties/text-control.tsx';
import { AddStep } from './add-step.tsx';
import { Next } from './next.tsx';
import type { Drawn } from './services.ts';
import type { Sketch } from './sketch.ts';
import { moveToLane } from './table.ts';

interface StepRowProps {
  readonly sketch: Sketch;
  readonly step: Drawn;
  readonly number: number;
  readonly lanes: readonly Drawn[];
  readonly lane: Drawn | undefined;
  readonly isChosen: boolean;
  readonly problems: number;
  readonly adding: boolean;
  readonly onAdding: (open: boolean) => void;
}

/** One step of the drawing: rename, move to another lane, connect, add after, delete. */
export function StepRow({ sketch, step, number, lanes, lane, isChosen, problems, adding, onAdding }: StepRowProps) {
  const { design } = useDesign();
  const { businessObject } = step;
  const type = design.types[step.type.replace('bpmn:', '')] ?? step.type;
  const name = businessObject.get<string>('name') || `${type} ${number}`;
  const isEnd = step.type === 'bpmn:EndEvent';
  return (
    <>
      <tr className={isChosen ? 'chosen-row' : undefined}>
        <td>
          {number}
          {problems > 0 && (
            <span className="step-sign fault">
              {problems}
              <span className="hidden"> {design.check.title}</span>
            </span>
          )}
        </td>
        <td>
          <TextControl
            shared={{ id: `step-name-${step.id}` }}
            kind="text"
            label={design.table.nameOf(number)}
            value={businessObject.get<string>('name') ?? ''}
            onChange={(next) => sketch.get('modeling').updateProperties(step, { name: next || undefined })}
          />
        </td>
        <td>{type}</td>
        <td>
          {lanes.length > 0 && !step.host && (
            <select
              className="field"
              aria-label={design.table.laneOf(name)}
              value={lane?.id ?? ''}
              onChange={(event) => {
                const to = lanes.find(({ id }) => id === event.target.value);
                if (to) moveToLane(sketch, step, to);
              }}
            >
              {!lane && <option value="">{design.table.noLane}</option>}
              {lanes.map((one) => (
                <option key={one.id} value={one.id}>
                  {one.businessObject.get<string>('name') || one.id}
                </option>
              ))}
            </select>
          )}
        </td>
        <td>{!isEnd && <Next sketch={sketch} step={step} name={name} />}</td>
        <td>
          <div className="row-actions">
            {!isEnd && (
              <button type="button" className="button small" aria-expanded={adding} onClick={() => onAdding(!adding)}>
                {design.table.addAfter}
                <span className="hidden"> {name}</span>
              </button>
            )}
            <button
              type="button"
              className="button small"
              aria-pressed={isChosen}
              onClick={() => sketch.choose(step.id)}
            >
              {design.properties}
              <span className="hidden"> {name}</span>
            </button>
            <button
              type="button"
              className="button small danger"
              onClick={() => sketch.get('modeling').removeElements([step])}
            >
              {design.table.delete}
              <span className="hidden"> {name}</span>
            </button>
          </div>
        </td>
      </tr>
      {adding && (
        <tr>
          <td />
          <td colSpan={5}>
            <AddStep sketch={sketch} after={step} onDone={() => onAdding(false)} />
          </td>
        </tr>
      )}
    </>
  );
}
