import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { absenceListSchema, absenceSchema } from '../../apps/api/absences/absence.schema.ts';
import { adminRequestSchema, confirmedSchema } from '../../apps/api/administration/requests/request.schema.ts';
import { caseListSchema, caseSchema } from '../../apps/api/cases/case.schema.ts';
import { previewSchema } from '../../apps/api/commands/preview.schema.ts';
import { stalledListSchema } from '../../apps/api/dashboard/dashboard.schema.ts';
import { deputyListSchema, givenSchema } from '../../apps/api/deputies/deputy.schema.ts';
import { timelineSchema } from '../../apps/api/history/history.schema.ts';
import { colleagueListSchema } from '../../apps/api/people/people.schema.ts';
import { actedSchema, taskListSchema, taskSchema } from '../../apps/api/tasks/task.schema.ts';
import { insertNotices } from '../../database/notices.queries.ts';
import { fromPool } from '../../database/queryable.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

/** Only those who hold the role of a step may see the case: who stands in sees it by standing in alone. */
const closed = (key: string) =>
  bpmn(
    process(
      key,
      { 'ld:circle': 'posts' },
      start('s'),
      user('intake', { name: '受理', 'ld:role': 'cdi.intake', 'ld:agency': 'cdi' }),
      user('verify', { name: '核实', 'ld:role': 'insp.office', 'ld:agency': 'insp' }),
      end('e'),
      flows('s>intake>verify>e'),
    ),
  );

let api: Api;
const today = civilDateOf(Date.now());
const inAWeek = addDays(today, 7);
const outcome = ({ status, code }: Answer) => [status, code];
const give = (as: string, body: object) => api.post(as, '/deputies', { until: inAWeek, ...body });
const tasksOf = async (as: string, query: string) =>
  (await api.get(as, `/tasks?${query}`)).read(taskListSchema).items.map(({ id, actingFor }) => [id, actingFor?.user]);

/** Ends everything that the test before gave. */
const clear = () => api.system.rows('delete from deputy');
const opened = async (key = 'Closed') => {
  const found = await openCase(api, 'insp.office', key);
  return { id: found.id, intake: stepAt(found, 'intake') };
};

beforeAll(async () => {
  api = await startApi();
  await publish(api, closed('Closed'));
  await publish(api, closed('Other'));
});
afterAll(() => api.stop());

