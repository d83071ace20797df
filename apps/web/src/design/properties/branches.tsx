import { useDesign } from '../design-words.ts';
import type { Connection, Drawn } from '../editor/services.ts';
import type { Subject } from './binding.ts';
import { expression } from './binding.ts';
import { outcomesOf } from './outcomes.ts';
import { TextControl } from './text-control.tsx';

/** Where it goes on from here: each flow with its condition, and conditions made from the outcomes of the step before. */
export function Branches({ subject }: { readonly subject: Subject }) {
  const { design } = useDesign();
  const { sketch, element } = subject;
  const gateway = decidingGateway(element);
  const flows = (gateway ?? element).outgoing.filter(({ type }) => type === 'bpmn:SequenceFlow');
  const task = gateway === element ? element.incoming.map(({ source }) => source)[0] : element;
  const outcomes = task ? outcomesOf(task.businessObject) : [];
  if (flows.length === 0) return <p className="quiet">{design.branch.none}</p>;
  const choose = (flow: Connection, outcome: string) => {
    sketch.together(() => {
      condition.set(
        { sketch, element: flow as unknown as Drawn, object: flow.businessObject },
        outcome && task ? `${task.businessObject.id}_outcome = ${JSON.stringify(outcome)}` : '',
      );
      if (outcome && !flow.businessObject.get<string>('name'))
        sketch.get('modeling').updateProperties(flow as unknown as Drawn, { name: outcome });
    });
  };
  return (
    <fieldset>
      <legend>{design.branch.title}</legend>
      <div className="form">
        {flows.map((flow) => {
          const of = { sketch, element: flow as unknown as Drawn, object: flow.businessObject };
          const target = flow.target.businessObject;
          const name = target.get<string>('name') || design.types[target.$type.replace('bpmn:', '')] || target.id;
          const isDefault = (gateway ?? element).businessObject.get('default') === flow.businessObject;
          return (
            <div key={flow.id} className="branch">
              <p>
                → {name} {isDefault && <span className="chip plain">{design.branch.default}</span>}
              </p>
              {outcomes.length > 0 && gateway && (
                <select
                  className="field"
                  aria-label={design.branch.outcome(name)}
                  value={chosenIn(condition.get(of), task?.businessObject.id ?? '')}
                  onChange={(event) => choose(flow, event.target.value)}
                >
                  <option value="">{design.branch.noOutcome}</option>
                  {outcomes.map((one) => (
                    <option key={one} value={one}>
                      {one}
                    </option>
                  ))}
                </select>
              )}
              {!isDefault && (
                <TextControl
                  shared={{ id: `condition-${flow.id}` }}
                  kind="feel"
                  label={design.branch.condition(name)}
                  value={condition.get(of)}
                  onChange={(value) => condition.set(of, value)}
                />
              )}
            </div>
          );
        })}
      </div>
    </fieldset>
  );
}

const condition = expression('conditionExpression');

/** The gateway that decides by the step's outcome: the element itself, or the one right behind it. */
function decidingGateway(element: Drawn): Drawn | undefined {
  const isDeciding = ({ type }: Drawn) => /(Exclusive|Inclusive)Gateway$/.test(type);
  if (isDeciding(element)) return element;
  const [only, more] = element.outgoing;
  return only && !more && isDeciding(only.target) ? only.target : undefined;
}

/** The outcome that a condition of ours names. */
function chosenIn(feel: string, task: string): string {
  const [, step, outcome] = /^=?\s*(\w+)_outcome\s*=\s*"([^"]*)"\s*$/.exec(feel) ?? [];
  const [, plain] = /^=?\s*outcome\s*=\s*"([^"]*)"\s*$/.exec(feel) ?? [];
  return (step === task ? outcome : undefined) ?? plain ?? '';
}
