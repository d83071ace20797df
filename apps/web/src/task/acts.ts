import { typedDay } from '../time/dates.ts';

/** Acts on a task, as the API names them. */
export type ActName =
  | 'claim'
  | 'unclaim'
  | 'remind'
  | 'transfer'
  | 'delegate'
  | 'extend'
  | 'suspend'
  | 'resume'
  | 'return'
  | 'reject'
  | 'withdraw'
  | 'comment'
  | 'add-signer'
  | 'remove-signer'
  | 'cancel';

/** What a dialog has to ask before the act can be previewed. */
export interface ActFields {
  readonly reason: string;
  readonly to: string;
  readonly until: string;
  readonly toElementId: string;
  /** Empty: as the procedure has it. */
  readonly siblings: '' | 'cancel' | 'keep';
  readonly position: 'before' | 'parallel' | 'after';
  readonly text: string;
}

export const noFields: ActFields = {
  reason: '',
  to: '',
  until: '',
  toElementId: '',
  siblings: '',
  position: 'before',
  text: '',
};

/** Acts that undo others' work or stop a clock: drawn apart. */
export const isGrave = (act: ActName): boolean => graves.has(act);

const graves: ReadonlySet<ActName> = new Set(['return', 'reject', 'suspend', 'cancel']);

/** The body of the act's call; null while something is missing. */
export function bodyOf(act: ActName, fields: ActFields): Readonly<Record<string, unknown>> | null {
  const { reason, to, until, toElementId, siblings, position, text } = fields;
  const why = reason.trim() ? { reason: reason.trim() } : {};
  switch (act) {
    case 'transfer':
    case 'delegate':
      return to ? { to, ...why } : null;
    case 'extend':
      return typedDay(until) ? { until: typedDay(until), ...why } : null;
    case 'return':
      return toElementId ? { toElementId, ...(siblings ? { siblings } : {}), ...why } : null;
    case 'add-signer':
      return to ? { users: [to], position, ...why } : null;
    case 'remove-signer':
      return to ? { user: to, ...why } : null;
    case 'comment':
      return text.trim() ? { text: text.trim(), ...why } : null;
    default:
      return why;
  }
}
