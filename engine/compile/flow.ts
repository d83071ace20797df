import type { Flow } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { bodyOf, childOf, idOf, textOf, type Moddle } from './moddle.ts';
import type { Report } from './report.ts';

/** Languages are named by a word or an address; XPath, the standard's default, is what nobody means. */
const isScript = (language: string | undefined): language is string =>
  language !== undefined && !/feel|juel|uel$|xpath|^$/i.test(language);

/** A sequence flow; null when an end is missing, which the reader has told already unless the attribute itself is absent. */
export function flowOf(flow: Moddle, { report, expressions }: Compilation): Flow | null {
  const id = idOf(flow);
  const from = childOf(flow, 'sourceRef');
  const to = childOf(flow, 'targetRef');
  if (!from || !to) {
    const missing = from ? 'targetRef' : 'sourceRef';
    report.defect('DANGLING_FLOW', `顺序流缺少${from ? '终点' : '起点'}（${missing}）`, id, missing);
    return null;
  }
  const expression = childOf(flow, 'conditionExpression');
  const language = textOf(expression, 'language');
  const source = isScript(language) ? refusedScript(language, id, report) : bodyOf(expression);
  if (expression && source === undefined) report.defect('MISSING_CONDITION', '条件是空的', id, 'conditionExpression');
  const condition = expressions.expression(source, { elementId: id, path: 'conditionExpression' });
  const name = textOf(flow, 'name');
  return { id, from: idOf(from), to: idOf(to), ...(condition ? { condition } : {}), ...(name ? { name } : {}) };
}

/** Stands for a condition that was there: that it is not read is told once. */
function refusedScript(language: string, id: string, report: Report): string {
  report.defect('UNSUPPORTED_SCRIPT', `条件的语言 “${language}” 不支持，请改用 FEEL`, id, 'conditionExpression');
  return 'null';
}
