import type { Case } from '../../../../api/cases/case.schema.ts';
import type { Tokens } from '../../../../api/corrections/correction.schema.ts';
import type { Task } from '../../../../api/tasks/task.schema.ts';
import type { Proposal } from '../../../../../engine/task.ts';
import { useWords } from '../../words/words.tsx';
import { writtenOf } from './written-value.ts';

/** What an approval of a correction is asked for; null for any other task. */
export const proposalOf = ({ kind, asks }: Pick<Task, 'kind' | 'asks'>): Proposal | null =>
  kind === 'correction' && asks !== null ? (asks as unknown as Proposal) : null;

export const waitingIn = ({ openTasks }: Case): readonly Task[] =>
  openTasks.filter(({ kind, status }) => kind === 'correction' && status === 'open');

/** A proposed correction in words, one phrase each. */
export function useProposalWords(tokens: Tokens | undefined) {
  const { operations } = useWords();
  const { said } = operations.correction;
  const target = (id: string): string => tokens?.targets.find(({ elementId }) => elementId === id)?.name ?? id;
  const token = ({ instanceId, elementId = '' }: { instanceId?: string; elementId?: string }): string =>
    tokens?.instances.find((one) => one.instanceId === instanceId)?.name ?? (elementId ? target(elementId) : '');
  return ({ act }: Proposal): readonly string[] => {
    if (act.kind === 'setVariables')
      return Object.entries(act.variables).map(([name, value]) => said.variable(name, writtenOf(value)));
    if (act.kind === 'correctStartDay') return [said.startDay(act.startsOn)];
    return act.instructions.map((one) => {
      switch (one.kind) {
        case 'skip':
          return said.skip(token(one), one.outcome ?? '');
        case 'move':
          return said.move(token(one), target(one.to));
        case 'start':
        case 'startAfter':
          return said[one.kind](target(one.at));
        default:
          return said[one.kind](token(one));
      }
    });
  };
}
