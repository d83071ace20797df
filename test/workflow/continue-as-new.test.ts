import { afterAll, beforeAll, expect, it } from 'vitest';
import { sendCommand } from '../../workflows/case.client.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { commandOf, days, open, publish } from './procedure.ts';
import { startSystem } from './system.ts';
import type { System } from './system.ts';

let system: System;
beforeAll(async () => {
  system = await startSystem();
  await publish(
    system,
    bpmn(process('Long', start('s'), user('a', { 'ld:due': 'P10D' }), user('b'), end('e'), flows('s>a>b>e'))),
  );
});
afterAll(() => system.stop());

it('a case whose history grows long goes on in a new run, with its position, its alarms and what it has answered', async () => {
  const one = await open(system, 'Long', { trial: true });
  const runOf = async () => (await system.client.workflow.getHandle(caseWorkflowId(one.id)).describe()).runId;
  const [firstRun, taskId] = [await runOf(), await one.taskOf('a')];
  const early = commandOf({ kind: 'commentTask', taskId, text: '第一条' });
  const answer = await sendCommand(system.client, one.id, early);
  let comments = 1;
  const writeComments = async (): Promise<void> => {
    while (comments < 2_000 && (await runOf()) === firstRun) {
      for (let index = 0; index < 20; index += 1) {
        comments += 1;
        await one.send({ kind: 'commentTask', taskId, text: '又一条' });
      }
    }
  };
  await Promise.all([writeComments(), writeComments(), writeComments()]);
  expect(await runOf()).not.toBe(firstRun);

  expect(await sendCommand(system.client, one.id, early)).toEqual({ ...answer, repeated: true });
  const steps = await system.rows<{ seq: number }>('select seq from journal where case_id = $1 order by seq', [one.id]);
  expect(steps).toHaveLength(comments + 1);
  await one.fastForward(days(12));
  const [due] = await system.rows<{ fired_at: Date | null }>(
    `select fired_at from alarm_view where case_id = $1 and kind = 'due'`,
    [one.id],
  );
  expect(due?.fired_at).not.toBeNull();
  await one.complete('a');
  await one.complete('b');
  expect(await one.status()).toBe('completed');
  expect(await system.verify()).toMatchObject({ faults: [] });
});
