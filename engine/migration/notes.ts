import type { Element } from '../model.ts';
import type { Compensable, Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { idOf } from './mapping.ts';
import type { ModelMapping } from './mapping.ts';
import type { Placement } from './placement.ts';

/** What the new version says and what is under way no longer hears, or what is given up: nothing of it hinders the migration. */
export interface MigrationNote {
  readonly elementId: string;
  readonly code: string;
  readonly message: string;
}

type Part = (of: Element) => unknown;

/** Of elements under way: what was read when they were entered and is not read again. */
const readOnEntry: readonly { readonly code: string; readonly part: Part; readonly message: string }[] = [
  {
    code: 'INSTANCES_KEPT',
    part: ({ loop }) => (loop?.kind === 'multi' ? [loop.collection, loop.cardinality, loop.sequential] : null),
    message: '多实例的集合或方式已改，已展开的实例仍按原集合办理',
  },
  { code: 'SIGNERS_KEPT', part: ({ task }) => task?.sign?.signers, message: '会签人名单已改，已开始的会签仍按原名单' },
  {
    code: 'SIGNING_KEPT',
    part: ({ task }) => task?.sign === undefined,
    message: '是否会签已改，已打开的任务仍按原方式办理',
  },
  {
    code: 'CALL_KEPT',
    part: ({ call }) => call && [call.key, call.version, call.as],
    message: '调用的流程已改，已调起的仍按原流程办完',
  },
  { code: 'SERVICE_KEPT', part: ({ service }) => service?.activity, message: '服务已改，已发出的调用仍按原服务完成' },
  { code: 'INPUT_KEPT', part: ({ input }) => input, message: '输入映射已改，已进入的节点不再执行' },
];

export function notesOf(
  step: Step,
  ids: readonly string[],
  mapping: ModelMapping,
  placement: Placement,
): MigrationNote[] {
  const moving = ids.map((id) => step.draft.instances.need(id));
  const notes = moving.flatMap((instance) => [
    ...(instance.phase === 'wait' ? entryNotes(instance, mapping) : []),
    ...forgotten(instance.done ?? [], mapping),
  ]);
  const gone = placement.dissolved.map((id) => step.draft.instances.need(id)).map(dissolvedNote);
  const added = [...placement.around.values()].flat().map((elementId): MigrationNote => {
    return { elementId, code: 'SCOPE_ADDED', message: '在办环节移入新增的子流程，其输入映射不再执行' };
  });
  const seen = new Set<string>();
  return [...notes, ...gone, ...added].filter(
    ({ elementId, code }) => !seen.has(`${elementId} ${code}`) && seen.add(`${elementId} ${code}`),
  );
}

function entryNotes({ element, kind, loopCounter }: Instance, { from, to, target }: ModelMapping): MigrationNote[] {
  const [old, now] = [from.elements[element], to.elements[idOf(target(element)) ?? '']];
  // What is said of a repetition is said of its body, the rest of its instances.
  if (!old || !now || (kind === 'node' && old.loop && loopCounter === undefined)) return [];
  return readOnEntry
    .filter(({ part }) => JSON.stringify(part(old)) !== JSON.stringify(part(now)))
    .map(({ code, message }) => ({ elementId: now.id, code, message }));
}

/** Completed activities that can be undone in the old version and not in the new one. */
function forgotten(records: readonly Compensable[], mapping: ModelMapping): MigrationNote[] {
  return records.flatMap(({ element, handler, inner }) => {
    const lost = [element, ...(handler === null ? [] : [handler])].some((id) => idOf(mapping.target(id)) === null);
    if (!lost) return forgotten(inner, mapping);
    return [{ elementId: element, code: 'UNDO_LOST', message: '新版本中没有对应的补偿，该环节此后不能再撤销其效果' }];
  });
}

const dissolvedNote = ({ element }: Instance): MigrationNote => ({
  elementId: element,
  code: 'SCOPE_REMOVED',
  message: '新版本没有这个子流程：其中的环节移到外层，同名变量以外层为准',
});
