import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { caseListSchema, caseSchema } from '../../apps/api/cases/case.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { recusalListSchema, recusalSchema } from '../../apps/api/recusals/recusal.schema.ts';
import { actedSchema, taskListSchema } from '../../apps/api/tasks/task.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
const outcome = ({ status, code }: Answer) => [status, code];
const opened = async (variables: object = {}) => {
  const found = await openCase(api, 'insp.office', 'Steps', { variables });
  return { id: found.id, intake: stepAt(found, 'intake') };
};
/** 回避 of cdi.intake from this, decided by the head. */
const stepBack = async (from: object, more: object = {}) => {
  const body = { personId: 'cdi.intake', ground: 'relative', ...from, ...more };
  return (await api.post('cdi.head', '/recusals', body)).read(recusalSchema);
};
const lift = (id: string) => api.post('cdi.head', `/recusals/${id}/lift`);

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
});
afterAll(() => api.stop());

describe('whoever steps back', () => {
  it('asks, and the head decides: steps go back to the group, sight goes, the story tells who and who decided', async () => {
    const { id, intake } = await opened();
    await api.post('cdi.intake', `/tasks/${intake}/claim`);
    const asked = (await api.post('cdi.intake', '/recusals', { caseId: id, ground: 'relative', note: '表亲' })).read(
      recusalSchema,
    );
    expect(asked.state).toBe('asked');
    expect((await api.get('cdi.intake', `/cases/${id}`)).status).toBe(200);
    expect(outcome(await api.post('cdi.intake', `/recusals/${asked.id}/approve`))).toEqual([403, 'FORBIDDEN']);
    expect(outcome(await api.post('fin.staff', `/recusals/${asked.id}/approve`))).toEqual([404, 'NOT_FOUND']);
    const approved = (await api.post('cdi.head', `/recusals/${asked.id}/approve`)).read(recusalSchema);
    expect(approved).toMatchObject({ state: 'approved', decidedBy: 'cdi.head', cases: [{ caseId: id, told: true }] });

    for (const path of [`/cases/${id}`, `/cases/${id}/timeline`, `/tasks/${intake}`])
      expect((await api.get('cdi.intake', path)).status).toBe(404);
    for (const path of ['/cases', '/tasks?scope=group', '/tasks?scope=agency', '/dashboard/stalled'])
      expect((await api.get('cdi.intake', path)).text).not.toContain(id);
    expect((await api.get('cdi.intake2', `/cases/${id}`)).read(caseSchema).openTasks[0]?.assignee).toBeNull();
    const story = (await api.get('cdi.head', `/cases/${id}/timeline`)).read(timelineSchema).items;
    expect(story.find(({ kind }) => kind === 'person-recused')?.data).toEqual({
      user: 'cdi.intake',
      ground: 'relative',
      approvedBy: 'cdi.head',
    });
    await lift(asked.id);
    expect((await api.get('cdi.intake', `/cases/${id}`)).status).toBe(200);
    expect((await api.post('cdi.intake', `/tasks/${intake}/claim`)).status).toBe(200);
  });

  it('keeps the sight where the rule says so, and does nothing all the same', async () => {
    const { id, intake } = await opened();
    const { id: recusal } = await stepBack({ caseId: id }, { hides: false });
    expect((await api.get('cdi.intake', `/cases/${id}`)).status).toBe(200);
    for (const [path, body] of [
      [`/tasks/${intake}/claim`, {}],
      [`/tasks/${intake}/complete`, { outcome: 'accept' }],
      [`/tasks/${intake}/comment`, { text: '我看' }],
      [`/tasks/${intake}/remind`, {}],
    ] as const)
      expect([path, ...outcome(await api.post('cdi.intake', path, body))]).toEqual([path, 403, 'RECUSED']);
    await lift(recusal);
  });

  it.each([
    ['transfer', { to: 'cdi.intake' }],
    ['delegate', { to: 'cdi.intake' }],
    ['add-signer', { users: ['cdi.intake'], position: 'before' }],
  ])('is given nothing by %s, in earnest or in a preview', async (act, body) => {
    const { id, intake } = await opened();
    const { id: recusal } = await stepBack({ caseId: id });
    for (const query of ['', '?preview=true'])
      expect(outcome(await api.post('cdi.intake2', `/tasks/${intake}/${act}${query}`, body))).toEqual([403, 'RECUSED']);
    await lift(recusal);
    expect((await api.post('cdi.intake2', `/tasks/${intake}/${act}`, body)).status).toBe(200);
  });

  it('acts for nobody as a deputy, and nobody acts for him', async () => {
    const { id, intake } = await opened();
    const until = addDays(civilDateOf(Date.now()), 3);
    await api.post('cdi.intake', '/deputies', { deputy: 'cdi.style', until });
    await api.post('cdi.intake', `/tasks/${intake}/claim`);
    const { id: recusal, cases } = await stepBack({ caseId: id }, { hides: false, handTo: 'cdi.intake2' });
    expect(cases).toMatchObject([{ told: true }]);
    expect((await api.get('cdi.head', `/cases/${id}`)).read(caseSchema).openTasks[0]?.assignee).toBe('cdi.intake2');
    await lift(recusal);
    const own = await stepBack({ caseId: id }, { personId: 'cdi.style' });
    expect(outcome(await api.post('cdi.style', `/tasks/${intake}/complete`))).toEqual([404, 'NOT_FOUND']);
    await lift(own.id);
    await api.system.rows('delete from deputy');
  });

  it('from a unit or a person stays away from every case about it, open now or later', async () => {
    const before = await opened({ unit: 'unit1' });
    const named = await opened({ persons: [{ name: '周某某' }] });
    const other = await opened({ unit: 'unit2' });
    const fromUnit = await stepBack({ unit: 'unit1' });
    const fromPerson = await stepBack({ subject: '周某某' });
    const after = await opened({ unit: 'unit1' });
    for (const { id } of [before, named, after]) expect((await api.get('cdi.intake', `/cases/${id}`)).status).toBe(404);
    expect((await api.get('cdi.intake', `/cases/${other.id}`)).status).toBe(200);
    const seen = (await api.get('cdi.intake', '/cases?limit=200')).read(caseListSchema).items.map(({ id }) => id);
    expect(seen).toContain(other.id);
    expect(seen).not.toContain(after.id);
    const moved = await api.post('cdi.intake2', `/tasks/${after.intake}/transfer`, { to: 'cdi.intake' });
    expect(outcome(moved)).toEqual([403, 'RECUSED']);
    for (const { id } of [fromUnit, fromPerson]) await lift(id);
    expect((await api.get('cdi.intake', `/cases/${after.id}`)).status).toBe(200);
  });

  it('is no longer bound when the last day is over', async () => {
    const { id } = await opened();
    const yesterday = addDays(civilDateOf(Date.now()), -1);
    const recusal = await stepBack({ caseId: id }, { since: '2026-01-01', until: yesterday });
    expect((await api.get('cdi.intake', `/cases/${id}`)).status).toBe(200);
    await lift(recusal.id);
  });

  it('with a step that is given to nobody else needs somebody to hand it to', async () => {
    const { id, intake } = await opened();
    await api.post('cdi.intake', `/tasks/${intake}/delegate`, { to: 'cdi.style' });
    const kept = await stepBack({ caseId: id }, { personId: 'cdi.style' });
    expect(kept.cases).toMatchObject([{ told: true }]);
    const shown = (await api.get('cdi.head', `/tasks?caseId=${id}`)).read(taskListSchema).items[0];
    expect(shown).toMatchObject({ assignee: 'cdi.intake', owner: null });
    await lift(kept.id);
  });
});

