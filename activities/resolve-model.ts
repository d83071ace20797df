import { modelForNewCase } from '../database/definition.queries.ts';
import type { Queryable } from '../database/queryable.ts';
import { loadRulebook } from '../database/rulebook.queries.ts';
import { civilDateOf } from '../domain/civil-date.ts';
import { CaseError } from '../domain/errors.ts';
import type { ProcessModel } from '../engine/model.ts';
import type { CaseActivities } from './activities.types.ts';

/** Reads only. The version that rules on the day of the sender's clock is the one the call keeps. */
export function createResolveModel(db: Queryable): CaseActivities['resolveModel'] {
  return async ({ at, trial }, { key, version = null }) => {
    try {
      const found = await modelForNewCase<ProcessModel>(db, { key, version, on: civilDateOf(at), trial });
      return {
        found: true,
        ref: `${found.key}@${found.version}`,
        model: found.model,
        rulebook: await loadRulebook(db),
      };
    } catch (error) {
      if (error instanceof CaseError && error.code !== 'NO_RULEBOOK') return { found: false, message: error.message };
      throw error;
    }
  };
}
