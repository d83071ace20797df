import type { ProcessModel } from '../model.ts';
import { checkEvents } from './check-events.ts';
import { checkFlows } from './check-flows.ts';
import { checkGateways } from './check-gateways.ts';
import { checkReach } from './check-reach.ts';
import { checkStarts } from './check-starts.ts';
import { Graph } from './graph.ts';
import type { Report } from './report.ts';

/** Everything that is wrong with the way a process is connected; `refused` are flow nodes that could not be read. */
export function checkStructure(model: ProcessModel, refused: ReadonlySet<string>, report: Report): void {
  const graph = new Graph(model);
  checkFlows(graph, refused, report);
  checkStarts(graph, refused, report);
  checkGateways(graph, refused, report);
  checkEvents(graph, refused, report);
  if (refused.size === 0) checkReach(graph, report);
}
