import type { Flow } from '../model.ts';
import type { Graph } from './graph.ts';
import type { Report } from './report.ts';

/** Sequence flows join two flow nodes of one scope. */
export function checkFlows(graph: Graph, refused: ReadonlySet<string>, report: Report): void {
  for (const flow of graph.flows) {
    if (!refused.has(flow.from) && !refused.has(flow.to)) checkFlow(flow, graph, report);
  }
  for (const { id, defaultFlow, outgoing } of graph.elements) {
    if (defaultFlow !== undefined && !outgoing.includes(defaultFlow)) {
      report.defect('WRONG_DEFAULT', `默认流 “${defaultFlow}” 不是从此元素出发的`, id, 'default');
    }
  }
}

function checkFlow({ id, from, to }: Flow, graph: Graph, report: Report): void {
  const [source, target] = [graph.element(from), graph.element(to)];
  if (!source || !target) {
    const end = source ? to : from;
    return report.defect('DANGLING_FLOW', `顺序流连到的 “${end}” 不是本流程的节点`, id);
  }
  if (source.scope !== target.scope) {
    return report.defect('FLOW_CROSSES_BORDER', `顺序流从 “${from}” 到 “${to}” 越过了子流程的边界`, id);
  }
  if (target.kind === 'startEvent') report.defect('FLOW_INTO_START', '不能有顺序流进入开始事件', id);
  if (source.kind === 'endEvent') report.defect('FLOW_FROM_END', '结束事件之后不能再有顺序流', id);
  if (target.kind === 'boundaryEvent') report.defect('FLOW_INTO_BOUNDARY', '不能有顺序流进入边界事件', id);
  for (const element of [source, target]) {
    if (element.eventSubProcess) {
      report.defect('FLOW_AT_EVENT_SUBPROCESS', '事件子流程由事件触发，不能连顺序流', element.id);
    }
    if (element.forCompensation) {
      report.defect('FLOW_AT_COMPENSATION', '补偿活动只由补偿触发，不能连顺序流', element.id);
    }
  }
}
