import { Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createRecord } from '../../activities/record/record.ts';
import type { RecordStep } from '../../activities/record.types.ts';
import { rebuildCases } from '../../activities/verify/rebuild-cases.ts';
import { verifyCases } from '../../activities/verify/verify.ts';
import { testDatabase } from '../support/servers.ts';
import type { TestDatabase } from '../support/servers.ts';
import { caseRow, stepRecord, taskRow } from './step-record.builder.ts';
import { testKeyring } from './keyring.ts';

const keyring = testKeyring;
let database: TestDatabase;
let pool: Pool;
let record: RecordStep;

beforeAll(async () => {
  database = await testDatabase();
  pool = new Pool({ connectionString: database.url });
  record = createRecord({ pool, keyring });
});
afterAll(async () => {
  await pool.end();
  await database.drop();
});
beforeEach(() => pool.query('truncate case_view, journal, journal_void, timeline, delivery, outbox cascade'));

const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await pool.query(sql)).rows;
const verify = () => verifyCases(database.url, keyring, 'all');

describe('a step is recorded', () => {
  it('with its rows, its timeline and what it sends, linked to the one before', async () => {
    const first = await record(
      stepRecord({
        seq: 1,
        command: 'start',
        changes: { ...stepRecord({ seq: 1, command: '' }).changes, tasks: [taskRow()], records: [] },
        deliveries: [{ id: 'c1:1.1', kind: 'openChild' }],
        outbox: [{ id: 'c1:1.2', kind: 'notify', payload: { taskId: 'c1.t1' } }],
      }),
    );
    await record(stepRecord({ seq: 2, command: 'go', previousHash: first.hash, delivered: 'c1:1.1' }));
    expect(await rows('select seq, previous_hash from journal order by seq')).toEqual([
      { seq: 1, previous_hash: '' },
      { seq: 2, previous_hash: first.hash },
    ]);
    expect(await rows('select id, status from task_view')).toEqual([{ id: 'c1.t1', status: 'open' }]);
    expect(await rows('select seq from case_view')).toEqual([{ seq: 2 }]);
    expect(await rows('select id from outbox')).toHaveLength(1);
    expect(await rows('select id from delivery where done_at is null')).toEqual([]);
    expect(await rows('select seq, kind from timeline order by seq')).toHaveLength(2);
    expect(await verify()).toEqual({ sound: 1, faults: [] });
  });

  it('that changes one field of a ledger record leaves the others as they were', async () => {
    const item = (status: string, data: Record<string, string>) => ({
      ...stepRecord({ seq: 1, command: '' }).changes,
      records: [{ ledger: 'item', id: 'item-1', status, data, agency: 'unit1', elementId: 'RECTIFY', at: 0 }],
    });
    const first = await record(
      stepRecord({ seq: 1, command: 'plan', changes: item('open', { title: '制度缺失', due: '2026-12-01' }) }),
    );
    await record(
      stepRecord({ seq: 2, command: 'prove', previousHash: first.hash, changes: item('closed', { proof: 'a1' }) }),
    );
    expect(await rows('select status, data from record_view')).toEqual([
      { status: 'closed', data: { title: '制度缺失', due: '2026-12-01', proof: 'a1' } },
    ]);
    expect(await verify()).toEqual({ sound: 1, faults: [] });
  });

  it('twice by the same command only once, with the answer of the first', async () => {
    const step = stepRecord({ seq: 1, command: 'start' });
    const first = await record(step);
    expect(await record({ ...step, at: step.at + 5_000 })).toEqual(first);
    expect(await rows('select seq from journal')).toHaveLength(1);
  });

  it('without content that can be read in the journal', async () => {
    await record(stepRecord({ seq: 1, command: 'start', title: '某单位违规发放津补贴' }));
    const [row] = await rows('select payload, canonical from journal');
    expect(`${String(row?.['payload'])}${String(row?.['canonical'])}`).not.toContain('津补贴');
  });
});

