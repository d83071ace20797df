import { useDesign } from '../design-words.ts';
import { expression } from '../properties/binding.ts';
import type { Drawn } from './services.ts';
import type { Sketch } from './sketch.ts';
import { connect, connectable, flowsFrom } from './table.ts';

interface NextProps {
  readonly sketch: Sketch;
  readonly step: Drawn;
  readonly name: string;
}

const condition = expression('conditionExpression');

/** What comes after a step: each flow can be opened or cut, a new one drawn. */
export function Next({ sketch, step, name }: NextProps) {
  const { design, words } = useDesign();
  const nameOf = ({ businessObject: { $type, id }, businessObject }: Drawn) =>
    businessObject.get<string>('name') || `${design.types[$type.replace('bpmn:', '')] ?? $type} ${id}`;
  const targets = connectable(sketch, step);
  return (
    <div className="next">
      {flowsFrom(step).map((flow) => {
        const target = nameOf(flow.target);
        const when = condition.get({ sketch, element: flow as unknown as Drawn, object: flow.businessObject });
        return (
          <div key={flow.id} className="row-actions">
            <button type="button" className="button small quiet-button" onClick={() => sketch.choose(flow.id)}>
              → {target}
              <span className="hidden"> {design.table.flowOf(name)}</span>
            </button>
            {when && <code>{when}</code>}
            <button
              type="button"
              className="button small"
              onClick={() => sketch.get('modeling').removeElements([flow as unknown as Drawn])}
            >
              ✕<span className="hidden">{`${words.act.remove} ${name} → ${target}`}</span>
            </button>
          </div>
        );
      })}
      {targets.length > 0 && (
        <select
          className="field"
          aria-label={design.table.connectFrom(name)}
          value=""
          onChange={(event) => {
            const target = sketch.element(event.target.value);
            if (target) connect(sketch, step, target);
          }}
        >
          <option value="">{design.table.connect}</option>
          {targets.map((one) => (
            <option key={one.id} value={one.id}>
              {nameOf(one)}
            </option>
          ))}
        </select>
      )}
    </div>
  );
}
