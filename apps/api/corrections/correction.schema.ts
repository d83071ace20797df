import { z } from 'zod';
import { tokenPlaceSchema } from '../commands/preview.schema.ts';
import { variablesSchema } from '../json.schema.ts';

const id = z.string().min(1).max(200);

/** A token: the instance that holds it, or the element where only one stands. */
const standing = { instanceId: id.optional(), elementId: id.optional() };
/** The scope, where several would do; the flow by which a token comes to a join. */
const target = { scopeId: id.optional(), flowId: id.optional() };
const hasPlace = ({ instanceId, elementId }: { instanceId?: string | undefined; elementId?: string | undefined }) =>
  (instanceId === undefined) !== (elementId === undefined);
const onePlace = '请给出 instanceId 或 elementId 之一';

const instructionSchema = z
  .union([
    z.strictObject({ kind: z.literal('cancel'), ...standing }).refine(hasPlace, onePlace),
    z
      .strictObject({
        kind: z.literal('skip'),
        ...standing,
        outcome: z.string().min(1).max(200).optional(),
        variables: variablesSchema.optional(),
      })
      .refine(hasPlace, onePlace),
    z.strictObject({ kind: z.literal('repeat'), ...standing }).refine(hasPlace, onePlace),
    z.strictObject({ kind: z.literal('move'), ...standing, to: id, ...target }).refine(hasPlace, onePlace),
    z.strictObject({ kind: z.literal('start'), at: id, ...target }),
    z.strictObject({ kind: z.literal('startAfter'), at: id, scopeId: id.optional() }),
  ])
  .meta({ id: 'CorrectionInstruction' });

export const correctionSchema = z.strictObject({
  /** Carried out together, in order, before any token moves. */
  instructions: z.array(instructionSchema).min(1).max(50),
  /** Although it leads to what the warnings of its preview say. */
  force: z.boolean().optional(),
  reason: z.string().trim().min(1, '请写明理由').max(2000),
});
export type Correction = z.infer<typeof correctionSchema>;

/** One living node of the case. */
const tokenSchema = z
  .object({
    instanceId: z.string(),
    elementId: z.string(),
    name: z.string(),
    kind: z.enum(['process', 'body', 'node']),
    parentId: z.string().nullable(),
    /** The case's procedure, or one that it has called. */
    definition: z.string(),
    loopCounter: z.int().nullable(),
    phase: z.string(),
    tasks: z.array(z.string()),
    incidents: z.array(z.string()),
  })
  .meta({ id: 'Token' });

/** An element at which a token may be put. */
const targetSchema = z
  .object({
    elementId: z.string(),
    name: z.string(),
    kind: z.string(),
    definition: z.string(),
  })
  .meta({ id: 'CorrectionTarget' });

export const tokensSchema = z
  .object({
    /** Whether another operator must confirm a correction. */
    corrections: z.enum(['one-person', 'two-persons']),
    instances: z.array(tokenSchema),
    /** Tokens that wait in joins. */
    waiting: z.array(tokenPlaceSchema),
    targets: z.array(targetSchema),
  })
  .meta({ id: 'Tokens' });
export type Tokens = z.infer<typeof tokensSchema>;
