import { z } from 'zod';

/** A payload as Temporal's own pages send it: protobuf's JSON, bytes as base64. What else it carries is not needed to open it. */
const payloadSchema = z.object({
  metadata: z.record(z.string().max(100), z.base64()).default({}),
  data: z.base64().default(''),
});
export type SentPayload = z.infer<typeof payloadSchema>;

export const payloadsSchema = z.object({ payloads: z.array(payloadSchema).min(1).max(1000) });
export type SentPayloads = z.infer<typeof payloadsSchema>;

export const openedSchema = z
  .object({ payloads: z.array(z.object({ metadata: z.record(z.string(), z.string()), data: z.string() })) })
  .meta({ id: 'OpenedPayloads' });
export type OpenedPayloads = z.infer<typeof openedSchema>;
