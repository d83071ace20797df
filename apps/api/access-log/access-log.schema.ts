import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';

const look = {
  id: z.string(),
  user: z.string(),
  name: z.string().nullable(),
  object: z.enum(['case', 'attachment', 'export', 'payload', 'dossier', 'rows']),
  objectId: z.string().nullable(),
  /** By which route it was read first. */
  route: z.string(),
  /** As the case was marked then. */
  secrecy: z.string(),
  remote: z.string(),
  /** Asked for and not shown. */
  refused: z.boolean(),
  at: z.string(),
};

/** `objectName`: of the attachment. */
const caseLookSchema = z.object({ ...look, objectName: z.string().nullable() }).meta({ id: 'CaseLook' });
export const caseLooksSchema = listOf(caseLookSchema, 'CaseLookList');
export type CaseLooks = z.infer<typeof caseLooksSchema>;

/** Without anything of the case but its number. */
const lookSchema = z.object({ ...look, caseNumber: z.string().nullable(), session: z.string() }).meta({ id: 'Look' });
export const looksSchema = listOf(lookSchema, 'LookList');
export type Looks = z.infer<typeof looksSchema>;

const period = {
  /** First and last day, Asia/Shanghai. */
  since: civilDateSchema.optional(),
  until: civilDateSchema.optional(),
};
export const caseLookQuerySchema = z.object({ ...pageQuery, ...period, user: z.string().max(64).optional() });
export type CaseLookQuery = z.infer<typeof caseLookQuerySchema>;
export const lookQuerySchema = caseLookQuerySchema.extend({
  caseNumber: z.string().max(200).optional(),
  object: look.object.optional(),
  secrecy: z.string().max(20).optional(),
  refused: flag.optional(),
});
export type LookQuery = z.infer<typeof lookQuerySchema>;
