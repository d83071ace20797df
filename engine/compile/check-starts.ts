import type { Element } from '../model.ts';
import { isContainer, type Graph } from './graph.ts';
import type { Report } from './report.ts';

/** A process has at least one start and of several that start by themselves the first does unless one is named; a sub-process exactly one. */
export function checkStarts(graph: Graph, refused: ReadonlySet<string>, report: Report): void {
  const { key } = graph.model;
  checkProcess(graph.startsOf(key), key, refused, report);
  for (const scope of graph.elements.filter(isContainer)) {
    const starts = graph.startsOf(scope.id);
    if (scope.eventSubProcess) checkEventSubProcess(scope, starts, refused, report);
    else checkSubProcess(scope, starts, refused, report);
  }
}

const isNone = ({ event }: Element): boolean => event?.kind === 'none';

function checkProcess(starts: readonly Element[], key: string, refused: ReadonlySet<string>, report: Report): void {
  if (starts.length === 0 && refused.size === 0) report.defect('NO_START_EVENT', '流程没有开始事件', key);
  const none = starts.filter(isNone);
  if (none.length > 1) {
    const ids = none.map(({ id }) => `“${id}”`).join('、');
    report.warning('SEVERAL_STARTS', `流程有多个空开始事件（${ids}），未指明时从第一个开始`, none[1]?.id);
  }
}

function checkSubProcess(
  { id }: Element,
  starts: readonly Element[],
  refused: ReadonlySet<string>,
  report: Report,
): void {
  if (starts.length === 0 && refused.size === 0) report.defect('NO_START_EVENT', '子流程没有开始事件', id);
  if (starts.length > 1) report.defect('SEVERAL_STARTS', '子流程只能有一个开始事件', id);
  for (const start of starts) {
    if (!isNone(start)) report.defect('WRONG_START', '子流程由父流程进入，只能用空开始事件', start.id);
  }
}

function checkEventSubProcess(
  { id }: Element,
  starts: readonly Element[],
  refused: ReadonlySet<string>,
  report: Report,
): void {
  if (starts.length !== 1 && refused.size === 0) {
    report.defect(starts.length === 0 ? 'NO_START_EVENT' : 'SEVERAL_STARTS', '事件子流程要有且只有一个开始事件', id);
  }
  for (const start of starts) {
    if (isNone(start)) report.defect('WRONG_START', '事件子流程的开始事件要说明由什么事件触发', start.id);
  }
}
