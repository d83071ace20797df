import { z } from 'zod';
import { registryWords } from '../../../definitions/registry.ts';

const keysOf = (words: Readonly<Record<string, unknown>>) => Object.keys(words) as [string, ...string[]];
export const category = z.enum(keysOf(registryWords.categories));
export const rank = z.enum(keysOf(registryWords.ranks));
export const level = z.enum(keysOf(registryWords.levels));
export const standing = z.enum(['head', 'leader', 'member']);
export const leaving = z.enum(keysOf(registryWords.leavings));
export const ending = z.enum(['merged', 'dissolved']);
export const objectId = z
  .string()
  .regex(/^[\p{L}\p{N}][\p{L}\p{N}._-]{0,63}$/u, '编号只能用字母、数字、“.”“-”“_”，最多 64 位');
export const shortText = z.string().trim().min(1).max(200);
export const longText = z.string().trim().max(500);
