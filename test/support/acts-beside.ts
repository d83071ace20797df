import type { Act, Variables } from '../../engine/command.ts';
import type { Instruction } from '../../engine/correction.ts';
import type { CaseState } from '../../engine/state.ts';
import type { Choice } from './acts.ts';

type Try = (around: {
  readonly state: CaseState;
  readonly elements: readonly string[];
  readonly choice: Choice;
}) => readonly Act[];

const kinds = ['skip', 'repeat', 'cancel', 'move', 'start', 'startAfter'] as const;

/** Instructions as an operator might write them: on whatever stands, to wherever there is. */
function instructionsOf(
  state: CaseState,
  elements: readonly string[],
  { pick, other }: Choice,
): readonly Instruction[] {
  const tokens = Object.values(state.instances).filter(({ kind }) => kind !== 'process');
  return Array.from({ length: 1 + (pick % 3) }, (_, nth) => {
    const seed = pick + nth * 31 + other * 7;
    const kind = kinds[seed % kinds.length] ?? 'skip';
    const instanceId = tokens[(seed * 13) % tokens.length]?.id ?? '';
    const at = elements[(seed * 17) % elements.length] ?? '';
    if (kind === 'start' || kind === 'startAfter') return { kind, at };
    return kind === 'move' ? { kind, instanceId, to: at } : { kind, instanceId };
  });
}

/** Corrections that are forced, mergers, splits and their answers, tracks that end, data that changes. */
const tries: readonly Try[] = [
  ({ state, elements, choice }) => [
    { kind: 'correctCase', instructions: instructionsOf(state, elements, choice), force: true },
    { kind: 'correctCase', instructions: instructionsOf(state, elements, { ...choice, pick: 0 }), force: true },
  ],
  ({ state, elements, choice }) => [
    {
      kind: 'correctCase',
      instructions: instructionsOf(state, elements, { ...choice, pick: choice.pick * 3 }),
      force: true,
    },
  ],
  ({ state }) =>
    Object.values(state.tasks)
      .filter(({ kind, endedAt }) => kind === 'correction' && endedAt === null)
      .map(({ id: taskId }) => ({ kind: 'completeTask', taskId, outcome: 'approve' })),
  ({ choice: { other } }) => [{ kind: 'setVariables', variables: { n: other % 3 } as Variables }],
  ({ choice: { other } }) => [
    { kind: 'correctStartDay', startsOn: `2026-02-${String((other % 27) + 1).padStart(2, '0')}` },
  ],
  ({ choice: { other } }) => [{ kind: 'absorbCase', caseId: `other-${other % 3}`, number: `案${other % 3}` }],
  ({ choice: { other } }) => [
    { kind: 'splitCase', key: 'P', title: '另案', ...(other % 2 ? { variables: ['n'] } : {}) },
  ],
  ({ state, choice: { other } }) =>
    Object.entries(state.expected ?? {}).map(([caseId, { for: what }]) => answer(caseId, what, other)),
  ({ state, choice: { other } }) =>
    Object.values(state.children)
      .filter(({ status }) => status === 'opening' || status === 'running')
      .flatMap(({ childId, instance: instanceId, status }): readonly Act[] => [
        ...(status === 'opening' ? [{ kind: 'childOpened', instanceId, childId, number: '子1' } as const] : []),
        {
          kind: 'childEnded',
          instanceId,
          childId,
          status: other % 2 ? 'completed' : 'cancelled',
          variables: {},
        },
      ]),
  () => [{ kind: 'message', name: 'Stop' }],
  () => [{ kind: 'signal', name: 'Off' }],
  ({ state }) =>
    Object.values(state.incidents)
      .filter(({ resolvedAt }) => resolvedAt === null)
      .map(({ id: incidentId }) => ({ kind: 'retryIncident', incidentId })),
  () => [{ kind: 'mergeInto', caseId: 'other-9', number: '案9' }],
];

function answer(caseId: string, what: 'merge' | 'split', other: number): Act {
  const refused = { caseId, code: 'CASE_ENDED', message: '已办结' };
  if (what === 'split') {
    return other % 2 ? { kind: 'splitRefused', ...refused } : { kind: 'splitOpened', caseId, number: '案7' };
  }
  if (other % 2) return { kind: 'mergeRefused', ...refused };
  return { kind: 'caseAbsorbed', caseId, number: caseId, records: [{ ledger: 'item', id: 'item-1' }], links: [] };
}

/** What might be tried beside the steps; several in turn until one is accepted. */
export function besideOf(state: CaseState, choice: Choice, elements: readonly string[]): readonly Act[] {
  return tries[choice.kind % tries.length]?.({ state, elements, choice }) ?? [];
}