describe('a recusal', () => {
  it.each([
    ['two things at once', 'cdi.intake', { caseId: 'x', unit: 'unit1', ground: 'interest' }, 422, 'INVALID_INPUT'],
    ['nothing', 'cdi.intake', { ground: 'interest' }, 422, 'INVALID_INPUT'],
    ['a case outside the circle', 'fin.staff', { caseId: 'c-none', ground: 'interest' }, 404, 'NOT_FOUND'],
    ['a unit that is not there', 'cdi.intake', { unit: 'no-unit', ground: 'interest' }, 422, 'UNKNOWN_AGENCY'],
    [
      'another person’s unit, by a colleague',
      'cdi.intake',
      { personId: 'cdi.intake2', unit: 'unit1', ground: 'interest' },
      403,
      'FORBIDDEN',
    ],
    [
      'a person who is not there',
      'cdi.head',
      { personId: 'ghost', unit: 'unit1', ground: 'interest' },
      422,
      'UNKNOWN_PERSON',
    ],
  ])('is not asked for from %s', async (_, as, body, status, code) => {
    expect(outcome(await api.post(as, '/recusals', body))).toEqual([status, code]);
  });

  it('may be asked for by anybody in the circle, is decided once, and seen by those it concerns', async () => {
    const { id } = await opened();
    const body = { personId: 'cdi.intake', caseId: id, ground: 'interest' };
    const asked = (await api.post('insp.office', '/recusals', body)).read(recusalSchema);
    expect(outcome(await api.post('insp.office', '/recusals', body))).toEqual([409, 'CONFLICT']);
    const seen = async (as: string) =>
      (await api.get(as, `/recusals?caseId=${id}`)).read(recusalListSchema).items.map((one) => one.id);
    for (const as of ['cdi.intake', 'cdi.head', 'supervisor', 'insp.office'])
      expect(await seen(as)).toEqual([asked.id]);
    for (const as of ['cdi.intake2', 'audit.staff']) expect(await seen(as)).toEqual([]);
    expect((await api.get('auditadmin', '/recusals')).status).toBe(403);
    const refused = await api.post('supervisor', `/recusals/${asked.id}/refuse`, { reason: '无依据' });
    expect(refused.read(recusalSchema)).toMatchObject({ state: 'refused', decisionReason: '无依据' });
    expect(outcome(await api.post('cdi.head', `/recusals/${asked.id}/approve`))).toEqual([409, 'ALREADY_DECIDED']);
    expect((await api.get('cdi.intake', `/cases/${id}`)).status).toBe(200);
  });

  it('of a head is decided above, never by the head', async () => {
    const { id } = await opened();
    const asked = (await api.post('cdi.head', '/recusals', { caseId: id, ground: 'relative' })).read(recusalSchema);
    expect(outcome(await api.post('cdi.head', `/recusals/${asked.id}/approve`))).toEqual([403, 'FORBIDDEN']);
    const approved = (await api.post('supervisor', `/recusals/${asked.id}/approve`)).read(recusalSchema);
    expect(approved.state).toBe('approved');
    expect((await api.get('cdi.head', `/cases/${id}`)).status).toBe(404);
    expect((await api.post('cdi.head', `/cases/${id}/suspend`)).status).toBe(404);
    await api.post('supervisor', `/recusals/${asked.id}/lift`);
    expect((await api.get('cdi.head', `/cases/${id}`)).status).toBe(200);
  });
});

describe('a head', () => {
  it('gives a step of the house to somebody else, of another house not', async () => {
    const { intake } = await opened();
    await api.post('cdi.intake', `/tasks/${intake}/claim`);
    await api.system.rows(
      `insert into person (id, name, agency_id, password_hash, created_at)
       select 'cdi.chief', '主任', 'cdi', password_hash, now() from person where id = 'cdi.intake'`,
    );
    await api.system.rows(
      `insert into post (person_id, agency_id, role, since) values ('cdi.chief', 'cdi', 'cdi.office.head', '2020-01-01')`,
    );
    const moved = await api.post('cdi.chief', `/tasks/${intake}/transfer`, { to: 'cdi.intake2', reason: '出差' });
    expect(moved.read(actedSchema).assignee).toBe('cdi.intake2');
    const foreign = await api.post('insp.office', `/tasks/${intake}/transfer`, { to: 'insp.office' });
    expect(outcome(foreign)).toEqual([403, 'FORBIDDEN']);
  });
});
