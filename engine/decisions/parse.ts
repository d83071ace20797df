import { DmnModdle } from 'dmn-moddle';
import { childrenOf, type Moddle } from '../compile/moddle.ts';
import type { Report } from '../compile/report.ts';
import { prefixOf } from './namespaces.ts';

interface ParseResult {
  readonly rootElement: Moddle;
  readonly warnings: readonly { readonly message: string }[];
}

/** What a DMN document holds, by kind. */
export interface DecisionDocument {
  readonly decisions: readonly Moddle[];
  readonly knowledge: readonly Moddle[];
  readonly inputs: readonly Moddle[];
  readonly types: readonly Moddle[];
}

/** Reads a DMN document of any version; what the reader has dropped is a defect, except a decision without logic that another one carries. */
export async function parseDecisions(text: string, report: Report): Promise<DecisionDocument | null> {
  let result: ParseResult;
  try {
    result = (await new DmnModdle({}, { nsMap: prefixOf }).fromXML(text)) as ParseResult;
  } catch (error) {
    report.defect('MALFORMED_XML', `文件不是可读的 DMN XML：${brief(error)}`);
    return null;
  }
  for (const { message } of result.warnings) tell(message, report);
  const elements = childrenOf(result.rootElement, 'drgElement');
  const of = (type: string) => elements.filter((one) => one.$type === `dmn:${type}`);
  for (const service of of('DecisionService')) {
    report.warning('NOT_IMPORTED', '决策服务（decisionService）未采用：直接引用其中的决策', String(service['id']));
  }
  return {
    decisions: of('Decision'),
    knowledge: of('BusinessKnowledgeModel'),
    inputs: of('InputData'),
    types: childrenOf(result.rootElement, 'itemDefinition'),
  };
}

const brief = (error: unknown): string => (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');

/** Pictures and performance indicators change nothing. */
function tell(message: string, report: Report): void {
  const place = /line: (\d+)/.exec(message)?.[1];
  const where = place ? `（第 ${Number(place) + 1} 行）` : '';
  const [, type] = /unknown type <([^>]*)>/.exec(message) ?? [];
  if (type && /^(?:dmn)?di:/i.test(type)) return;
  const [, boxed] = /^dmn:(Conditional|Filter|For|Some|Every|Iterator)$/i.exec(type ?? '') ?? [];
  if (boxed !== undefined) {
    report.defect('UNSUPPORTED_EXPRESSION', `不支持框式表达式 ${boxed}${where}，请改写为文字表达式`);
    return;
  }
  const [, illegal] = /(?:illegal|duplicate) ID <([^>]*)>/.exec(message) ?? [];
  if (illegal !== undefined) report.defect('BAD_ID', `id “${illegal}” 重复，或不能用作 id${where}`, illegal);
  else if (type) report.defect('UNKNOWN_ELEMENT', `“${type}” 不是 DMN 在此处的元素${where}`);
  else if (!message.startsWith('unresolved reference')) report.defect('UNREADABLE', `此处无法读取${where}：${message}`);
}
