import type { Entry } from '../../../api/history/history.schema.ts';

/** Steps of the machine that a reader of the story does not need. */
const silent: ReadonlySet<string> = new Set([
  'element-entered',
  'element-left',
  'element-cancelled',
  'call-resolved',
  'service-called',
  'service-done',
  'child-opening',
  'delivery-held',
  'delivery-ignored',
  'condition-met',
  'deadline-set',
]);

const decisions: ReadonlySet<string> = new Set([
  'case-opened',
  'case-ended',
  'case-cancelled',
  'case-suspended',
  'case-resumed',
  'task-completed',
  'task-returned',
  'task-rejected',
  'task-withdrawn',
  'task-signed',
  'child-opened',
  'child-ended',
  'child-escalated',
  'deadline-moved',
  'extension-refused',
  'person-recused',
  'person-readmitted',
  'case-corrected',
  'correction-confirmed',
  'correction-rejected',
  'step-skipped',
  'step-repeated',
  'token-cancelled',
  'token-moved',
  'token-started',
  'case-merged',
  'case-absorbed',
  'case-split',
]);

export const isTold = ({ kind }: Entry): boolean => !silent.has(kind);
export const isDecision = ({ kind }: Entry): boolean => decisions.has(kind);