describe('a deputy', () => {
  it('sees and does the principal’s steps, and the story names both', async () => {
    const { id, intake } = await opened();
    for (const path of [`/cases/${id}`, `/tasks/${intake}`])
      expect((await api.get('cdi.style', path)).status).toBe(404);
    const given = (await give('cdi.intake', { deputy: 'cdi.style', reason: '出差' })).read(givenSchema);
    expect(given).toMatchObject({ principal: 'cdi.intake', inForce: true, warnings: [] });

    expect(await tasksOf('cdi.style', 'scope=group')).toContainEqual([intake, 'cdi.intake']);
    expect(await tasksOf('cdi.style', 'scope=deputy')).toEqual([[intake, 'cdi.intake']]);
    const claimed = (await api.post('cdi.style', `/tasks/${intake}/claim`)).read(actedSchema);
    expect(claimed).toMatchObject({ assignee: 'cdi.intake', actingFor: { user: 'cdi.intake', name: 'cdi.intake' } });
    expect(await tasksOf('cdi.style', 'scope=mine')).toEqual([[intake, 'cdi.intake']]);
    expect((await api.get('cdi.style', `/cases/${id}`)).read(caseSchema).openTasks).toHaveLength(1);

    expect((await api.post('cdi.style', `/tasks/${intake}/complete`)).status).toBe(200);
    expect((await api.get('cdi.style', `/tasks/${intake}`)).read(taskSchema).endedBy).toBe('cdi.style');
    const story = (await api.get('cdi.intake', `/cases/${id}/timeline`)).read(timelineSchema).items;
    expect(story.find(({ kind }) => kind === 'task-completed')).toMatchObject({
      actor: 'cdi.style',
      onBehalfOf: 'cdi.intake',
      onBehalfOfName: 'cdi.intake',
    });
    await clear();
  });

  it.each([
    ['the last day is over', `update deputy set since = $1::date - 9, until = $1::date - 1`],
    ['the first day has not come', `update deputy set since = $1::date + 1`],
    ['it is revoked', `update deputy set revoked_at = now() where $1::date is not null`],
    [
      'the principal is gone',
      `with gone as (update person set active = false where id = 'cdi.intake') update deputy set reason = 'x' where $1::date is not null`,
    ],
  ])('sees nothing of it any more when %s', async (_, change) => {
    const { id, intake } = await opened();
    await give('cdi.intake', { deputy: 'cdi.style' });
    await api.post('cdi.style', `/tasks/${intake}/complete`);
    const second = await opened();
    expect((await api.get('cdi.style', `/tasks/${second.intake}`)).status).toBe(200);
    await api.system.rows(change, [today]);
    for (const path of [`/cases/${id}`, `/cases/${id}/timeline`, `/tasks/${intake}`, `/tasks/${second.intake}`])
      expect([path, (await api.get('cdi.style', path)).status]).toEqual([path, 404]);
    expect((await api.post('cdi.style', `/tasks/${second.intake}/complete`)).status).toBe(404);
    expect((await api.get('cdi.style', '/cases')).read(caseListSchema).items).toEqual([]);
    expect((await api.get('cdi.style', '/tasks')).read(taskListSchema).items).toEqual([]);
    await api.system.rows(`update person set active = true where id = 'cdi.intake'`);
    await clear();
  });

  it.each([
    ['some procedures', { definitionKeys: ['Other'] }],
    ['some roles', { roles: ['cdi.intake'] }],
  ])('for %s sees what it is for and nothing else', async (_, limits) => {
    await api.system.rows(
      `insert into post (person_id, agency_id, role, since) values ('cdi.intake', 'cdi', 'cdi.petition', '2020-01-01')
       on conflict do nothing`,
    );
    const [covered, foreign] = 'roles' in limits ? ['Closed', null] : ['Other', 'Closed'];
    const inside = await opened(covered);
    const outside = foreign === null ? null : await opened(foreign);
    await give('cdi.intake', { deputy: 'cdi.style', ...limits });
    expect((await api.get('cdi.style', `/tasks/${inside.intake}`)).status).toBe(200);
    if (outside) expect((await api.get('cdi.style', `/tasks/${outside.intake}`)).status).toBe(404);
    const own = await publish(
      api,
      bpmn(
        process(
          'ByName',
          { 'ld:circle': 'posts' },
          start('s'),
          user('u', { 'ld:assignee': '=who' }),
          end('e'),
          flows('s>u>e'),
        ),
      ),
    );
    const byName = await openCase(api, 'insp.office', own.key, { variables: { who: 'cdi.intake' } });
    expect((await api.get('cdi.style', `/tasks/${stepAt(byName, 'u')}`)).status).toBe(404);
    await clear();
  });

  it('does not pass it on: a deputy’s deputy stands in for the deputy alone', async () => {
    const { intake } = await opened();
    await give('cdi.intake', { deputy: 'cdi.style' });
    const chained = (await give('cdi.style', { deputy: 'supervisor' })).read(givenSchema);
    expect(chained.warnings).toEqual([]);
    expect(await tasksOf('supervisor', 'scope=deputy')).toEqual([]);
    expect((await api.post('supervisor', `/tasks/${intake}/claim`)).status).toBe(403);
    const warned = (await give('cdi.intake2', { deputy: 'cdi.style' })).read(givenSchema);
    expect(warned.warnings.map(({ code }) => code)).toEqual(['DEPUTY_AWAY']);
    await clear();
  });

  it('acts by own right where there is one, and for whom is said where one says so', async () => {
    const { intake } = await opened();
    await give('cdi.intake', { deputy: 'cdi.intake2' });
    const own = (await api.post('cdi.intake2', `/tasks/${intake}/claim`)).read(actedSchema);
    expect(own).toMatchObject({ assignee: 'cdi.intake2', actingFor: null });
    await api.post('cdi.intake2', `/tasks/${intake}/unclaim`);
    const named = await api.post('cdi.intake2', `/tasks/${intake}/claim?as=cdi.intake`);
    expect(named.read(actedSchema).assignee).toBe('cdi.intake');
    const stranger = await api.post('cdi.intake2', `/tasks/${intake}/claim?as=supervisor`);
    expect(outcome(stranger)).toEqual([403, 'NOT_DEPUTY']);
    await clear();
  });

  it('cannot take the principal’s step for good', async () => {
    const { intake } = await opened();
    await give('cdi.intake', { deputy: 'cdi.style' });
    const grabbed = await api.post('cdi.style', `/tasks/${intake}/transfer`, { to: 'cdi.style' });
    expect(outcome(grabbed)).toEqual([403, 'DEPUTY_TO_SELF']);
    await clear();
  });

  it('does not approve for the principal what he has asked for himself', async () => {
    await publish(api, twoSteps('Dated'));
    const { intake } = await opened('Dated');
    await api.post('cdi.intake', `/tasks/${intake}/claim`);
    await api.post('cdi.intake', `/tasks/${intake}/extend`, { by: 'P5D', reason: '核实需时' });
    const approver = 'cdi.head';
    const [{ id: approval } = { id: '' }] = await api.system.rows<{ id: string }>(
      `select data->>'approval' as id from timeline where kind = 'extension-asked' and task_id = $1`,
      [intake],
    );
    for (const deputy of ['cdi.intake', 'cdi.style']) await give(approver, { deputy });
    const approve = (as: string) => api.post(as, `/tasks/${approval}/complete`, { outcome: 'approve' });
    expect(outcome(await approve('cdi.intake'))).toEqual([403, 'NOT_SAME_PERSON']);
    expect(outcome(await approve('cdi.style'))).toEqual([200, undefined]);
    await clear();
  });

  it('hears what the principal hears', async () => {
    const { id, intake } = await opened();
    await give('cdi.intake', { deputy: 'cdi.style' });
    const tell = { caseId: id, taskId: intake, level: 0, tell: ['candidates'], text: '提醒', at: new Date() };
    await insertNotices(fromPool(api.system.pool), { id: `${id}:told`, ...tell });
    const told = await api.system.rows<{ person_id: string }>('select person_id from notice where case_id = $1', [id]);
    expect(told.map(({ person_id }) => person_id).toSorted()).toEqual(['cdi.intake', 'cdi.intake2', 'cdi.style']);
    await clear();
  });
});

