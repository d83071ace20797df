import { Inject, Injectable } from '@nestjs/common';
import type { CaseState } from '../../../engine/state.ts';
import { mayBeStarted } from '../../../engine/corrections/starting.ts';
import { casePositionQuery, caseWorkflowId } from '../../../workflows/case.messages.ts';
import { tokensOf, type Models } from '../commands/tokens.ts';
import { Temporal } from '../temporal.ts';
import type { Tokens } from './correction.schema.ts';

/** Where a case stands, from the case itself: tokens are nobody's but its own, no table holds them. */
@Injectable()
export class TokenReader {
  constructor(@Inject(Temporal) private readonly temporal: Temporal) {}

  async of(caseId: string): Promise<Tokens> {
    const handle = this.temporal.client.workflow.getHandle(caseWorkflowId(caseId));
    const { environment, state } = await this.temporal.within(() => handle.query(casePositionQuery));
    const { models } = environment;
    const instances = Object.values(state.instances).map((one) => {
      const { id, element, kind, parent, ref, loopCounter = null, phase } = one;
      const model = models[ref];
      const name = (kind === 'process' ? model?.name : model?.elements[element]?.name) ?? element;
      const place = { instanceId: id, elementId: element, name, kind, parentId: parent, definition: ref };
      return { ...place, loopCounter, phase, ...whatHangsOn(state, id) };
    });
    const waiting = tokensOf(state, models).filter(({ instanceId }) => instanceId === null);
    const corrections = models[state.model]?.corrections ?? 'one-person';
    return { corrections, instances, waiting, targets: targetsIn(state, models) };
  }
}

/** Elements of the case's procedure and of those it has called; what comes by itself is none. */
function targetsIn({ model, instances }: CaseState, models: Models): Tokens['targets'] {
  const refs = new Set([model, ...Object.values(instances).map(({ ref }) => ref)]);
  return [...refs].flatMap((definition) =>
    Object.values(models[definition]?.elements ?? {})
      .filter(mayBeStarted)
      .map(({ id, name, kind }) => ({ elementId: id, name: name ?? id, kind, definition })),
  );
}

function whatHangsOn({ tasks, incidents }: CaseState, instanceId: string) {
  const isHere = ({ instance }: { readonly instance: string }) => instance === instanceId;
  return {
    tasks: Object.values(tasks)
      .filter((task) => isHere(task) && task.endedAt === null)
      .map(({ id }) => id),
    incidents: Object.values(incidents)
      .filter((incident) => isHere(incident) && incident.resolvedAt === null)
      .map(({ id }) => id),
  };
}
