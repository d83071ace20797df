import { z } from 'zod';

const nameSchema = z.object({ name: z.string(), english: z.string() });

const agencySchema = z.object({
  id: z.string(),
  name: z.string(),
  english: z.string(),
  kind: z.string(),
  parent: z.string().nullable(),
});

const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  agency: z.string().nullable(),
  title: z.string(),
  roles: z.array(z.string()),
});

const calendarSchema = z.object({
  id: z.string(),
  version: z.int(),
  years: z.record(z.string(), z.object({ off: z.array(z.string()), work: z.array(z.string()), source: z.string() })),
});

const periodSchema = z.object({ name: z.string(), start: z.string(), basis: z.string(), confidence: z.string() });

/** What a variable is called on the forms that ask for it, and what its codes mean. */
const fieldSchema = z.object({ title: z.string(), labels: z.record(z.string(), z.string()).optional() });
export const fieldsSchema = z.record(z.string(), fieldSchema).meta({ id: 'FieldNames' });
export type Fields = z.infer<typeof fieldsSchema>;

export const directorySchema = z
  .object({
    agencies: z.array(agencySchema),
    people: z.array(personSchema),
    roles: z.record(z.string(), nameSchema),
    calendar: calendarSchema,
    periods: z.record(z.string(), periodSchema),
    /** Of all forms, for what stands outside a case. */
    fields: fieldsSchema,
  })
  .meta({ id: 'Directory' });
export type Directory = z.infer<typeof directorySchema>;
