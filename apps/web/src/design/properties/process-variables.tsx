import { useDesign } from '../design-words.ts';
import type { Drawn, Moddle } from '../editor/services.ts';
import type { Sketch } from '../editor/sketch.ts';
import { dataObjectsOf } from './collections.ts';
import { TextControl } from './text-control.tsx';

interface ProcessVariablesProps {
  readonly sketch: Sketch;
  readonly element: Drawn;
}

/** Variables that the procedure declares itself: data objects, with what they hold when a case begins. */
export function ProcessVariables({ sketch, element }: ProcessVariablesProps) {
  const { design, words } = useDesign();
  const process = sketch.process();
  const modeling = sketch.get('modeling');
  const all = process.get<readonly Moddle[]>('flowElements') ?? [];
  const put = (flowElements: readonly Moddle[]) => modeling.updateModdleProperties(element, process, { flowElements });
  const add = () => {
    const made = sketch.get('bpmnFactory').create('bpmn:DataObject', { name: '' });
    Object.assign(made, { $parent: process });
    put([...all, made]);
  };
  return (
    <>
      {dataObjectsOf(sketch).map((data, index) => (
        <div key={data.id} className="mapping">
          <TextControl
            shared={{ id: `data-name-${data.id}` }}
            kind="text"
            label={`${design.variable.name} ${index + 1}`}
            value={data.get<string>('name') ?? ''}
            onChange={(name) => modeling.updateModdleProperties(element, data, { name })}
          />
          <span aria-hidden="true">=</span>
          <TextControl
            shared={{ id: `data-value-${data.id}` }}
            kind="feel"
            label={`${design.variable.value} ${index + 1}`}
            value={data.get<string>('ld:value') ?? ''}
            onChange={(value) => modeling.updateModdleProperties(element, data, { 'ld:value': value || undefined })}
          />
          <button type="button" className="button small" onClick={() => put(all.filter((one) => one !== data))}>
            {words.act.remove}
            <span className="hidden">{` ${data.get<string>('name') ?? ''}`}</span>
          </button>
        </div>
      ))}
      <p className="quiet hint">{design.variable.hint}</p>
      <p>
        <button type="button" className="button small" onClick={add}>
          ＋ {design.variable.add}
        </button>
      </p>
    </>
  );
}
