import type { Element, Flow } from '../model.ts';
import { isGateway, type Graph } from './graph.ts';
import type { Report } from './report.ts';

/** Gateways lead somewhere, and what stands on their flows means something. */
export function checkGateways(graph: Graph, report: Report): void {
  for (const element of graph.elements) {
    const flows = graph.flowsOf(element.outgoing);
    if (isGateway(element) && flows.length === 0) {
      report.defect('NO_WAY_OUT', '网关没有出路：至少要有一条流出的顺序流', element.id);
    }
    if (element.kind === 'exclusiveGateway') checkExclusive(element, flows, report);
    if (element.kind === 'eventBasedGateway') checkEventBased(element, flows, graph, report);
    if (element.kind === 'parallelGateway' || element.kind === 'eventBasedGateway') {
      for (const { id } of flows.filter(({ condition }) => condition)) {
        report.warning('IDLE_CONDITION', '并行网关和事件网关之后的条件不起作用', id, 'conditionExpression');
      }
    }
    const fallback = flows.find(({ id }) => id === element.defaultFlow);
    if (fallback?.condition) report.warning('IDLE_CONDITION', '默认流上的条件不起作用', fallback.id);
  }
}

/**
 * As in Operaton: one flow without condition beside others is allowed and counts as true in its place; two of them, or one
 * beside a default flow, would make flows that can never be taken.
 */
function checkExclusive({ id, defaultFlow }: Element, flows: readonly Flow[], report: Report): void {
  if (flows.length < 2) return;
  const open = flows.filter((flow) => !flow.condition && flow.id !== defaultFlow);
  if (open.length > 1 || (open.length === 1 && defaultFlow !== undefined)) {
    for (const flow of open) {
      report.defect('MISSING_CONDITION', `排他网关 “${id}” 的这条流出没有条件，也不是默认流`, flow.id);
    }
  } else if (open[0]) {
    report.warning('MISSING_CONDITION', `排他网关 “${id}” 的这条流出没有条件，将总是成立；建议设为默认流`, open[0].id);
  }
}

function checkEventBased({ id }: Element, flows: readonly Flow[], graph: Graph, report: Report): void {
  for (const { to } of flows) {
    const target = graph.element(to);
    if (!target) continue;
    const waits =
      target.kind === 'receiveTask' || (target.kind === 'intermediateCatchEvent' && target.event?.kind !== 'link');
    if (!waits) {
      report.defect('WRONG_EVENT_TARGET', `事件网关 “${id}” 之后只能是中间捕获事件或接收任务`, to);
    } else if (target.incoming.length > 1) {
      report.defect('WRONG_EVENT_TARGET', `事件网关 “${id}” 之后的事件不能再有别的流入`, to);
    }
  }
}
