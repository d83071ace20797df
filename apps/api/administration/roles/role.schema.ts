import { z } from 'zod';
import { reasonSchema } from '../../json.schema.ts';

const names = {
  name: z.string().trim().min(1).max(100),
  english: z.string().trim().max(200).default(''),
  /** Ids or kinds of the agencies whose posts may carry it; empty: any. */
  agencies: z.array(z.string().min(1).max(32)).max(100).default([]),
  /** Roles that the same person may not hold. */
  apart: z.array(z.string().min(1).max(64)).max(100).default([]),
};

export const roleSchema = z
  .object({
    key: z.string(),
    name: z.string(),
    english: z.string(),
    agencies: z.array(z.string()),
    apart: z.array(z.string()),
    /** Comes with the release and is not changed here. */
    ofRelease: z.boolean(),
  })
  .meta({ id: 'Role' });
export type RoleEntry = z.infer<typeof roleSchema>;
export const roleListSchema = z.object({ items: z.array(roleSchema) }).meta({ id: 'RoleList' });

export const newRoleSchema = z.strictObject({
  key: z.string().regex(/^[a-z][a-z0-9._-]{0,63}$/, '角色代码由小写字母、数字和 . _ - 组成，以字母开头'),
  ...names,
  reason: reasonSchema,
});
export type NewRole = z.infer<typeof newRoleSchema>;
export const rolePutSchema = z.strictObject({ ...names, reason: reasonSchema });
export type RolePut = z.infer<typeof rolePutSchema>;
export const roleKeySchema = z.object({ key: z.string().min(1).max(64) });