describe('a commission', () => {
  it.each([
    ['oneself', 'cdi.intake', { deputy: 'cdi.intake' }, 422, 'DEPUTY_ONESELF'],
    ['somebody of another house', 'cdi.intake', { deputy: 'audit.staff' }, 422, 'DEPUTY_OUTSIDE'],
    ['a stranger', 'cdi.intake', { deputy: 'ghost' }, 422, 'UNKNOWN_PERSON'],
    ['an administrator', 'cdi.intake', { deputy: 'sysadmin' }, 422, 'UNKNOWN_PERSON'],
    ['a role that one does not hold', 'cdi.intake', { deputy: 'cdi.style', roles: ['cdi.head'] }, 422, 'ROLE_NOT_HELD'],
    [
      'a procedure that is not there',
      'cdi.intake',
      { deputy: 'cdi.style', definitionKeys: ['No'] },
      422,
      'UNKNOWN_DEFINITION',
    ],
    ['days that are over', 'cdi.intake', { deputy: 'cdi.style', since: '2026-01-01' }, 422, 'INVALID_DATES'],
    [
      'an end before the beginning',
      'cdi.intake',
      { deputy: 'cdi.style', since: inAWeek, until: today },
      422,
      'INVALID_DATES',
    ],
    ['years', 'cdi.intake', { deputy: 'cdi.style', until: addDays(today, 400) }, 422, 'INVALID_DATES'],
    ['another’s steps', 'cdi.intake', { principal: 'cdi.intake2', deputy: 'cdi.style' }, 403, 'FORBIDDEN'],
    ['a head by somebody beside', 'supervisor', { principal: 'cdi.head', deputy: 'cdi.style' }, 403, 'FORBIDDEN'],
    ['oneself in another’s place', 'cdi.head', { principal: 'cdi.intake', deputy: 'cdi.head' }, 403, 'NOT_FOR_ONESELF'],
  ])('is not given to or for %s', async (_, as, body, status, code) => {
    expect(outcome(await give(as, body))).toEqual([status, code]);
    expect(await api.system.rows('select 1 from deputy')).toEqual([]);
  });

  it('keeps apart what must be apart: who tries cases does not stand in for who investigates', async () => {
    await api.system.rows(
      `insert into person (id, name, agency_id, created_at) values ('cdi.trial', '审理', 'cdi', now())`,
    );
    await api.system.rows(
      `insert into post (person_id, agency_id, role, since) values ('cdi.trial', 'cdi', 'cdi.trial', '2020-01-01')`,
    );
    expect(outcome(await give('cdi.intake', { deputy: 'cdi.trial' }))).toEqual([422, 'ROLES_APART']);
  });

  it('is given by the head of the house, ended by any of those it concerns, and seen by them alone', async () => {
    const given = (await give('cdi.head', { principal: 'cdi.intake', deputy: 'cdi.style' })).read(givenSchema);
    expect(outcome(await give('cdi.intake', { deputy: 'cdi.style' }))).toEqual([409, 'CONFLICT']);
    const seen = async (as: string) =>
      (await api.get(as, '/deputies')).read(deputyListSchema).items.map(({ id }) => id);
    for (const as of ['cdi.intake', 'cdi.style', 'cdi.head', 'auditadmin']) expect(await seen(as)).toEqual([given.id]);
    expect(await seen('fin.staff')).toEqual([]);
    expect(outcome(await api.post('fin.staff', `/deputies/${given.id}/revoke`))).toEqual([403, 'FORBIDDEN']);
    expect((await api.post('cdi.style', `/deputies/${given.id}/revoke`, { reason: '也要出差' })).status).toBe(200);
    expect(outcome(await api.post('cdi.head', `/deputies/${given.id}/revoke`))).toEqual([409, 'ALREADY_REVOKED']);
    await clear();
  });

  it('for somebody absent takes two administrators', async () => {
    const asked = await api.post('sysadmin', '/admin/people/cdi.intake/deputies', {
      deputy: 'cdi.style',
      until: inAWeek,
    });
    const { id } = asked.read(adminRequestSchema);
    expect(await api.system.rows('select 1 from deputy')).toEqual([]);
    const confirmed = await api.post('secadmin', `/admin/requests/${id}/confirm`);
    expect(confirmed.read(confirmedSchema).deputy).toMatchObject({ principal: 'cdi.intake', deputy: 'cdi.style' });
    await clear();
  });
});

