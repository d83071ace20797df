import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { jobSchema, mostSteps, orderedSchema } from '../../apps/api/bulk/bulk.schema.ts';
import type { BulkOrdered } from '../../apps/api/bulk/bulk.schema.ts';

import { createApp } from '../../apps/api/create-app.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { and, bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
const today = civilDateOf(Date.now());
const outcome = ({ status, code }: Answer) => [status, code];
const order = async (as: string, body: object, query = '', headers = {}) =>
  (await api.post(as, `/bulk${query}`, body, headers)).read(orderedSchema);
const fates = ({ items }: BulkOrdered) => items.map(({ status, code }) => [status, code]);
const step = async (key = 'Bulk') => {
  const found = await openCase(api, 'insp.office', key);
  return { id: found.id, intake: stepAt(found, 'intake') };
};
const claimed = async (by = 'cdi.intake', key = 'Bulk') => {
  const found = await step(key);
  await api.post(by, `/tasks/${found.intake}/claim`);
  return found;
};
const assigneeOf = async (task: string) => (await api.get('supervisor', `/tasks/${task}`)).read(taskSchema).assignee;
const storyOf = async (id: string) => (await api.get('supervisor', `/cases/${id}/timeline`)).read(timelineSchema).items;

/** Two steps of the intake side by side. */
const twins = (key: string) =>
  bpmn(
    process(
      key,
      start('s'),
      and('f'),
      user('left', { name: '左', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' }),
      user('right', { name: '右', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' }),
      and('j'),
      end('e'),
      flows('s>f>left>j>e', 'f>right>j'),
    ),
  );

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Bulk'));
  await publish(api, twins('Twins'));
});
afterAll(() => api.stop());

describe('an order for many', () => {
  it('gives all that one person has to another, looked at first, one command a case', async () => {
    await publish(api, twoSteps('Moving'));
    const found = [await claimed('cdi.intake', 'Moving'), await claimed('cdi.intake', 'Moving')];
    const body = {
      kind: 'transfer',
      filter: { assignee: 'cdi.intake', definitionKey: 'Moving' },
      to: 'cdi.intake2',
      reason: '借调',
    };
    const before = await api.counts();
    const seen = await order('cdi.head', body, '?preview=true');
    expect([seen.preview, seen.counts.pending, seen.items.length]).toEqual([true, 2, 2]);
    expect(await api.counts()).toEqual(before);
    const done = await order('cdi.head', body);
    expect(done).toMatchObject({ preview: false, settled: true, counts: { total: 2, done: 2 } });
    expect(done.items[0]).toMatchObject({ caseTitle: '某单位问题线索', taskName: '受理', to: 'cdi.intake2' });
    for (const { id, intake } of found) {
      expect(await assigneeOf(intake)).toBe('cdi.intake2');
      const told = (await storyOf(id)).filter(({ kind }) => kind === 'task-transferred');
      expect(told.map(({ actor, reason }) => [actor, reason])).toEqual([['cdi.head', '借调']]);
    }
  });

  it('tells of each what became of it, and of what is out of sight nothing', async () => {
    const free = await step();
    const taken = await claimed('cdi.intake2');
    const body = { kind: 'claim', taskIds: [free.intake, taken.intake, 'no-such', free.intake] };
    const expected = [
      ['done', null],
      ['refused', 'FORBIDDEN'],
      ['refused', 'NOT_FOUND'],
    ];
    const seen = await order('cdi.intake', body, '?preview=true');
    expect(fates(seen)).toEqual([['pending', null], ...expected.slice(1)]);
    expect(fates(await order('cdi.intake', body))).toEqual(expected);
    expect(await assigneeOf(free.intake)).toBe('cdi.intake');
    const outside = await order('fin.staff', { kind: 'claim', taskIds: [free.intake] });
    expect(outside.items).toMatchObject([
      { status: 'refused', code: 'NOT_FOUND', caseId: null, caseNumber: null, caseTitle: null, taskName: null },
    ]);
  });

  it('does the steps of one case in one command, also when one of them cannot be done', async () => {
    const { id, openTasks } = await openCase(api, 'insp.office', 'Twins');
    const [left, right] = [stepAt({ openTasks }, 'left'), stepAt({ openTasks }, 'right')];
    const { items } = await order('cdi.intake', { kind: 'claim', taskIds: [left, right] });
    expect(new Set(items.map(({ seq }) => seq)).size).toBe(1);
    await api.post('cdi.intake', `/tasks/${left}/unclaim`);
    expect(fates(await order('cdi.intake', { kind: 'unclaim', taskIds: [left, right] }))).toEqual([
      ['refused', 'NOT_CLAIMED'],
      ['done', null],
    ]);
    const entries = (await storyOf(id)).filter(({ kind }) => kind === 'task-unclaimed');
    expect(entries).toHaveLength(2);
  });

  it('under the same key is the same order', async () => {
    const { id, intake } = await step();
    const body = { kind: 'remind', taskIds: [intake] };
    const once = await order('supervisor', body, '', { 'idempotency-key': 'nudge' });
    const twice = await order('supervisor', body, '', { 'idempotency-key': 'nudge' });
    expect(twice).toEqual(once);
    expect((await storyOf(id)).filter(({ kind }) => kind === 'task-reminded')).toHaveLength(1);
    expect(
      outcome(await api.post('supervisor', '/bulk', { ...body, reason: '急' }, { 'idempotency-key': 'nudge' })),
    ).toEqual([422, 'KEY_REUSED']);
  });

  it('asks for an approval where the orderer may not grant', async () => {
    const { intake } = await claimed();
    const answer = await order('cdi.intake', { kind: 'extend', taskIds: [intake], by: 'P5D', reason: '核实需时' });
    expect(fates(answer)).toEqual([['done', 'APPROVAL_ASKED']]);
  });

  it('copies many', async () => {
    const found = [await claimed(), await claimed()];
    const taskIds = found.map(({ intake }) => intake);
    const answer = await order('cdi.intake', { kind: 'copy', taskIds, to: ['fin.staff'], text: '请知悉' });
    expect(answer.counts.done).toBe(2);
    for (const task of taskIds) expect((await api.get('fin.staff', `/tasks/${task}`)).status).toBe(200);
  });

  it('by a deputy names both', async () => {
    const { id, intake } = await claimed('cdi.intake2');
    await api.post('cdi.intake2', '/deputies', { deputy: 'cdi.style', until: addDays(today, 3) });
    await order('cdi.style', { kind: 'unclaim', taskIds: [intake] });
    const told = (await storyOf(id)).find(({ kind }) => kind === 'task-unclaimed');
    expect([told?.actor, told?.onBehalfOf]).toEqual(['cdi.style', 'cdi.intake2']);
  });

  it('is the orderer’s alone to see, to cancel and to repeat', async () => {
    const { intake } = await claimed('cdi.intake2');
    const { id } = await order('cdi.intake', { kind: 'claim', taskIds: [intake] });
    for (const path of [`/bulk/${id}`, `/bulk/${id}/items`])
      expect(outcome(await api.get('cdi.head', path))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await api.post('cdi.head', `/bulk/${id}/retry`))).toEqual([404, 'NOT_FOUND']);
    expect(outcome(await api.post('cdi.intake', `/bulk/${id}/cancel`))).toEqual([409, 'NOT_RUNNING']);
    await api.post('cdi.intake2', `/tasks/${intake}/unclaim`);
    const again = (await api.post('cdi.intake', `/bulk/${id}/retry`)).read(jobSchema);
    expect(again.counts).toMatchObject({ done: 1, refused: 0 });
    expect(await assigneeOf(intake)).toBe('cdi.intake');
  });

  it.each([
    ['neither names nor a filter', { kind: 'claim' }],
    ['both', { kind: 'claim', taskIds: ['a'], filter: {} }],
    ['an extension to nowhere', { kind: 'extend', taskIds: ['a'] }],
    ['an unknown kind', { kind: 'delete', taskIds: ['a'] }],
    ['a filter that is none', { kind: 'claim', filter: { everything: true } }],
  ])('with %s is refused as a whole', async (_, body) => {
    expect((await api.post('supervisor', '/bulk', body)).status).toBe(422);
  });

  it('TOO_MANY: of more steps than one order may hold is refused as a whole', async () => {
    const { intake } = await step();
    await api.system.rows(
      `insert into task_view select (jsonb_populate_record(t, jsonb_build_object('id', t.id || '-' || n))).*
       from task_view t, generate_series(1, $2::int) n where t.id = $1`,
      [intake, mostSteps],
    );
    const answer = await api.post('supervisor', '/bulk?preview=true', { kind: 'remind', filter: {} });
    await api.system.rows('delete from task_view where id like $1', [`${intake}-%`]);
    expect(outcome(answer)).toEqual([422, 'TOO_MANY']);
  });

  it('to somebody who is not there is refused as a whole', async () => {
    const { intake } = await claimed();
    const answer = await api.post('cdi.head', '/bulk', { kind: 'transfer', taskIds: [intake], to: 'nobody' });
    expect(outcome(answer)).toEqual([422, 'UNKNOWN_PERSON']);
  });
});

describe('an order that was broken off', () => {
  it('goes on: what was applied is not done again, what was not is done', async () => {
    const [sent, lost, left] = [await step(), await step(), await step()];
    const { id } = await order('supervisor', { kind: 'remind', taskIds: [sent.intake] });
    const [{ command } = { command: '' }] = await api.system.rows<{ command: string }>(
      'select command_id as command from journal where case_id = $1 order by seq desc limit 1',
      [sent.id],
    );
    // As it stood when the process died: one command answered too late, one never sent, one not begun.
    await api.system.rows(`update bulk_job set status = 'running', finished_at = null where id = $1`, [id]);
    await api.system.rows(`update bulk_item set status = 'sending', command = $2, seq = null where job_id = $1`, [
      id,
      command,
    ]);
    for (const [index, { id: caseId, intake }] of [lost, left].entries())
      await api.system.rows(
        `insert into bulk_item (job_id, position, case_id, task_id, act, status, command)
         values ($1, $2, $3, $4, $5, $6, $7)`,
        [
          id,
          index + 2,
          caseId,
          intake,
          JSON.stringify({ kind: 'remindTask', taskId: intake }),
          index === 0 ? 'sending' : 'pending',
          index === 0 ? 'bulk:lost' : null,
        ],
      );
    const { databaseUrl, temporalAddress, temporalNamespace, keys } = api.system.settings;
    const settings = { databaseUrl, temporalAddress, temporalNamespace, keys, home: api.home, port: 0 };
    const second = await createApp({ ...settings, host: '127.0.0.1' });
    await second.init();
    await expect
      .poll(async () => (await api.get('supervisor', `/bulk/${id}`)).read(jobSchema), { timeout: 20_000 })
      .toMatchObject({ settled: true, counts: { total: 3, done: 3 } });
    await second.close();
    for (const caseId of [sent.id, lost.id, left.id]) {
      const reminded = (await storyOf(caseId)).filter(({ kind }) => kind === 'task-reminded');
      expect(reminded).toHaveLength(1);
    }
  });
});
