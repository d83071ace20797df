import { z } from 'zod';
import { viewKinds } from '../attachments/view-kind.ts';
import { variablesSchema } from '../json.schema.ts';
import { listOf, pageQuery } from '../lists/list.schema.ts';

const entrySchema = z
  .object({
    seq: z.int(),
    position: z.int(),
    kind: z.string(),
    at: z.string(),
    actor: z.string().nullable(),
    actorName: z.string().nullable(),
    onBehalfOf: z.string().nullable(),
    onBehalfOfName: z.string().nullable(),
    elementId: z.string().nullable(),
    taskId: z.string().nullable(),
    taskName: z.string().nullable(),
    data: variablesSchema,
    reason: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export type Entry = z.infer<typeof entrySchema>;

export const timelineSchema = listOf(entrySchema, 'Timeline');
export type Timeline = z.infer<typeof timelineSchema>;
export const timelineQuerySchema = z.object({
  ...pageQuery,
  limit: z.coerce.number().int().min(1).max(1000).default(200),
});
export type TimelineQuery = z.infer<typeof timelineQuerySchema>;

export const diagramSchema = z
  .object({
    definitionKey: z.string(),
    version: z.int(),
    bpmn: z.string(),
    /** Where the case stands and has been. */
    elements: z.record(z.string(), z.enum(['passed', 'current', 'late'])),
    /** What has been done or is open inside sub-processes and inline calls, by the element that contains it. */
    inside: z.record(z.string(), z.array(z.string())),
  })
  .meta({ id: 'Diagram' });
export type Diagram = z.infer<typeof diagramSchema>;

const letterSchema = z
  .object({
    id: z.string(),
    status: z.string(),
    type: z.string().nullable(),
    agency: z.string().nullable(),
    elementId: z.string().nullable(),
    createdAt: z.string(),
    changedAt: z.string(),
    data: variablesSchema,
  })
  .meta({ id: 'Letter' });

const caseAttachmentSchema = z
  .object({
    id: z.string(),
    hash: z.string(),
    size: z.int(),
    name: z.string(),
    type: z.string(),
    uploadedBy: z.string(),
    uploadedAt: z.string(),
    view: z.enum(viewKinds),
    viewable: z.boolean(),
  })
  .meta({ id: 'CaseAttachment' });

export const documentsSchema = z
  .object({ letters: z.array(letterSchema), attachments: z.array(caseAttachmentSchema) })
  .meta({ id: 'CaseDocuments' });
export type Documents = z.infer<typeof documentsSchema>;
