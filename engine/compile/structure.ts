import type { ProcessModel } from '../model.ts';
import { checkEvents } from './check-events.ts';
import { checkFlows } from './check-flows.ts';
import { checkGateways } from './check-gateways.ts';
import { checkReach } from './check-reach.ts';
import { checkStarts } from './check-starts.ts';
import { Graph } from './graph.ts';
import { checkSeparation } from './separation.ts';
import { checkSoundness } from './soundness.ts';
import type { Report } from './report.ts';

/**
 * Everything that is wrong with the way a process is connected; `refused` are flow nodes that could not be read. What can be
 * reached is asked only where every flow is there, so that one missing flow is one defect.
 */
export function checkStructure(
  model: ProcessModel,
  refused: ReadonlySet<string>,
  complete: boolean,
  report: Report,
): void {
  const graph = new Graph(model);
  const before = report.defects.length;
  checkNesting(graph, report);
  checkFlows(graph, refused, report);
  checkStarts(graph, refused, report);
  const connected = complete && report.defects.length === before && refused.size === 0;
  checkGateways(graph, report);
  checkEvents(graph, refused, report);
  checkSeparation(graph, refused, report);
  if (!connected) return;
  checkReach(graph, report);
  if (report.defects.length === 0) checkSoundness(graph, report);
}

/** Sub-processes in sub-processes. */
const nestingLimit = 100;

function checkNesting(graph: Graph, report: Report): void {
  const depths: Record<string, number> = { [graph.model.key]: 0 };
  for (const { id, scope } of graph.elements) {
    const depth = (depths[scope] ?? 0) + 1;
    depths[id] = depth;
    if (depth === nestingLimit + 1) report.defect('TOO_DEEP', `子流程嵌套超过 ${nestingLimit} 层`, id);
  }
}
