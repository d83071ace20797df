import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseClockQuery, caseWorkflowId, taskQueue } from '../../workflows/case.messages.ts';
import { sendCommand, terminateCase } from '../../workflows/case.client.ts';
import { bpmn, end, flows, process, start, user, xor } from '../support/bpmn.ts';
import { commandOf, open, publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await publish(
    system,
    bpmn(
      process(
        'Triage',
        start('s'),
        user('review'),
        xor('x'),
        user('file'),
        user('close'),
        end('e'),
        flows('s>review>x', 'x>file[serious = true]>e', 'x>close*', 'close>e'),
      ),
    ),
  );
});
afterAll(() => system.stop());

const historyOf = async (id: string) =>
  (await system.client.workflow.getHandle(caseWorkflowId(id)).fetchHistory()).events ?? [];

describe('a case', () => {
  it('goes from its first task to its end, and every step is in the read model when it is answered', async () => {
    const one = await open(system, 'Triage');
    expect(await one.openTasks()).toEqual(['review']);
    await one.complete('review', { serious: true });
    expect(await one.openTasks()).toEqual(['file']);
    await one.complete('file');
    expect(await one.status()).toBe('completed');
    expect(await system.verify()).toMatchObject({ faults: [] });
  });

  it('is refused what its rules refuse, and its history does not show it', async () => {
    const one = await open(system, 'Triage');
    const before = (await historyOf(one.id)).length;
    await expect(one.send({ kind: 'completeTask', taskId: `${one.id}.t999` })).rejects.toMatchObject({
      name: 'CaseError',
      code: expect.stringMatching(/TASK/),
    });
    expect(await historyOf(one.id)).toHaveLength(before);
    expect(await system.rows('select seq from journal where case_id = $1', [one.id])).toHaveLength(1);
  });

  it('gives the same command the same answer, also after it has ended, and refuses its id with another body', async () => {
    const one = await open(system, 'Triage');
    const command = commandOf({ kind: 'completeTask', taskId: await one.taskOf('review') });
    const first = await sendCommand(system.client, one.id, command);
    expect(await sendCommand(system.client, one.id, command)).toMatchObject({ seq: first.seq });
    const other = commandOf({ kind: 'completeTask', taskId: await one.taskOf('close') }, { id: command.id });
    await expect(sendCommand(system.client, one.id, other)).rejects.toMatchObject({ code: 'KEY_REUSED' });
    await one.complete('close');
    await expect(one.send({ kind: 'suspendCase' })).rejects.toMatchObject({ code: 'CASE_CLOSED' });
    expect(await sendCommand(system.client, one.id, command)).toMatchObject({ seq: first.seq });
  });

  it('takes commands that come at once one after the other, none is lost and of two equal ones the second is refused', async () => {
    const one = await open(system, 'Triage');
    const taskId = await one.taskOf('review');
    const comments = Array.from({ length: 10 }, (_, index) =>
      one.send({ kind: 'commentTask', taskId, text: `第${index}条` }),
    );
    const completions = [1, 2].map(() => one.send({ kind: 'completeTask', taskId }));
    const [comment, completion] = await Promise.all([Promise.allSettled(comments), Promise.allSettled(completions)]);
    expect(completion.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    const applied = comment.filter(({ status }) => status === 'fulfilled').length + 2;
    const steps = await system.rows('select seq from journal where case_id = $1 order by seq', [one.id]);
    expect(steps).toEqual(Array.from({ length: applied }, (_, index) => ({ seq: index + 1 })));
    expect(await one.openTasks()).toEqual(['close']);
  });

  it('is not opened when its first command is refused', async () => {
    await expect(open(system, 'Triage', { id: 'refused', variables: {}, commandId: 'x' })).resolves.toBeDefined();
    await expect(open(system, 'Nothing')).rejects.toThrow();
    await expect(sendCommand(system.client, 'never-opened', commandOf({ kind: 'suspendCase' }))).rejects.toMatchObject({
      code: 'CASE_CLOSED',
    });
  });

  it('is found by number, procedure and state, and shows the server nothing else', async () => {
    const one = await open(system, 'Triage', { variables: { suspect: '王某某' } });
    const handle = system.client.workflow.getHandle(caseWorkflowId(one.id));
    const description = await handle.describe();
    expect(description.type).toBe('Triage');
    expect(description.searchAttributes).toMatchObject({
      LiandongNumber: [one.number],
      LiandongProcedure: ['Triage'],
      LiandongStatus: ['running'],
    });
    expect(await handle.query(caseClockQuery)).toBeGreaterThan(0);
    const text = JSON.stringify(await historyOf(one.id));
    for (const secret of ['王某某', 'suspect', 'review', '一件事']) {
      expect(text).not.toContain(Buffer.from(secret).toString('base64').slice(0, -3));
      expect(text).not.toContain(secret);
    }
  });
});

it('sends a command again that a worker took and said nothing about', async () => {
  const one = await open(system, 'Triage');
  const command = commandOf({ kind: 'completeTask', taskId: await one.taskOf('review') });
  await system.stopWorker();
  const answered = sendCommand(system.client, one.id, command);
  expect(await completeUnread()).toBe(caseWorkflowId(one.id));
  await system.startWorker();
  expect((await answered).seq).toBe(2);
  expect(await one.openTasks()).toEqual(['close']);
});

it('a step that is cut off by the end of its case is refused as any step of a closed case', async () => {
  const one = await open(system, 'Triage');
  const taskId = await one.taskOf('review');
  const lock = await system.pool.connect();
  try {
    await lock.query('begin');
    await lock.query('lock table journal in exclusive mode');
    const refused = expect(one.send({ kind: 'completeTask', taskId })).rejects.toMatchObject({ code: 'CASE_CLOSED' });
    const accepted = async () =>
      (await historyOf(one.id)).filter((event) => event.workflowExecutionUpdateAcceptedEventAttributes).length;
    await expect.poll(accepted).toBe(2); // the start, and the step that waits for the lock
    await terminateCase(system.client, one.id, '试运行已移除');
    await refused;
  } finally {
    await lock.query('rollback');
    lock.release();
  }
});

/** A worker of no use: takes the next workflow task and calls it done, without a word on the update that came with it. */
async function completeUnread(): Promise<string | null | undefined> {
  const { workflowService, options, connection } = system.client;
  for (;;) {
    const { taskToken, workflowExecution, messages } = await connection.withDeadline(Date.now() + 60_000, () =>
      workflowService.pollWorkflowTaskQueue({
        namespace: options.namespace,
        taskQueue: { name: taskQueue },
        identity: 'of no use',
      }),
    );
    if (!taskToken?.length) continue;
    await workflowService.respondWorkflowTaskCompleted({ namespace: options.namespace, taskToken });
    if (messages?.length) return workflowExecution?.workflowId;
  }
}
