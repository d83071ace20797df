/** What an operator may search cases by in Temporal's own UI: number, procedure, state and due day, and nothing else. */
import { defineSearchAttributeKey, SearchAttributeType } from '@temporalio/common';

export const caseNumberAttribute = defineSearchAttributeKey('LiandongNumber', SearchAttributeType.KEYWORD);
export const procedureAttribute = defineSearchAttributeKey('LiandongProcedure', SearchAttributeType.KEYWORD);
export const caseStatusAttribute = defineSearchAttributeKey('LiandongStatus', SearchAttributeType.KEYWORD);
/** The earliest due moment of the open tasks. */
export const dueDayAttribute = defineSearchAttributeKey('LiandongDueDay', SearchAttributeType.DATETIME);

/** All of them, for whoever registers them on a server. */
export const searchAttributes = [
  caseNumberAttribute,
  procedureAttribute,
  caseStatusAttribute,
  dueDayAttribute,
] as const;
