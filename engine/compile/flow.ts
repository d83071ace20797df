import type { Flow } from '../model.ts';
import type { Compilation } from './compilation.ts';
import { bodyOf, childOf, idOf, textOf, type Moddle } from './moddle.ts';

/** A sequence flow; null when an end is missing, which the reader has told already unless the attribute itself is absent. */
export function flowOf(flow: Moddle, index: number, { report, expressions }: Compilation): Flow | null {
  const id = idOf(flow) || `flow_${index + 1}`;
  const from = childOf(flow, 'sourceRef');
  const to = childOf(flow, 'targetRef');
  if (!from || !to) {
    const missing = from ? 'targetRef' : 'sourceRef';
    report.defect('DANGLING_FLOW', `顺序流缺少${from ? '终点' : '起点'}（${missing}）`, id, missing);
    return null;
  }
  const expression = childOf(flow, 'conditionExpression');
  const source = bodyOf(expression);
  if (expression && source === undefined) {
    report.defect('MISSING_CONDITION', '条件是空的', id, 'conditionExpression');
  }
  const condition = expressions.expression(source, { elementId: id, path: 'conditionExpression' });
  const name = textOf(flow, 'name');
  return { id, from: idOf(from), to: idOf(to), ...(condition ? { condition } : {}), ...(name ? { name } : {}) };
}
