import { and, end, flows, start, user } from '../support/bpmn.ts';
import { modelOf, type Play } from '../support/run.ts';

export const back = (one: Play, from: string, toElementId: string, siblings?: 'cancel' | 'keep' | 'refuse') =>
  one.send({ kind: 'returnTask', taskId: one.task(from).id, toElementId, ...(siblings ? { siblings } : {}) });

/** a, then the branches b1–b2 and c1 side by side, then d. */
export const forked = () =>
  modelOf(
    start('s'),
    user('a'),
    and('f'),
    user('b1'),
    user('b2'),
    user('c1'),
    and('j'),
    user('d'),
    end('e'),
    flows('s>a>f>b1>b2>j>d>e', 'f>c1>j'),
  );
