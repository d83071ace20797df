import { BpmnModdle } from 'bpmn-moddle';
import { wrongFlags } from './document.ts';
import { inspect } from './inspect.ts';
import { childrenOf, textOf, type Moddle } from './moddle.ts';
import { prefixOf } from './namespaces.ts';
import { isOfFamily, meaningOf, readable } from './references.ts';
import type { Report } from './report.ts';
import { nameTheUnnamed } from './unnamed.ts';

interface ParseWarning {
  readonly message: string;
  readonly element?: Moddle;
  readonly property?: string;
  readonly value?: string;
}
interface ParseResult {
  readonly rootElement: Moddle;
  readonly warnings: readonly ParseWarning[];
}

export interface Parsed {
  readonly processes: readonly Moddle[];
  readonly rootElements: readonly Moddle[];
  readonly loose: LooseReferences;
  /** Made for an engine of Camunda's family. */
  readonly isForeign: boolean;
}

/** By element and property: a collection that is a variable without a data object, an error that is its code. */
export type LooseReferences = ReadonlyMap<Moddle, Readonly<Record<string, string>>>;

/** Reads the document; every warning of the reader is a defect, because what it warns of it has dropped. */
export async function parseDocument(text: string, report: Report): Promise<Parsed | null> {
  for (const { name, value } of wrongFlags(text)) {
    report.defect('WRONG_VALUE', `属性 ${name}="${value}" 只能是 true 或 false`, undefined, name);
  }
  let result: ParseResult;
  try {
    result = (await new BpmnModdle({}, { nsMap: prefixOf }).fromXML(readable(text))) as ParseResult;
  } catch (error) {
    report.defect('MALFORMED_XML', `文件不是可读的 BPMN 2.0 XML：${brief(error)}`);
    return null;
  }
  nameTheUnnamed(result.rootElement);
  const isForeign = isOfFamily(result.rootElement);
  const loose = looseIn(result.warnings, isForeign, report);
  checkNamespaces(result.rootElement, report);
  inspect(result.rootElement, '', report);
  const rootElements = childrenOf(result.rootElement, 'rootElements');
  return { processes: rootElements.filter((one) => one.$type === 'bpmn:Process'), rootElements, loose, isForeign };
}

/** Tells what the reader has dropped, but for references that mean what they say. */
function looseIn(warnings: readonly ParseWarning[], isForeign: boolean, report: Report): LooseReferences {
  const loose = new Map<Moddle, Record<string, string>>();
  for (const warning of warnings) {
    const { element, property = '', value = '' } = warning;
    const meaning = meaningOf(warning, isForeign);
    if (meaning === 'loose' && element) {
      loose.set(element, { ...loose.get(element), [property.slice('bpmn:'.length)]: value });
    } else if (meaning === 'drawn') {
      const name = property.replace(/^\w+:/, '');
      report.warning(
        'UNRESOLVED_REFERENCE',
        `图形数据中 ${name} 指向的 “${value}” 不存在，不影响执行`,
        undefined,
        name,
      );
    } else if (meaning !== 'idle') tell(warning, report);
  }
  return loose;
}

/** Our own namespace, mistyped, would make every attribute under it a foreign one. */
function checkNamespaces(definitions: Moddle, report: Report): void {
  for (const [name, uri] of Object.entries(definitions.$attrs ?? {})) {
    if (!name.startsWith('xmlns') || !/liandong/i.test(uri) || Object.hasOwn(prefixOf, uri)) continue;
    report.defect('UNKNOWN_NAMESPACE', `没有命名空间 ${uri}，应是 ${Object.keys(prefixOf)[0] ?? ''}`, undefined, name);
  }
}

const brief = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');

/** An event definition and the like are told by the event they belong to. */
const nearestId = (element: Moddle | undefined): string | undefined =>
  element && (textOf(element, 'id') ?? nearestId(element.$parent));

function tell({ message, element, property, value }: ParseWarning, report: Report): void {
  const id = nearestId(element);
  const place = /line: (\d+)/.exec(message)?.[1];
  const where = place ? `（第 ${Number(place) + 1} 行）` : '';
  const [, duplicate] = /duplicate ID <([^>]*)>/.exec(message) ?? [];
  if (duplicate !== undefined) {
    return report.defect('DUPLICATE_ID', `id “${duplicate}” 出现了不止一次${where}`, duplicate);
  }
  const [, illegal] = /illegal ID <([^>]*)>/.exec(message) ?? [];
  if (illegal !== undefined) {
    return report.defect('BAD_ID', `id “${illegal}” 只能以字母或 _ 开头，只含字母、数字、_ . -${where}`, illegal);
  }
  const [, twice] = /attribute <([^>]*)> already defined/.exec(message) ?? [];
  if (twice !== undefined) return report.defect('DUPLICATE_ATTRIBUTE', `属性 ${twice} 写了两次${where}`, id, twice);
  const [, unknown] = /(?:unknown type|unrecognized element) <([^>]*)>/.exec(message) ?? [];
  if (unknown !== undefined) {
    return report.defect('UNKNOWN_ELEMENT', `“${unknown}” 不是 BPMN 2.0 在此处的元素${where}`);
  }
  if (message.startsWith('unresolved reference')) {
    const name = property?.replace(/^bpmn:/, '') ?? '';
    return report.defect('UNRESOLVED_REFERENCE', `${name} 指向的 “${value ?? ''}” 不存在`, id, name);
  }
  if (message.startsWith('unknown attribute')) {
    return report.defect('UNKNOWN_ATTRIBUTE', `“${property ?? ''}” 不是此元素的 BPMN 属性`, id, property);
  }
  report.defect('UNREADABLE', `此处无法读取${where}：${brief(new Error(message))}`, id);
}
