import { z } from 'zod';
import { freeLinkKinds } from '../../../domain/case-link.ts';
import { changedCaseSchema } from '../cases/case.schema.ts';
import { civilDateSchema, reasonSchema, variablesSchema } from '../json.schema.ts';

const id = z.string().min(1).max(200);
const reason = z.string().trim().min(1, '请写明理由').max(2000);
const freeKind = z.enum(freeLinkKinds);

const linkSchema = z
  .object({
    caseId: z.string(),
    number: z.string(),
    title: z.string(),
    status: z.string(),
    definitionKey: z.string(),
    /** What this case is to the other. */
    kind: z.enum([...freeLinkKinds, 'merged-into', 'merged-from', 'split-from', 'split-into']),
    at: z.string(),
  })
  .meta({ id: 'CaseLink' });

export const linksSchema = z
  .object({
    items: z.array(linkSchema),
    /** Number of the case that this one was merged into, also where the caller does not see that one. */
    mergedInto: z.string().nullable(),
  })
  .meta({ id: 'CaseLinks' });
export type Links = z.infer<typeof linksSchema>;

export const linkedSchema = linksSchema.extend({ settled: z.boolean() }).meta({ id: 'LinkedCase' });
export type Linked = z.infer<typeof linkedSchema>;

export const addLinkSchema = z.strictObject({ caseId: id, kind: freeKind, reason: reasonSchema });
export type AddLink = z.infer<typeof addLinkSchema>;

export const removeLinkSchema = z.object({ reason: reasonSchema });
export type RemoveLink = z.infer<typeof removeLinkSchema>;

export const linkParametersSchema = z.object({ id, kind: freeKind, otherId: id });
export type LinkParameters = z.infer<typeof linkParametersSchema>;

/** `into`: the case that goes on. */
export const mergeSchema = z.strictObject({ into: id, reason });
export type Merge = z.infer<typeof mergeSchema>;

export const splitSchema = z.strictObject({
  definitionKey: z.string().min(1).max(64),
  version: z.int().min(1).optional(),
  title: z.string().trim().min(1).max(300),
  startsOn: civilDateSchema.optional(),
  startEvent: id.optional(),
  /** Names of variables of this case that the new one begins with. */
  variables: z.array(z.string().min(1).max(200)).max(500).optional(),
  /** What else it begins with. */
  values: variablesSchema.optional(),
  /** Records of this case's ledgers that move to the new one. */
  records: z
    .array(z.strictObject({ ledger: z.string().min(1).max(64), id }))
    .max(1000)
    .optional(),
  /** Attachments of this case that the new one shows as well. */
  attachments: z.array(id).max(500).optional(),
  reason,
});
export type Split = z.infer<typeof splitSchema>;

/** The new case, as the caller sees it. */
export const splitCaseSchema = changedCaseSchema.extend({ splitFrom: z.string() }).meta({ id: 'SplitCase' });
export type SplitCase = z.infer<typeof splitCaseSchema>;
