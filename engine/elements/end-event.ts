import type { Instance } from '../state.ts';
import type { Element } from '../model.ts';
import { noteEnd } from '../scopes/settle.ts';
import type { Step } from '../step.ts';
import { stopListening } from '../tokens/forget.ts';
import { emptyScope } from '../tokens/instances.ts';
import { openTracksIn } from './child-case.ts';
import { cancelTransaction } from './compensation.ts';
import type { Enter } from './enter.ts';
import { throwError } from './error.ts';
import { thrownCode } from './handlers.ts';
import { enterThrow } from './throw-event.ts';

export const enterEnd: Enter = (step, instance, element) => {
  switch (element.event?.kind) {
    case 'error':
      throwError(step, instance, thrownCode(step, instance, element.event));
      return;
    case 'terminate':
      terminate(step, instance, element);
      return;
    case 'cancel':
      cancelTransaction(step, instance);
      return;
    default:
      enterThrow(step, instance, element);
  }
};

/** Ends the scope it stands in, with all its tokens; the tracks that other agencies still have in hand are waited for. */
function terminate(step: Step, { id, parent }: Instance, element: Element): void {
  if (parent === null) throw new Error(`${element.id} has no scope`);
  const tracks = openTracksIn(step, parent);
  if (tracks.length > 0) {
    emptyScope(step, parent, id, ...tracks);
    for (const track of tracks) stopListening(step, track);
    return;
  }
  emptyScope(step, parent);
  step.journal('element-left', { elementId: element.id });
  noteEnd(step, parent, element);
  step.next.push({ do: 'settle', scope: parent });
}
