import { z } from 'zod';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

export const intakeQuerySchema = z.object({
  definitionKey: z.string().min(1).max(64),
  dryRun: flag.default(false),
});
export type IntakeQuery = z.infer<typeof intakeQuerySchema>;
export const templateQuerySchema = intakeQuerySchema.pick({ definitionKey: true });

/** A step that a case begins with. */
const stepSchema = z.object({
  name: z.string(),
  agency: z.string().nullable(),
  role: z.string().nullable(),
  assignee: z.string().nullable(),
  dueOn: z.string().nullable(),
});

const rowSchema = z
  .object({
    /** Of the row in the file. */
    number: z.int(),
    title: z.string(),
    startsOn: z.string(),
    status: z.enum(['pending', 'opened', 'refused']),
    caseId: z.string().nullable(),
    caseNumber: z.string().nullable(),
    code: z.string().nullable(),
    message: z.string().nullable(),
  })
  .meta({ id: 'IntakeRow' });

const job = {
  id: z.string(),
  definitionKey: z.string(),
  version: z.int(),
  fileName: z.string(),
  receivedAt: z.string(),
  finishedAt: z.string().nullable(),
  /** False as long as cases are still being opened. */
  settled: z.boolean(),
};

export const intakeSchema = z.object({ ...job, rows: z.array(rowSchema) }).meta({ id: 'Intake' });
export type Intake = z.infer<typeof intakeSchema>;

/** What a sheet would open. With a defect anywhere it opens nothing. */
export const triedIntakeSchema = z
  .object({
    dryRun: z.literal(true),
    fileName: z.string(),
    definitionKey: z.string(),
    version: z.int(),
    cases: z.array(z.object({ number: z.int(), title: z.string(), startsOn: z.string(), steps: z.array(stepSchema) })),
    defects: z.array(z.object({ row: z.int(), column: z.string(), code: z.string(), message: z.string() })),
    /** When the caller brought in the same file before. */
    before: z.string().nullable(),
  })
  .meta({ id: 'TriedIntake' });
export type TriedIntake = z.infer<typeof triedIntakeSchema>;

export const intakeAnswerSchema = z.union([intakeSchema, triedIntakeSchema]);
export const intakeListSchema = listOf(z.object({ ...job, total: z.int(), opened: z.int() }), 'IntakeList');
export type IntakeList = z.infer<typeof intakeListSchema>;
export const intakeListQuerySchema = z.object(pageQuery);
export type IntakeListQuery = z.infer<typeof intakeListQuerySchema>;
