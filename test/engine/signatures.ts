import { end, flows, start, user } from '../support/bpmn.ts';
import { modelOf, person, play, type Play } from '../support/run.ts';

const step = (attributes: Record<string, string>) =>
  modelOf(
    start('s'),
    user('a', { 'ld:outcomes': 'agree reject', 'ld:signers': 'signers', ...attributes }),
    user('b'),
    end('e'),
    flows('s>a>b>e'),
  );
export const begun = async (attributes: Record<string, string>, signers = ['ann', 'bob', 'cat']) =>
  play(await step(attributes)).start({ signers });
export const taskOf = (one: Play, assignee: string) =>
  one.view().tasks.find((task) => task.assignee === assignee && task.status === 'open')?.id ?? '';
export const sign = (one: Play, assignee: string, outcome: string) =>
  one.send({ kind: 'completeTask', taskId: taskOf(one, assignee), outcome }, { as: person(assignee) });
export const waiting = (one: Play) =>
  one
    .view()
    .tasks.filter(({ status }) => status === 'open')
    .map(({ assignee }) => assignee ?? '-');
