import type { Element } from '../model.ts';
import { isActivity, isContainer, type Graph } from './graph.ts';
import type { Report } from './report.ts';

/** Events stand where they mean something, and what they refer to is there. */
export function checkEvents(graph: Graph, refused: ReadonlySet<string>, report: Report): void {
  for (const element of graph.elements) {
    if (element.kind === 'boundaryEvent') checkBoundary(element, graph, refused, report);
    if (element.kind === 'endEvent' && element.event?.kind === 'cancel') checkCancel(element, graph, report);
    if (element.event?.kind === 'link') checkLink(element, graph, report);
    if (element.event?.kind === 'compensate') checkCompensation(element, graph, refused, report);
  }
}

function checkBoundary(element: Element, graph: Graph, refused: ReadonlySet<string>, report: Report): void {
  const { id, attachedTo = '', event, scope } = element;
  if (refused.has(attachedTo)) return;
  const host = graph.element(attachedTo);
  if (!host || !isActivity(host) || host.scope !== scope || host.eventSubProcess) {
    return report.defect('WRONG_HOST', `边界事件要附着在同一层的活动上，“${attachedTo}” 不是`, id, 'attachedToRef');
  }
  if (event?.kind === 'cancel' && host.kind !== 'transaction') {
    report.defect('WRONG_HOST', '取消边界事件只能附着在事务子流程上', id, 'attachedToRef');
  }
}

function checkCancel({ id, scope }: Element, graph: Graph, report: Report): void {
  if (graph.element(scope)?.kind !== 'transaction') {
    report.defect('WRONG_PLACE', '取消结束事件只能用在事务子流程里', id);
  }
}

function checkLink(element: Element, graph: Graph, report: Report): void {
  const { id, kind, event } = element;
  if (event?.kind !== 'link') return;
  const catches = graph.linksOf(element, 'intermediateCatchEvent');
  if (kind === 'intermediateThrowEvent' && catches.length === 0) {
    report.defect('LINK_WITHOUT_CATCH', `链接 “${event.name}” 没有同名的捕获链接事件`, id);
  }
  if (kind === 'intermediateThrowEvent' && element.outgoing.length > 0) {
    report.defect('WRONG_PLACE', '抛出链接事件之后不能有顺序流', id);
  }
  if (kind === 'intermediateCatchEvent' && catches[0] !== element) {
    report.defect('SEVERAL_LINKS', `同一层有多个名为 “${event.name}” 的捕获链接事件`, id);
  }
}

function checkCompensation(element: Element, graph: Graph, refused: ReadonlySet<string>, report: Report): void {
  const { id, kind, event, handler, outgoing } = element;
  if (kind === 'boundaryEvent') {
    const activity = handler === undefined ? undefined : graph.element(handler);
    if (handler !== undefined && refused.has(handler)) return;
    if (!activity) {
      report.defect('NO_HANDLER', '补偿边界事件没有用关联（association）连到补偿活动', id);
    } else if (!activity.forCompensation) {
      report.defect('NO_HANDLER', `“${activity.id}” 要标为补偿活动（isForCompensation="true"）`, activity.id);
    }
    if (outgoing.length > 0) report.defect('WRONG_PLACE', '补偿边界事件用关联而不用顺序流连接', id);
    return;
  }
  if (kind === 'startEvent') {
    const sub = graph.element(element.scope);
    const isWhole = sub !== undefined && graph.element(sub.scope) === undefined;
    if (isWhole) report.defect('WRONG_PLACE', '补偿事件子流程要放在子流程里：没有谁能补偿整个流程', id);
    return;
  }
  const activity = event?.kind === 'compensate' ? event.activity : undefined;
  if (activity === undefined || refused.has(activity)) return;
  const target = graph.element(activity);
  const hasHandler = graph.boundaryEvents(activity).some((one) => one.event?.kind === 'compensate');
  if (!target || !isActivity(target) || (!hasHandler && !isContainer(target))) {
    report.defect('NO_HANDLER', `要补偿的 “${activity}” 不是带补偿的活动`, id, 'activityRef');
  }
}