describe('absence', () => {
  it('is entered by oneself or one’s head, and everybody sees who is away and who stands in, not why', async () => {
    const days = { since: today, until: inAWeek };
    const own = await api.post('cdi.intake', '/absences', { ...days, kind: 'leave', note: '探亲' });
    expect(own.read(absenceSchema)).toMatchObject({ personId: 'cdi.intake', kind: 'leave' });
    expect(outcome(await api.post('cdi.head', '/absences', { personId: 'cdi.intake', ...days }))).toEqual([
      409,
      'CONFLICT',
    ]);
    expect(outcome(await api.post('fin.staff', '/absences', { personId: 'cdi.intake', ...days }))).toEqual([
      403,
      'FORBIDDEN',
    ]);
    await give('cdi.intake', { deputy: 'cdi.style' });
    const away = (await api.get('fin.staff', `/absences?on=${today}`)).read(absenceListSchema).items;
    expect(away).toMatchObject([{ personId: 'cdi.intake', kind: null, note: null, deputies: [{ user: 'cdi.style' }] }]);
    const found = (await api.get('fin.staff', '/people?q=intake')).read(colleagueListSchema).items;
    expect(found.map(({ id, awayUntil, deputies }) => [id, awayUntil, deputies.length])).toEqual([
      ['cdi.intake', inAWeek, 1],
      ['cdi.intake2', null, 0],
    ]);
    const { id } = own.read(absenceSchema);
    expect((await api.post('cdi.intake', `/absences/${id}/cancel`)).status).toBe(200);
    expect((await api.get('fin.staff', `/absences?on=${today}`)).read(absenceListSchema).items).toEqual([]);
    await clear();
  });
});

