import { BpmnModdle } from 'bpmn-moddle';
import { childOf, childrenOf, containedIn, idOf, textOf, type Moddle } from './moddle.ts';
import { isOfFamily, meaningOf, readable, type OpenReference } from './references.ts';
import { nameTheUnnamed } from './unnamed.ts';

interface Document {
  readonly moddle: BpmnModdle;
  readonly rootElement: Moddle;
  readonly ids: Set<string>;
}

/**
 * Other engines take a name for what it means: a collection for a variable, an error for its code, a receive task for
 * its own message. A writer of BPMN drops a reference to nothing, so each is given what it refers to; and what has no id
 * gets the one that the compiler gave it, to be drawn by.
 */
export async function anchor(text: string): Promise<string> {
  const moddle = new BpmnModdle();
  const { rootElement, warnings, elementsById } = (await moddle.fromXML(readable(text))) as {
    readonly rootElement: Moddle;
    readonly warnings: readonly OpenReference[];
    readonly elementsById: Readonly<Record<string, Moddle>>;
  };
  const named = nameTheUnnamed(rootElement);
  const document = { moddle, rootElement, ids: new Set(Object.keys(elementsById)) };
  const isForeign = isOfFamily(rootElement);
  const made = new Map<string, Moddle>();
  const loose = warnings.filter((one) => meaningOf(one, isForeign) === 'loose');
  for (const { element, property = '', value = '' } of loose) {
    const process = element && processAround(element);
    if (!process) continue;
    const [holder, list, type] =
      property === 'bpmn:errorRef'
        ? ([rootElement, 'rootElements', 'Error'] as const)
        : ([process, 'flowElements', 'DataObject'] as const);
    const place = `${idOf(holder)} ${type} ${value}`;
    const name = type === 'Error' ? { name: value, errorCode: value } : { name: value };
    const target = made.get(place) ?? add(document, holder, list, type, value, name);
    made.set(place, target);
    Object.assign(element, { [property.slice('bpmn:'.length)]: target });
  }
  const waiting = isForeign ? withoutMessage(rootElement) : [];
  for (const task of waiting) {
    const message = add(document, rootElement, 'rootElements', 'Message', idOf(task), { name: idOf(task) });
    Object.assign(task, { messageRef: message });
  }
  if (named + loose.length + waiting.length === 0) return readable(text);
  return (await moddle.toXML(rootElement, { format: true })).xml;
}

function add(
  { moddle, ids }: Document,
  holder: Moddle,
  list: 'rootElements' | 'flowElements',
  type: 'Error' | 'Message' | 'DataObject',
  wanted: string,
  properties: Readonly<Record<string, string>>,
): Moddle {
  const id = freeId(`${type === 'DataObject' ? 'Data' : type}_${wanted.replace(/[^\p{L}\p{N}_.-]/gu, '_')}`, ids);
  const made = moddle.create(`bpmn:${type}`, { id, ...properties }) as Moddle;
  Object.assign(made, { $parent: holder });
  Object.assign(holder, { [list]: [...childrenOf(holder, list), made] });
  return made;
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted;
  for (let n = 2; taken.has(id); n += 1) id = `${wanted}_${n}`;
  taken.add(id);
  return id;
}

const withoutMessage = (element: Moddle): readonly Moddle[] => [
  ...(element.$type === 'bpmn:ReceiveTask' && textOf(element, 'id') && !childOf(element, 'messageRef')
    ? [element]
    : []),
  ...containedIn(element).flatMap(withoutMessage),
];

function processAround({ $parent }: Moddle): Moddle | undefined {
  return $parent && $parent.$type !== 'bpmn:Process' ? processAround($parent) : $parent;
}
