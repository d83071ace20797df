import { z } from 'zod';
import { civilDateSchema } from '../json.schema.ts';
import { flag, listOf, pageQuery } from '../lists/list.schema.ts';
import { category, ending, level, rank, standing } from './registry.words.ts';

const day = civilDateSchema;
const maybeDay = day.nullable();

const named = z.object({ id: z.string(), name: z.string() });

const unitSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    category: z.string(),
    superior: named.nullable(),
    /** 派驻纪检监察组 on the day asked for. */
    group: named.nullable(),
    since: day,
    until: maybeDay,
    endedAs: ending.nullable(),
    successor: named.nullable(),
    /** 一把手 on the day asked for. */
    heads: z.array(named.extend({ title: z.string() })),
    /** 分管领导 on the day asked for. */
    leaders: z.array(named.extend({ title: z.string() })),
    cadres: z.int(),
  })
  .meta({ id: 'RegisteredUnit' });
export type RegisteredUnit = z.infer<typeof unitSchema>;
export const unitListSchema = listOf(unitSchema, 'RegisteredUnitList');
export type RegisteredUnitList = z.infer<typeof unitListSchema>;

const termSchema = z.object({
  since: day,
  name: z.string(),
  category: z.string(),
  superior: named.nullable(),
  group: named.nullable(),
  basis: z.string(),
});
const postSchema = z.object({
  unit: named,
  title: z.string(),
  rank: z.string(),
  standing,
  since: day,
  until: maybeDay,
  basis: z.string(),
});
const chargeSchema = z.object({ unit: named, since: day, until: maybeDay, matter: z.string(), basis: z.string() });
const incumbentSchema = named.extend({
  title: z.string(),
  rank: z.string(),
  standing,
  since: day,
  until: maybeDay,
});

/** A unit with its history: what it was called, who led it, what is below it. */
export const unitDetailSchema = unitSchema
  .extend({
    terms: z.array(termSchema),
    posts: z.array(incumbentSchema),
    charges: z.array(named.extend({ matter: z.string(), since: day, until: maybeDay })),
    below: z.array(named),
    predecessors: z.array(named.extend({ until: maybeDay })),
    mayKeep: z.boolean(),
  })
  .meta({ id: 'RegisteredUnitDetail' });
export type RegisteredUnitDetail = z.infer<typeof unitDetailSchema>;

const cadreSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    managedBy: z.string(),
    since: day,
    until: maybeDay,
    leftAs: z.string().nullable(),
    /** Held on the day asked for, the leading ones first. */
    posts: z.array(postSchema),
    /** Units in charge of on that day. */
    charges: z.int(),
  })
  .meta({ id: 'RegisteredCadre' });
export type RegisteredCadre = z.infer<typeof cadreSchema>;
export const cadreListSchema = listOf(cadreSchema, 'RegisteredCadreList');
export type RegisteredCadreList = z.infer<typeof cadreListSchema>;

/** A person with the history of posts and charges. */
export const cadreDetailSchema = cadreSchema
  .omit({ charges: true })
  .extend({ account: z.string().nullable(), charges: z.array(chargeSchema), mayKeep: z.boolean() })
  .meta({ id: 'RegisteredCadreDetail' });
export type RegisteredCadreDetail = z.infer<typeof cadreDetailSchema>;

const portfolioSchema = chargeSchema.extend({ leader: named.extend({ title: z.string() }) }).meta({ id: 'Portfolio' });
export type PortfolioRow = z.infer<typeof portfolioSchema>;
export const portfolioListSchema = listOf(portfolioSchema, 'PortfolioList');
export type PortfolioList = z.infer<typeof portfolioListSchema>;

const search = { q: z.string().trim().max(100).optional(), on: day.optional() };
export const unitQuerySchema = z.object({
  ...pageQuery,
  ...search,
  category: category.optional(),
  superior: z.string().max(64).optional(),
  /** On the day asked for; without it those that exist. */
  state: z.enum(['existing', 'ended', 'all']).default('existing'),
});
export type UnitQuery = z.infer<typeof unitQuerySchema>;
export const cadreQuerySchema = z.object({
  ...pageQuery,
  ...search,
  unit: z.string().max(64).optional(),
  rank: rank.optional(),
  standing: standing.optional(),
  level: level.optional(),
  state: z.enum(['serving', 'left', 'all']).default('serving'),
});
export type CadreQuery = z.infer<typeof cadreQuerySchema>;
export const portfolioQuerySchema = z.object({
  ...pageQuery,
  ...search,
  leader: z.string().max(64).optional(),
  unit: z.string().max(64).optional(),
  past: flag.default(false),
});
export type PortfolioQuery = z.infer<typeof portfolioQuerySchema>;
export const onQuerySchema = z.object({ on: day.optional() });
export type OnQuery = z.infer<typeof onQuerySchema>;

const changeSchema = z
  .object({
    id: z.int(),
    object: z.enum(['unit', 'cadre']),
    objectId: z.string(),
    act: z.string(),
    before: z.record(z.string(), z.unknown()).nullable(),
    after: z.record(z.string(), z.unknown()),
    reason: z.string(),
    importId: z.string().nullable(),
    by: z.string(),
    byName: z.string(),
    at: z.string(),
  })
  .meta({ id: 'RegistryChange' });
export type RegistryChange = z.infer<typeof changeSchema>;
export const changeListSchema = listOf(changeSchema, 'RegistryChangeList');
export type RegistryChangeList = z.infer<typeof changeListSchema>;
export const changeQuerySchema = z.object({ ...pageQuery });

const wordSchema = z.object({ name: z.string(), english: z.string() });
const wordsSchema = z.record(z.string(), wordSchema);
export const registryWordsSchema = z
  .object({
    categories: wordsSchema,
    ranks: wordsSchema,
    levels: wordsSchema,
    standings: wordsSchema,
    leavings: wordsSchema,
    endings: wordsSchema,
  })
  .meta({ id: 'RegistryWords' });

/** What a write did, or in a preview would do: every object that it touches, and what is open in the hands of an ending unit. */
export const registryWrittenSchema = z
  .object({
    id: z.string(),
    preview: z.boolean(),
    changes: z.array(
      z.object({
        object: z.enum(['unit', 'cadre']),
        id: z.string(),
        name: z.string(),
        before: z.record(z.string(), z.unknown()).nullable(),
        after: z.record(z.string(), z.unknown()),
      }),
    ),
    open: z
      .object({
        cases: z.int(),
        tasks: z.int(),
        items: z.int(),
        /** 责任事项 still to open: at the successor's, or not at all. */
        obligations: z.int(),
        /** Steps that nobody can do from the day after. */
        unowned: z.int(),
      })
      .optional(),
  })
  .meta({ id: 'RegistryWritten' });
export type RegistryWritten = z.infer<typeof registryWrittenSchema>;