describe('the board', () => {
  it('shows what waits for somebody who is away and has no deputy for it', async () => {
    const { id, intake } = await opened();
    await api.post('cdi.intake2', `/tasks/${intake}/claim`);
    const away = async () => {
      const { items } = (await api.get('supervisor', '/dashboard/stalled?reason=away')).read(stalledListSchema);
      return items.filter(({ caseId }) => caseId === id).map(({ assignee }) => assignee);
    };
    expect(await away()).toEqual([]);
    const leave = await api.post('cdi.intake2', '/absences', { since: today, until: inAWeek, kind: 'leave' });
    expect(await away()).toEqual(['cdi.intake2']);
    await give('cdi.intake2', { deputy: 'cdi.style', definitionKeys: ['Other'] });
    expect(await away()).toEqual(['cdi.intake2']);
    await give('cdi.intake2', { deputy: 'cdi.intake', definitionKeys: ['Closed'] });
    expect(await away()).toEqual([]);
    await api.post('cdi.intake2', `/absences/${leave.read(absenceSchema).id}/cancel`);
    await clear();
    await api.system.rows(`update post set until = $1::date - 1 where person_id = 'cdi.intake2'`, [today]);
    expect(await away()).toEqual(['cdi.intake2']);
    await api.system.rows(`update post set until = null where person_id = 'cdi.intake2'`);
  });
});

describe('a preview', () => {
  it('says of whoever would get the step that they are away, until when, and who stands in', async () => {
    const { intake } = await opened();
    const away = await api.post('cdi.intake2', '/absences', { since: today, until: inAWeek, kind: 'leave' });
    await give('cdi.intake2', { deputy: 'cdi.style' });
    const seen = await api.post('cdi.intake', `/tasks/${intake}/transfer?preview=true`, { to: 'cdi.intake2' });
    expect(seen.read(previewSchema).people).toMatchObject([
      { user: 'cdi.intake2', awayUntil: inAWeek, deputies: [{ user: 'cdi.style' }] },
    ]);
    await api.post('cdi.intake2', `/absences/${away.read(absenceSchema).id}/cancel`);
    await clear();
  });

  it('says how often one has been reminded today, and who would hear it', async () => {
    const { intake } = await opened();
    await api.post('cdi.intake', `/tasks/${intake}/claim`);
    await api.post('supervisor', `/tasks/${intake}/remind`);
    const seen = await api.post('supervisor', `/tasks/${intake}/remind?preview=true`);
    const { today: times, told } = seen.read(previewSchema).reminder ?? { today: 0, told: [] };
    expect([times, told.map(({ user: who }) => who)]).toEqual([1, ['cdi.intake']]);
  });
});

describe('people', () => {
  it('are found by name, role and agency; administrators and those who are gone are not among them', async () => {
    const all = (await api.get('cdi.intake', '/people?limit=200')).read(colleagueListSchema).items.map(({ id }) => id);
    expect(all).toContain('fin.staff');
    for (const gone of ['sysadmin', 'secadmin', 'auditadmin']) expect(all).not.toContain(gone);
    const byRole = await api.get('cdi.intake', '/people?role=insp.team');
    expect(byRole.read(colleagueListSchema).items.map(({ id }) => id)).toEqual(['insp.team1']);
    expect((await api.get('sysadmin', '/people')).status).toBe(403);
  });
});
