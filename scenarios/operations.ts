import type { Act, Variables } from '../engine/command.ts';
import type { Fields } from './scenario.ts';

/** Who may do it, as the routes say. */
export type Right = 'read' | 'act' | 'assign' | 'operate' | 'steer' | 'take-part';

interface Operation {
  readonly may: Right;
  readonly act: (id: string, body: Fields) => Act;
}

type Plain = Extract<Act, { readonly taskId: string }>['kind'];

const plain = (kind: Plain, may: Right): Operation => ({
  may,
  act: (taskId, body) => ({ kind, taskId, ...body }) as unknown as Act,
});

const ofCase = (kind: 'suspendCase' | 'resumeCase' | 'cancelCase'): Operation => ({
  may: 'steer',
  act: () => ({ kind }),
});

/** POST /tasks/:id/<operation> as the engine's commands. */
export const taskOperations: Readonly<Record<string, Operation>> = {
  complete: plain('completeTask', 'act'),
  claim: plain('claimTask', 'act'),
  unclaim: plain('unclaimTask', 'act'),
  suspend: plain('suspendTask', 'operate'),
  resume: plain('resumeTask', 'operate'),
  remind: plain('remindTask', 'read'),
  withdraw: plain('withdrawTask', 'act'),
  transfer: plain('transferTask', 'assign'),
  delegate: plain('delegateTask', 'assign'),
  return: plain('returnTask', 'act'),
  reject: plain('rejectTask', 'act'),
  'add-signer': plain('addSigner', 'act'),
  'remove-signer': plain('removeSigner', 'operate'),
  extend: plain('extendTask', 'read'),
  comment: plain('commentTask', 'read'),
  cancel: plain('cancelTask', 'read'),
  copy: {
    may: 'read',
    act: (taskId, body) => ({ kind: 'copyCase', taskId, ...body }) as unknown as Act,
  },
};

const given = (kind: Act['kind'], may: Right): Operation => ({
  may,
  act: (_, body) => ({ kind, ...body }) as unknown as Act,
});

/** POST /cases/:id/<operation>, PATCH for `variables`. What has to do with cases beyond the family has no place here. */
export const caseOperations: Readonly<Record<string, Operation>> = {
  suspend: ofCase('suspendCase'),
  resume: ofCase('resumeCase'),
  cancel: ofCase('cancelCase'),
  variables: {
    may: 'operate',
    act: (_, { variables, scopeId }) => ({
      kind: 'setVariables',
      variables: variables as Variables,
      ...(typeof scopeId === 'string' ? { scopeId } : {}),
    }),
  },
  'start-day': { may: 'operate', act: (_, { startsOn }) => ({ kind: 'correctStartDay', startsOn: String(startsOn) }) },
  corrections: given('correctCase', 'operate'),
  tasks: given('addTask', 'read'),
  notes: given('addNote', 'read'),
  split: {
    may: 'steer',
    act: (_, { definitionKey, startEvent, ...body }) =>
      ({
        kind: 'splitCase',
        key: definitionKey,
        ...(startEvent === undefined ? {} : { startEventId: startEvent }),
        ...body,
      }) as unknown as Act,
  },
  retry: { may: 'operate', act: (incidentId) => ({ kind: 'retryIncident', incidentId }) },
  copy: given('copyCase', 'take-part'),
  messages: {
    may: 'take-part',
    act: (_, { name, variables }) => ({
      kind: 'message',
      name: String(name),
      variables: (variables ?? {}) as Variables,
    }),
  },
};
