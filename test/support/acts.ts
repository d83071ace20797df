import type { Act } from '../../engine/command.ts';
import type { CaseState } from '../../engine/state.ts';
import type { Task } from '../../engine/task.ts';

/** Numbers from a generator that choose what is tried, on what, and how. */
export interface Choice {
  readonly kind: number;
  readonly pick: number;
  readonly other: number;
}

interface Around {
  readonly state: CaseState;
  readonly live: readonly Task[];
  readonly taskId: string;
  /** Elements of the procedure that are no process. */
  readonly elements: readonly string[];
  readonly other: number;
  /** A list that begins somewhere else each time. */
  readonly turned: <T>(list: readonly T[]) => readonly T[];
}

/** What an office might try on a case, whatever it is; several to be tried in turn until one is accepted. */
const tries: readonly ((around: Around) => readonly Act[])[] = [
  ({ live, state, other, turned }) => {
    const siblings = (['keep', 'cancel', 'refuse'] as const)[other % 3] ?? 'cancel';
    const ways = turned(live).flatMap(({ id }) => turned(state.trail).map(({ element }) => [id, element] as const));
    return ways.map(([taskId, toElementId]) => ({ kind: 'returnTask', taskId, toElementId, siblings }));
  },
  ({ live, turned }) => turned(live).map(({ id: taskId }) => ({ kind: 'rejectTask', taskId })),
  ({ state, turned }) => turned(state.trail).map(({ taskId }) => ({ kind: 'withdrawTask', taskId })),
  ({ taskId, other }) => {
    const position = (['before', 'parallel', 'after'] as const)[other % 3] ?? 'after';
    return [{ kind: 'addSigner', taskId, users: [`u${other % 9}`], position }];
  },
  ({ live, turned }) =>
    turned(live).flatMap(({ id: taskId }) =>
      live.map((one) => ({ kind: 'removeSigner', taskId, user: one.assignee ?? '' })),
    ),
  () => [{ kind: 'message', name: 'Stop' }],
  ({ taskId, other }) => [{ kind: 'transferTask', taskId, to: `u${other % 9}` }],
  ({ taskId, other }) => [{ kind: 'delegateTask', taskId, to: `u${other % 9}` }],
  ({ taskId }) => [{ kind: 'claimTask', taskId }],
  ({ live, turned }) => turned(live).map(({ id: taskId }) => ({ kind: 'unclaimTask', taskId })),
  ({ taskId }) => [{ kind: 'suspendTask', taskId }],
  ({ live }) => live.map(({ id: taskId }) => ({ kind: 'resumeTask', taskId })),
  ({ taskId, other }) => [{ kind: 'extendTask', taskId, by: `P${(other % 5) + 1}D` }],
  ({ taskId }) => [{ kind: 'remindTask', taskId }],
  ({ other }) => [
    { kind: 'addTask', name: '临时', assignee: `u${other % 9}`, due: 'P3D', holdsEnd: other % 2 === 0 },
    { kind: 'addNote', text: '便签' },
  ],
  ({ live, turned }) => turned(live).map(({ id: taskId }) => ({ kind: 'cancelTask', taskId })),
  ({ state }) => [{ kind: state.status === 'suspended' ? 'resumeCase' : 'suspendCase' }, { kind: 'resumeCase' }],
  ({ state, elements, other, turned }) => {
    const tokens = turned(Object.values(state.instances).filter(({ kind }) => kind !== 'process'));
    const at = elements[other % elements.length] ?? '';
    const kind = (['skip', 'repeat', 'cancel', 'move', 'start', 'startAfter'] as const)[other % 6] ?? 'skip';
    if (kind === 'start' || kind === 'startAfter') return [{ kind: 'correctCase', instructions: [{ kind, at }] }];
    return tokens.map(({ id: instanceId }) => ({
      kind: 'correctCase',
      instructions: [kind === 'move' ? { kind, instanceId, to: at } : { kind, instanceId }],
    }));
  },
  ({ live, turned }) =>
    turned(live).map(({ id: taskId, outcomes: [outcome] }) => ({
      kind: 'completeTask',
      taskId,
      ...(outcome ? { outcome } : {}),
    })),
];

/** Completing is what happens most. */
export function actsOf(
  state: CaseState,
  { kind, pick, other }: Choice,
  elements: readonly string[] = [],
): readonly Act[] {
  const live = Object.values(state.tasks).filter(({ status }) => status === 'open' || status === 'suspended');
  const { id: taskId = '' } = live[pick % live.length] ?? {};
  const turned = <T>(list: readonly T[]): readonly T[] => [...list.slice(other % 7), ...list.slice(0, other % 7)];
  if (state.status === 'suspended') return [{ kind: 'resumeCase' }];
  const attempt = tries[kind % (tries.length + 4)] ?? tries.at(-1);
  return attempt?.({ state, live, taskId, elements, other, turned }) ?? [];
}
