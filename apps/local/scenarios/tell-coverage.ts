import type { Covered } from '../../../scenarios/coverage.ts';

const share = (done: number, missed: number): string => {
  const all = done + missed;
  return `${done}/${all}（${all === 0 ? 100 : Math.floor((100 * done) / all)} %）`;
};

/** A line a procedure, and what of it nobody has walked. */
export function coverageLines(covered: readonly Covered[]): readonly string[] {
  return covered
    .toSorted(byKey)
    .flatMap(({ key, elements, missedElements, flows, missedFlows }) => [
      `${key}：环节 ${share(elements.length, missedElements.length)}，流向 ${share(flows.length, missedFlows.length)}`,
      ...(missedElements.length > 0 ? [`    未到：${missedElements.join(' ')}`] : []),
      ...(missedFlows.length > 0 ? [`    未走：${missedFlows.join(' ')}`] : []),
    ]);
}

const byKey = (one: Covered, other: Covered): number => (one.key < other.key ? -1 : 1);
