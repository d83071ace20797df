import { CaseError } from '../../domain/errors.ts';
import type { Actor } from '../command.ts';
import type { Step } from '../step.ts';

/** Whoever has stepped back does nothing more in the case, nor does a deputy for him or he for another. */
export function refuseRecused(step: Step): void {
  const { actor } = step.command;
  const { recused = [] } = step.draft.case;
  if (recused.length === 0 || actor === null || actor.everyRole) return;
  const found = personsOf(actor).find((person) => recused.includes(person));
  if (found !== undefined) throw new CaseError('RECUSED', '该人员在本案中已回避，不能办理。', { user: found });
}

const personsOf = ({ user, onBehalfOf }: Actor): readonly string[] =>
  onBehalfOf === undefined ? [user] : [onBehalfOf, user];
