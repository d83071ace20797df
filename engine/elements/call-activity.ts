import type { ModelRef, Variables } from '../command.ts';
import { textIn } from '../scopes/evaluate.ts';
import { variablesOf } from '../scopes/variables.ts';
import type { Instance } from '../state.ts';
import type { Step } from '../step.ts';
import { Stuck } from '../stuck.ts';
import { closeInstance, goOn, openInstance } from '../tokens/instances.ts';
import { openTrack } from './child-case.ts';
import type { Enter } from './enter.ts';

const deepest = 20;

/** Inline: the called process runs inside the case; child: a track of its own is opened. The newest version in force is the shell's to find. */
export const enterCall: Enter = (step, instance, element) => {
  const { call } = element;
  const key = call ? textIn(step, instance.id, call.key) : null;
  if (!call || key === null) {
    throw new Stuck(
      'NO_CALLED_PROCESS',
      `“${element.name ?? element.id}”没有指明要调用的流程`,
      '更正流程键所用的变量后重试',
    );
  }
  if (call.as === 'child') {
    openTrack(step, instance, element, key);
    return;
  }
  if (depthOf(step, instance) >= deepest) {
    throw new Stuck('RECURSION', `流程调用超过 ${deepest} 层`, '检查流程是否反复调用自身；改正后迁移案件');
  }
  const version = call.version === undefined ? {} : { version: call.version };
  step.effect({ kind: 'resolveModel', instanceId: instance.id, key, ...version });
};

/** The called process begins, with variables of its own. */
export function beginCall(step: Step, instance: Instance, ref: ModelRef): void {
  const element = step.elementOf(instance);
  const model = step.model(ref);
  const inputs: Variables = instance.variables ?? {};
  const variables = element.call?.allIn ? { ...variablesOf(step, instance.id), ...inputs } : inputs;
  const called = openInstance(step, {
    element: model.key,
    ref,
    parent: instance.id,
    kind: 'process',
    variables,
  });
  step.draft.instances.edit(instance.id).active = 1;
  step.journal('call-resolved', { elementId: element.id }, { called: ref, instanceId: instance.id });
  goOn(step, called.id, 'enter');
}

/** The called process is done; its variables flow back as the call activity says. */
export function leaveCall(step: Step, called: Instance, callId: string): void {
  const instance = step.draft.instances.edit(callId);
  const element = step.elementOf(instance);
  const brought = called.variables ?? {};
  closeInstance(step, called.id);
  instance.active = 0;
  if (element.output || element.call?.allOut) instance.payload = brought;
  goOn(step, callId, 'leave');
}

function depthOf(step: Step, instance: Instance): number {
  let depth = 0;
  for (let id: string | null = instance.id; id !== null;) {
    const { kind, parent }: Instance = step.draft.instances.need(id);
    if (kind === 'process') depth += 1;
    id = parent;
  }
  return depth;
}
