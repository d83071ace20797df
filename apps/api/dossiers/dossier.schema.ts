import { z } from 'zod';
import { dossierRules } from '../../../definitions/dossier.ts';
import { civilDateSchema, reasonSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

const subjectKind = z.enum(['cadre', 'unit']);
const section = z.enum(Object.keys(dossierRules.sections) as [string, ...string[]]);
const person = z.object({ id: z.string(), name: z.string() });

const entrySchema = z
  .object({
    kind: subjectKind,
    id: z.string(),
    name: z.string(),
    /** Of a person the weightiest post today. */
    unit: z.string().nullable(),
    title: z.string().nullable(),
    /** Null: there is none yet. */
    openedOn: civilDateSchema.nullable(),
    sealedOn: civilDateSchema.nullable(),
    lines: z.int(),
    changedAt: z.string().nullable(),
    /** Kept for, but not opened although the time is over. */
    missing: z.boolean(),
    dueOn: civilDateSchema.nullable(),
  })
  .meta({ id: 'DossierEntry' });
export type DossierEntry = z.infer<typeof entrySchema>;
export const dossierListSchema = listOf(entrySchema, 'DossierList');
export type DossierList = z.infer<typeof dossierListSchema>;
export const dossierQuerySchema = z.object({
  ...pageQuery,
  kind: subjectKind.default('cadre'),
  q: z.string().trim().max(100).optional(),
  state: z.enum(['all', 'open', 'sealed', 'missing']).default('all'),
});
export type DossierQuery = z.infer<typeof dossierQuerySchema>;

export const lineSchema = z
  .object({
    id: z.string(),
    section: z.string(),
    text: z.string(),
    on: civilDateSchema,
    form: z.string().nullable(),
    document: z.string().nullable(),
    files: z.array(z.string()),
    source: z.enum(['case', 'self', 'keeper', 'import']),
    case: z
      .object({
        id: z.string(),
        number: z.string().nullable(),
        procedure: z.string().nullable(),
        step: z.string().nullable(),
      })
      .nullable(),
    /** When the step was made, when the line came here, and by whom; null is the system. */
    eventAt: z.string(),
    writtenAt: z.string(),
    by: person.nullable(),
    kind: z.enum(['entry', 'correction', 'clarification', 'withdrawal']),
    replaces: z.string().nullable(),
    /** Another line has taken its place: it is shown as it was, and is no longer so. */
    replacedBy: z.string().nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'DossierLine' });
export type DossierLine = z.infer<typeof lineSchema>;

const sessionSchema = z.object({
  id: z.string(),
  begunBy: person,
  begunAt: z.string(),
  joinedBy: person.nullable(),
  until: z.string().nullable(),
});
const grantSchema = z
  .object({
    id: z.string(),
    readers: z.array(person),
    subjects: z.array(z.object({ kind: subjectKind, id: z.string(), name: z.string() })),
    sections: z.array(z.string()).nullable(),
    purpose: z.string(),
    approvedBy: person.nullable(),
    givenAt: z.string(),
    until: z.string(),
    revokedAt: z.string().nullable(),
    caseId: z.string().nullable(),
    inForce: z.boolean(),
    session: sessionSchema.nullable(),
    /** One of several readers, nobody waiting or reading with another. */
    mayBegin: z.boolean(),
    mayJoin: z.boolean(),
    mayRevoke: z.boolean(),
  })
  .meta({ id: 'DossierGrant' });
export const dossierSchema = z
  .object({
    kind: subjectKind,
    id: z.string(),
    name: z.string(),
    unit: z.string().nullable(),
    title: z.string().nullable(),
    openedOn: civilDateSchema.nullable(),
    sealedOn: civilDateSchema.nullable(),
    sealReason: z.string().nullable(),
    as: z.enum(['subject', 'keeper', 'grant']),
    /** Sections that were read now; each look is written down. */
    sections: z.array(z.string()),
    /** What two could read together. */
    together: z.array(z.string()),
    lines: z.array(lineSchema),
    /** The leave that it is read by. */
    grant: grantSchema.nullable(),
    mayKeep: z.boolean(),
  })
  .meta({ id: 'Dossier' });
export type Dossier = z.infer<typeof dossierSchema>;

export const dossierParametersSchema = z.object({ kind: subjectKind, subject: z.string().min(1).max(100) });
export type DossierParameters = z.infer<typeof dossierParametersSchema>;
export const readQuerySchema = z.object({
  section: section.optional(),
  /** Lines that others have replaced as well. */
  history: flag.default(true),
});
export type ReadQuery = z.infer<typeof readQuerySchema>;

export const lookListSchema = listOf(
  z
    .object({
      id: z.int(),
      person,
      with: person.nullable(),
      sections: z.array(z.string()),
      lines: z.int(),
      as: z.string(),
      purpose: z.string().nullable(),
      at: z.string(),
    })
    .meta({ id: 'DossierLook' }),
  'DossierLookList',
);
export type DossierLookList = z.infer<typeof lookListSchema>;
export const lookQuerySchema = z.object({ ...pageQuery });

const reason = z.string().trim().min(1).max(500);
export const newDossierSchema = z.strictObject({
  kind: subjectKind,
  subject: z.string().min(1).max(100),
  on: civilDateSchema.optional(),
  reason: reasonSchema,
});
export const sealSchema = z.strictObject({ on: civilDateSchema.optional(), reason });
export const newLineSchema = z.strictObject({
  section,
  text: z.string().trim().min(1).max(2000),
  on: civilDateSchema,
  document: z.string().trim().max(100).optional(),
  form: z.enum(['第一种形态', '第二种形态', '第三种形态', '第四种形态']).optional(),
});
export const correctionSchema = z.strictObject({ text: z.string().trim().min(1).max(2000), reason });
export const strayAssignmentSchema = z.strictObject({ kind: subjectKind, subject: z.string().min(1).max(100) });
export const writtenLineSchema = z.object({ id: z.string() }).meta({ id: 'WrittenLine' });
export const lineParametersSchema = dossierParametersSchema.extend({ line: z.string().min(1).max(200) });
export const doneSchema = z.object({ done: z.boolean() }).meta({ id: 'Done' });

export const strayListSchema = listOf(
  z
    .object({
      id: z.string(),
      kind: subjectKind,
      named: z.string().nullable(),
      section: z.string(),
      text: z.string(),
      on: civilDateSchema,
      case: z.object({ id: z.string(), number: z.string().nullable() }).nullable(),
      writtenAt: z.string(),
    })
    .meta({ id: 'StrayLine' }),
  'StrayLineList',
);
export type StrayLineList = z.infer<typeof strayListSchema>;

const keeperSchema = z
  .object({ person, since: civilDateSchema, until: civilDateSchema.nullable(), appointedBy: person })
  .meta({ id: 'DossierKeeper' });
export const keeperListSchema = z
  .object({ items: z.array(keeperSchema), mayAppoint: z.boolean() })
  .meta({ id: 'DossierKeeperList' });
export type DossierKeeperList = z.infer<typeof keeperListSchema>;
export const appointmentSchema = z.strictObject({
  person: z.string().min(1).max(64),
  since: civilDateSchema.optional(),
});
export const dismissalSchema = z.strictObject({ until: civilDateSchema.optional() });

export type DossierGrant = z.infer<typeof grantSchema>;
export const grantListSchema = z.object({ items: z.array(grantSchema) }).meta({ id: 'DossierGrantList' });
export type DossierGrantList = z.infer<typeof grantListSchema>;

/** What a page must know before it shows anything of dossiers. */
export const dossierRulesSchema = z
  .object({
    sections: z.record(
      z.string(),
      z.object({ name: z.string(), english: z.string(), of: z.array(subjectKind), twoReaders: z.boolean() }),
    ),
    feedWithin: z.int(),
    isKeeper: z.boolean(),
    oversees: z.boolean(),
    /** The viewer's own dossier, if somebody registered has this account. */
    own: z.string().nullable(),
    strays: z.int(),
    late: z.int(),
  })
  .meta({ id: 'DossierRules' });
export type DossierRulesView = z.infer<typeof dossierRulesSchema>;
