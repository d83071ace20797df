import { BpmnModdle } from 'bpmn-moddle';
import { childrenOf, idOf, type Moddle } from './moddle.ts';

interface Loose {
  readonly element?: Moddle;
  readonly property?: string;
  readonly value?: string;
}

/**
 * A multi-instance may name its collection by a variable that is no data object. Every writer of BPMN drops such a
 * reference, so the variable is given a data object to refer to.
 */
export async function anchorCollections(text: string): Promise<string> {
  const moddle = new BpmnModdle();
  const { rootElement, warnings } = (await moddle.fromXML(text)) as {
    readonly rootElement: Moddle;
    readonly warnings: readonly Loose[];
  };
  const loose = warnings.filter(({ property }) => /^bpmn:loopData(?:In|Out)putRef$/.test(property ?? ''));
  if (loose.length === 0) return text;
  const made = new Map<string, Moddle>();
  for (const { element, property = '', value = '' } of loose) {
    const process = element && processAround(element);
    if (!process) continue;
    const place = `${idOf(process)} ${value}`;
    let data = made.get(place);
    if (!data) {
      data = moddle.create('bpmn:DataObject', { id: `Data_${made.size + 1}_${value}`, name: value }) as Moddle;
      made.set(place, Object.assign(data, { $parent: process }));
      Object.assign(process, { flowElements: [...childrenOf(process, 'flowElements'), data] });
    }
    Object.assign(element, { [property.slice('bpmn:'.length)]: data });
  }
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

function processAround({ $parent }: Moddle): Moddle | undefined {
  return $parent && $parent.$type !== 'bpmn:Process' ? processAround($parent) : $parent;
}
