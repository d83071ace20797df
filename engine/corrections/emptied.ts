import { CaseError } from '../../domain/errors.ts';
import type { Step } from '../step.ts';
import { cancelInstance } from '../tokens/instances.ts';
import { takeOutInner } from '../elements/body.ts';
import type { Work } from './work.ts';

/**
 * A scope that corrections have left without a token is not done, it is gone: it goes with the last of them, outwards.
 * A case never ends by a correction; tokens that wait in a join are looked at as always.
 */
export function sweepEmptied(step: Step, { emptied }: Work): void {
  for (const id of emptied) {
    const scope = step.draft.instances.find(id);
    if (!scope || scope.active > 0) continue;
    if (scope.joins && Object.keys(scope.joins).length > 0) {
      step.next.push({ do: 'settle', scope: id });
      continue;
    }
    const { parent, kind, loopCounter } = scope;
    if (parent === null) {
      throw new CaseError('CASE_WOULD_END', '更正之后案件将没有任何在办环节；要结束案件，请撤销案件或移到结束事件。');
    }
    if (kind === 'node' && loopCounter !== undefined && step.elementOf(scope).loop?.kind === 'multi') {
      takeOutInner(step, scope);
      continue;
    }
    cancelInstance(step, id);
    step.draft.instances.edit(parent).active -= 1;
    // Visited after this one: a set is walked in the order of adding.
    emptied.delete(parent);
    emptied.add(parent);
  }
}
