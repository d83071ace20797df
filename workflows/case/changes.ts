import type { ViewChanges } from '../../activities/record.types.ts';
import type { Advanced } from '../../engine/advance.types.ts';
import type { CaseView } from '../../engine/view.ts';

/** The rows of `after` that differ from `before`; a row, once shown, is never missing later. */
export function changesOf(
  before: CaseView | null,
  after: CaseView,
  { records, notes = [] }: Pick<Advanced, 'records' | 'notes'>,
): ViewChanges {
  const links = changed(before?.links, after.links, (row) => `${row.kind} ${row.otherId}`);
  return {
    case: after.case,
    tasks: changed(before?.tasks, after.tasks, (row) => row.id),
    alarms: changed(before?.alarms, after.alarms, (row) => row.id),
    incidents: changed(before?.incidents, after.incidents, (row) => row.id),
    children: changed(before?.children, after.children, (row) => row.childId),
    ...(same(before?.waits, after.waits) ? {} : { waits: after.waits }),
    records,
    ...(same(before?.copies, after.copies)
      ? {}
      : { copies: changed(before?.copies, after.copies ?? [], (row) => row.id) }),
    ...(links.length > 0 ? { links } : {}),
    ...(notes.length > 0 ? { notes } : {}),
  };
}

function changed<Row>(before: readonly Row[] | undefined, after: readonly Row[], idOf: (row: Row) => string): Row[] {
  const known = new Map(before?.map((row) => [idOf(row), row]));
  return after.filter((row) => !same(known.get(idOf(row)), row));
}

const same = (one: unknown, other: unknown): boolean => one === other || JSON.stringify(one) === JSON.stringify(other);
