import type { ModelRef } from '../command.ts';
import { leadingTo } from '../reachability.ts';
import type { Step } from '../step.ts';
import type { MigrationNote } from './notes.ts';

/**
 * Parallel joins of the new version that the tokens under way can never complete: a branch was added behind them. They
 * will end in an incident when the others have come.
 */
export function incompleteJoins(step: Step, ref: ModelRef): MigrationNote[] {
  const model = step.model(ref);
  const scopes = step.draft.instances.rows().filter((one) => one.ref === ref);
  const joins = Object.values(model.elements).filter(
    ({ kind, incoming }) => kind === 'parallelGateway' && incoming.length > 1,
  );
  return joins.flatMap((join) => {
    const paths = join.incoming.map((flow) => leadingTo(model, model.flows[flow]?.from ?? '', join.id));
    const stuck = scopes.some(({ id, joins: held = {} }) => {
      const tokens = step.draft.instances.of(id).map(({ element }) => element);
      const behind = [...tokens, ...Object.keys(held).filter((other) => other !== join.id)];
      const comes = join.incoming.map(
        (flow, index) => (held[join.id]?.[flow] ?? 0) > 0 || behind.some((element) => paths[index]?.has(element)),
      );
      return comes.includes(true) && comes.includes(false);
    });
    const message = '并行汇聚有新增的分支，在办案件的令牌不会经过；其余分支到齐后将报错，由经办更正放行';
    return stuck ? [{ elementId: join.id, code: 'JOIN_INCOMPLETE', message }] : [];
  });
}
