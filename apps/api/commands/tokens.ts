import type { z } from 'zod';
import type { ProcessModel } from '../../../engine/model.ts';
import type { CaseState } from '../../../engine/state.ts';
import type { tokenPlaceSchema } from './preview.schema.ts';

export type TokenPlace = z.infer<typeof tokenPlaceSchema>;
export type Models = Readonly<Record<string, ProcessModel>>;

/** Every token of a case: the innermost instances, and what waits in joins. */
export function tokensOf({ instances }: CaseState, models: Models): TokenPlace[] {
  const all = Object.values(instances);
  const scopes = new Set(all.map(({ parent }) => parent));
  const standing = all
    .filter(({ id, kind }) => kind !== 'process' && !scopes.has(id))
    .map(({ id, ref, element, parent }) => {
      return placeOf(models, { ref, element, instanceId: id, flowId: null, scopeId: parent ?? '' });
    });
  const waiting = all.flatMap(({ id, ref, joins = {} }) =>
    Object.entries(joins).flatMap(([element, held]) =>
      Object.entries(held).flatMap(([flowId, count]) =>
        Array.from({ length: count }, () => placeOf(models, { ref, element, instanceId: null, flowId, scopeId: id })),
      ),
    ),
  );
  return [...standing, ...waiting];
}

function placeOf(
  models: Models,
  { ref, element, ...place }: { ref: string; element: string } & Pick<TokenPlace, 'instanceId' | 'flowId' | 'scopeId'>,
): TokenPlace {
  return { ...place, elementId: element, name: models[ref]?.elements[element]?.name ?? element };
}
