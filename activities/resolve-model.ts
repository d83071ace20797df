import type { ProcessModel } from '../engine/model.ts';
import { modelInForce } from '../database/definition.queries.ts';
import type { Queryable } from '../database/queryable.ts';
import { loadRulebook } from '../database/rulebook.queries.ts';
import type { CaseActivities } from './activities.types.ts';

/** Reads only. The version that is newest in force now is the one the call keeps. */
export function createResolveModel(db: Queryable): CaseActivities['resolveModel'] {
  return async (_, { key, version }) => {
    const found = await modelInForce<ProcessModel>(db, key, version ?? null);
    if (!found) {
      const wanted = version === undefined ? key : `${key} 第 ${version} 版`;
      return { found: false, message: `没有已发布的流程 ${wanted}` };
    }
    return { found: true, ref: `${found.key}@${found.version}`, model: found.model, rulebook: await loadRulebook(db) };
  };
}