describe('a step whose workflow task was lost', () => {
  it('is voided, with all it changed, when another command comes at its place', async () => {
    const first = await record(stepRecord({ seq: 1, command: 'start' }));
    const lost = stepRecord({ seq: 2, command: 'lost', previousHash: first.hash });
    await record({
      ...lost,
      changes: { ...lost.changes, case: caseRow({ status: 'completed' }), tasks: [taskRow()] },
      deliveries: [{ id: 'c1:2.1', kind: 'openChild' }],
      outbox: [{ id: 'c1:2.2', kind: 'notify', payload: {} }],
    });
    await record(stepRecord({ seq: 2, command: 'other', previousHash: first.hash, at: lost.at + 10 }));
    expect(await rows('select seq, command_id from journal order by seq')).toEqual([
      { seq: 1, command_id: 'start' },
      { seq: 2, command_id: 'other' },
    ]);
    expect(await rows('select seq, command_id from journal_void')).toEqual([{ seq: 2, command_id: 'lost' }]);
    expect(await rows('select id from task_view')).toEqual([]);
    expect(await rows('select status from case_view')).toEqual([{ status: 'running' }]);
    expect(await rows('select id from delivery')).toEqual([]);
    expect(await rows('select id from outbox')).toEqual([]);
    expect(await verify()).toEqual({ sound: 1, faults: [] });
  });

  it('takes what came after it along, and makes the delivery it answered pending again', async () => {
    const first = await record(
      stepRecord({ seq: 1, command: 'start', deliveries: [{ id: 'c1:1.1', kind: 'openChild' }] }),
    );
    const second = await record(stepRecord({ seq: 2, command: 'a', previousHash: first.hash, delivered: 'c1:1.1' }));
    await record(stepRecord({ seq: 3, command: 'b', previousHash: second.hash }));
    await record(stepRecord({ seq: 2, command: 'b', previousHash: first.hash, at: Date.parse('2026-03-03') }));
    expect(await rows('select seq, command_id from journal order by seq')).toEqual([
      { seq: 1, command_id: 'start' },
      { seq: 2, command_id: 'b' },
    ]);
    expect(await rows('select seq from journal_void order by seq')).toEqual([{ seq: 2 }, { seq: 3 }]);
    expect(await rows('select id from delivery where done_at is null')).toEqual([{ id: 'c1:1.1' }]);
  });

  it('is never one that the workflow has gone beyond', async () => {
    const first = await record(stepRecord({ seq: 1, command: 'start' }));
    await record(stepRecord({ seq: 2, command: 'a', previousHash: first.hash, confirmedSeq: 1 }));
    await expect(record(stepRecord({ seq: 1, command: 'other', at: Date.parse('2027-01-01') }))).rejects.toMatchObject({
      type: 'STATE_DIVERGED',
      nonRetryable: true,
    });
    expect(await rows('select seq from journal_void')).toEqual([]);
  });

  it('cannot be the newer of two attempts: a worker that lost its task long ago writes nothing', async () => {
    const late = stepRecord({ seq: 1, command: 'late' });
    await record(stepRecord({ seq: 1, command: 'start', at: late.at + 60_000 }));
    await expect(record(late)).rejects.toThrow('later attempt');
    expect(await rows('select command_id from journal')).toEqual([{ command_id: 'start' }]);
  });
});

describe('what does not follow', () => {
  it('from the step before is refused for good', async () => {
    await record(stepRecord({ seq: 1, command: 'start' }));
    const step = stepRecord({ seq: 2, command: 'a', previousHash: 'another history' });
    await expect(record(step)).rejects.toMatchObject({ type: 'STATE_DIVERGED' });
  });

  it('into a column is refused instead of repeated without end', async () => {
    const step = stepRecord({ seq: 1, command: 'start' });
    const unstorable = { ...step, changes: { ...step.changes, case: caseRow({ variables: { text: '\u0000' } }) } };
    await expect(record(unstorable)).rejects.toMatchObject({ type: 'UNSTORABLE', nonRetryable: true });
    expect(await rows('select seq from journal')).toEqual([]);
  });
});

describe('verify', () => {
  beforeEach(async () => {
    const step = stepRecord({ seq: 1, command: 'start' });
    const first = await record({ ...step, changes: { ...step.changes, tasks: [taskRow()] } });
    await record(stepRecord({ seq: 2, command: 'a', previousHash: first.hash }));
  });

  it.each([
    ['a task that was edited', `update task_view set name = '改过'`, 'task_view', 'name'],
    ['a task that was deleted', `delete from task_view`, 'task_view', '缺少'],
    ['an entry of the timeline that was deleted', `delete from timeline where seq = 1`, 'timeline', '缺少'],
    [
      'a text of the journal that was edited',
      `update journal set canonical = canonical || ' ' where seq = 1`,
      'journal',
      '原文',
    ],
    ['a column of the journal that was edited', `update journal set actor = 'x' where seq = 2`, 'journal', 'actor'],
    ['a payload that was exchanged', `update journal set payload = '\\x00' where seq = 1`, 'journal', '密文'],
    ['a step that was cut out', `delete from journal where seq = 1`, 'journal', '缺少第 1 步'],
    ['a step that was cut off', `delete from journal where seq = 2`, 'case_view', '第 1 步'],
  ])('names %s', async (_, tamper, table, word) => {
    await pool.query(tamper);
    const { faults } = await verify();
    expect(faults).toHaveLength(1);
    expect(faults[0]?.table).toBe(table);
    expect(faults[0]?.message).toContain(word);
  });

  it('is content again after the read model was rebuilt from the journal', async () => {
    await pool.query(`update task_view set name = '改过'`);
    expect(await rebuildCases(database.url, keyring, ['联案〔2026〕1号'])).toEqual([{ caseId: 'c1', steps: 2 }]);
    expect(await verify()).toEqual({ sound: 1, faults: [] });
  });
});
