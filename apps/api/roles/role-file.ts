import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';
import type { RoleBook } from '../../../domain/role-rule.ts';

const file = new URL('../../../definitions/roles.yaml', import.meta.url);
const rulesSchema = z.record(
  z.string(),
  z.object({
    name: z.string(),
    english: z.string(),
    agencies: z.array(z.string()),
    apart: z.array(z.string()).default([]),
  }),
);

/** The roles of this release by key, as definitions/roles.yaml has them. */
export const rolesOfRelease = (): RoleBook => rulesSchema.parse(parse(readFileSync(file, 'utf8')));
