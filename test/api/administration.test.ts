import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { agencyListSchema, agencySchema } from '../../apps/api/administration/agencies/agency.schema.ts';
import { issuedSchema, personListSchema, personSchema } from '../../apps/api/administration/people/person.schema.ts';
import { postListSchema } from '../../apps/api/administration/posts/post.schema.ts';
import {
  adminRequestSchema,
  confirmedSchema,
  requestListSchema,
} from '../../apps/api/administration/requests/request.schema.ts';
import { sessionListSchema } from '../../apps/api/administration/sessions/session.schema.ts';
import { signedInSchema, userSchema } from '../../apps/api/auth/auth.schema.ts';
import { trailSchema, verifiedTrailSchema } from '../../apps/api/trail/trail.schema.ts';
import { addDays, civilDateOf } from '../../domain/civil-date.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { password, users } from './city.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';
import { routesOf } from './routes.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const login = (username: string, given: string) => api.post(null, '/auth/login', { username, password: given });
const outcome = ({ status, code }: Answer) => [status, code];

/** Makes a person with this post, the way administrators do. */
async function appoint(id: string, agency: string, role: string) {
  const created = await api.post('sysadmin', '/admin/people', { id, name: `人员${id}`, agency });
  expect(created.status).toBe(201);
  const asked = await api.post('sysadmin', `/admin/people/${id}/posts`, { agency, role });
  const request = asked.read(adminRequestSchema);
  return api.post(request.confirmer, `/admin/requests/${request.id}/confirm`);
}

/** Lets a person in for the first time; answers the token after the password has been changed. */
async function firstSignIn(id: string, oneTimePassword: string, next = 'Sunflower-7'): Promise<string> {
  const { accessToken, user } = (await login(id, oneTimePassword)).read(signedInSchema);
  expect(user.mustChangePassword).toBe(true);
  const changed = await api.post(null, '/auth/password', { current: oneTimePassword, next }, bearer(accessToken));
  expect(changed.status).toBe(200);
  return accessToken;
}

describe('a new colleague', () => {
  it('comes in when the system administrator has asked, the security administrator has confirmed, and the password is changed', async () => {
    const confirmed = await appoint('new.intake', 'cdi', 'cdi.intake');
    expect(confirmed.read(confirmedSchema).post).toMatchObject({ role: 'cdi.intake', agency: 'cdi', current: true });
    const issued = (await api.post('secadmin', '/admin/people/new.intake/reset-password')).read(issuedSchema);
    const { accessToken } = (await login('new.intake', issued.oneTimePassword)).read(signedInSchema);
    const early = await api.get(null, '/tasks', bearer(accessToken));
    expect(outcome(early)).toEqual([403, 'PASSWORD_CHANGE_REQUIRED']);
    expect((await api.get(null, '/me', bearer(accessToken))).status).toBe(200);
    const token = await firstSignIn('new.intake', issued.oneTimePassword);
    expect((await api.get(null, '/tasks', bearer(token))).status).toBe(200);
    expect((await api.get(null, '/me', bearer(token))).read(userSchema)).toMatchObject({
      roles: ['cdi.intake'],
      mustChangePassword: false,
    });
    expect(outcome(await login('new.intake', issued.oneTimePassword))).toEqual([401, 'WRONG_CREDENTIALS']);
  });

  it('has no rights before the confirmation, and no password before one is issued', async () => {
    await api.post('sysadmin', '/admin/people', { id: 'waiting', name: '候任', agency: 'cdi' });
    await api.post('sysadmin', '/admin/people/waiting/posts', { agency: 'cdi', role: 'cdi.style' });
    const person = (await api.get('secadmin', '/admin/people/waiting')).read(personSchema);
    expect(person).toMatchObject({ posts: [], openRequests: 1, hasPassword: false });
    expect((await login('waiting', '')).status).toBe(422);
    const issued = (await api.post('secadmin', '/admin/people/waiting/reset-password')).read(issuedSchema);
    const token = await firstSignIn('waiting', issued.oneTimePassword);
    expect((await api.post(null, '/cases', { definitionKey: 'x', title: 'x' }, bearer(token))).status).toBe(403);
  });

  it('cannot use a one-time password that has lapsed', async () => {
    await api.post('sysadmin', '/admin/people', { id: 'late.comer', name: '迟到', agency: 'cdi' });
    const issued = (await api.post('secadmin', '/admin/people/late.comer/reset-password')).read(issuedSchema);
    await api.system.rows(
      `update person set password_expires_at = now() - interval '1 minute' where id = 'late.comer'`,
    );
    expect(outcome(await login('late.comer', issued.oneTimePassword))).toEqual([401, 'ONE_TIME_EXPIRED']);
  });

  it.each([
    ['short', 'aB3$'],
    ['of two classes', 'abcdefgh1'],
  ])('is told that a password is too weak: %s', async (_, next) => {
    const answer = await api.post('fin.staff', '/auth/password', { current: password, next });
    expect(outcome(answer)).toEqual([422, 'WEAK_PASSWORD']);
  });

  it('is told that the old password is wrong, and stays signed in', async () => {
    const answer = await api.post('fin.staff', '/auth/password', { current: 'not-it', next: 'Sunflower-7' });
    expect(outcome(answer)).toEqual([422, 'WRONG_PASSWORD']);
    expect((await api.get('fin.staff', '/me')).status).toBe(200);
  });
});

describe('the separation of administrators', () => {
  it('gives every route of administration to the right kinds and to nobody else', async () => {
    const before = await api.counts();
    for (const { method, path, rule } of routesOf(api.app).filter(({ path: one }) => one.startsWith('/admin/'))) {
      if (rule?.kind !== 'role') throw new Error(`${path} is for ${rule?.kind}`);
      for (const user of users.filter((one) => !rule.roles.includes(one))) {
        const answer = await api.send(user, method, path.replace(/:\w+/, 'cdi'), method === 'GET' ? undefined : {});
        expect([method, path, user, ...outcome(answer)]).toEqual([method, path, user, 403, 'FORBIDDEN']);
      }
    }
    expect(await api.counts()).toEqual(before);
  });

  it.each([
    ['a second kind of administrator', 'sysadmin', 'platform', 'auditadmin'],
    ['an administrator’s post beside business', 'cdi.intake2', 'platform', 'secadmin'],
    ['investigation beside trial', 'cdi.intake2', 'cdi', 'cdi.trial'],
  ])('refuses one person %s', async (_, person, agency, role) => {
    // Asked for by another system administrator, so that it is not the own account that refuses.
    await api.system.rows(
      `insert into person (id, name, agency_id, password_hash, created_at)
       select 'sysadmin2', '系统管理员乙', 'platform', password_hash, now() from person where id = 'sysadmin'
       on conflict do nothing`,
    );
    await api.system.rows(
      `insert into post (person_id, agency_id, role, since) values ('sysadmin2', 'platform', 'sysadmin', '2020-01-01')
       on conflict do nothing`,
    );
    const answer = await api.post('sysadmin2', `/admin/people/${person}/posts`, { agency, role });
    expect(outcome(answer)).toEqual([422, 'ROLES_APART']);
  });

  it('refuses rights for oneself, and a confirmation by whoever asked or whom it is about', async () => {
    const own = await api.post('sysadmin', '/admin/people/sysadmin/posts', { agency: 'platform', role: 'designer' });
    expect(outcome(own)).toEqual([403, 'NOT_FOR_ONESELF']);
    const asked = await api.post('sysadmin', '/admin/people/fin.staff/posts', { agency: 'fin', role: 'fin.head' });
    const { id } = asked.read(adminRequestSchema);
    expect(outcome(await api.post('sysadmin', `/admin/requests/${id}/confirm`))).toEqual([403, 'FORBIDDEN']);
    expect(outcome(await api.post('auditadmin', `/admin/requests/${id}/confirm`))).toEqual([403, 'FORBIDDEN']);
    const refused = await api.post('secadmin', `/admin/requests/${id}/refuse`, { reason: '编制不符' });
    expect(refused.read(adminRequestSchema)).toMatchObject({ decision: 'refused', decidedBy: 'secadmin' });
    expect(outcome(await api.post('secadmin', `/admin/requests/${id}/confirm`))).toEqual([409, 'ALREADY_DECIDED']);
    expect((await api.get('fin.staff', '/me')).read(userSchema).roles).toEqual(['fin.staff']);
  });

  it('asks the rules again when a request is confirmed', async () => {
    const ask = (role: string) => api.post('sysadmin', '/admin/people/supervisor/posts', { agency: 'cdi', role });
    const [trial, invest] = [await ask('cdi.trial'), await ask('cdi.invest')].map(
      (answer) => answer.read(adminRequestSchema).id,
    );
    expect((await api.post('secadmin', `/admin/requests/${trial}/confirm`)).status).toBe(200);
    expect(outcome(await api.post('secadmin', `/admin/requests/${invest}/confirm`))).toEqual([422, 'ROLES_APART']);
    const open = await api.get('secadmin', '/admin/requests?state=open&personId=supervisor');
    expect(open.read(requestListSchema).items.map((request) => request.id)).toEqual([invest]);
    expect((await api.post('sysadmin', `/admin/requests/${invest}/withdraw`)).status).toBe(200);
  });

  it('lets a new password of an administrator take three: who asks, who confirms, whose it is', async () => {
    await appoint('audit2', 'platform', 'auditadmin');
    expect(outcome(await api.post('secadmin', '/admin/people/audit2/reset-password'))).toEqual([
      403,
      'NEEDS_CONFIRMATION',
    ]);
    const ask = (as: string) => api.post(as, '/admin/requests', { kind: 'password', personId: 'audit2' });
    expect(outcome(await ask('sysadmin'))).toEqual([403, 'FORBIDDEN']);
    const request = (await ask('secadmin')).read(adminRequestSchema);
    expect(request.confirmer).toBe('sysadmin');
    expect(outcome(await ask('secadmin'))).toEqual([409, 'CONFLICT']);
    const confirmed = await api.post('sysadmin', `/admin/requests/${request.id}/confirm`);
    const { oneTimePassword = '' } = confirmed.read(confirmedSchema);
    expect((await login('audit2', oneTimePassword)).status).toBe(200);
  });

  it('keeps no one-time password anywhere, whatever key it was asked for with', async () => {
    const key = { 'idempotency-key': 'secret' };
    const first = (await api.post('secadmin', '/admin/people/waiting/reset-password', {}, key)).read(issuedSchema);
    const kept = await api.system.rows<{ body: unknown }>('select body from answer');
    const trail = await api.system.rows('select * from admin_trail');
    expect(JSON.stringify([kept, trail])).not.toContain(first.oneTimePassword);
  });

  it('leaves somebody of every kind who can sign in', async () => {
    expect(outcome(await api.post('sysadmin', '/admin/people/secadmin/deactivate'))).toEqual([
      409,
      'LAST_ADMINISTRATOR',
    ]);
    const [post] = (await api.get('sysadmin', '/admin/posts?role=secadmin')).read(postListSchema).items;
    const ended = await api.post('sysadmin', `/admin/posts/${post?.id}/end`, { until: civilDateOf(Date.now()) });
    expect(outcome(ended)).toEqual([409, 'LAST_ADMINISTRATOR']);
  });
});

describe('agencies', () => {
  it('are created, changed, found by name and dissolved from a day on', async () => {
    const created = await api.post('sysadmin', '/admin/agencies', {
      id: 'forest',
      name: '市林业局',
      kind: 'unit',
      parent: null,
    });
    expect(created.read(agencySchema)).toMatchObject({ id: 'forest', active: true, children: 0 });
    const again = await api.post('sysadmin', '/admin/agencies', { id: 'forest', name: '又一个', kind: 'unit' });
    expect(outcome(again)).toEqual([409, 'CONFLICT']);
    const found = (await api.get('auditadmin', `/admin/agencies?q=${encodeURIComponent('林业')}`)).read(
      agencyListSchema,
    );
    expect(found.items.map(({ id }) => id)).toEqual(['forest']);
    await appoint('forester', 'forest', 'unit.head');
    const dissolved = await api.post('sysadmin', '/admin/agencies/forest/dissolve', { on: '2026-01-01' });
    expect(dissolved.read(agencySchema)).toMatchObject({ active: false, dissolvedOn: '2026-01-01', posts: 0 });
    const gone = await api.post('sysadmin', '/admin/people', { id: 'too.late', name: '晚到', agency: 'forest' });
    expect(outcome(gone)).toEqual([422, 'UNKNOWN_AGENCY']);
    expect((await api.post('sysadmin', '/admin/agencies/forest/restore')).read(agencySchema).active).toBe(true);
  });

  it('form a tree, never a circle', async () => {
    await api.post('sysadmin', '/admin/agencies', { id: 'a1', name: '一', kind: 'unit' });
    await api.post('sysadmin', '/admin/agencies', { id: 'a2', name: '二', kind: 'unit', parent: 'a1' });
    const circle = await api.send('sysadmin', 'PATCH', '/admin/agencies/a1', { parent: 'a2' });
    expect(outcome(circle)).toEqual([422, 'INVALID_PARENT']);
    const below = (await api.get('sysadmin', '/admin/agencies?parent=a1')).read(agencyListSchema);
    expect(below.items.map(({ id }) => id)).toEqual(['a2']);
  });

  it('are not dissolved under open steps without saying so', async () => {
    await publish(api, twoSteps('Steps'));
    await openCase(api, 'insp.office', 'Steps');
    const refused = await api.post('sysadmin', '/admin/agencies/cdi/dissolve', { on: '2099-01-01' });
    expect(outcome(refused)).toEqual([409, 'AGENCY_IN_USE']);
    const looked = await api.post('sysadmin', '/admin/agencies/cdi/dissolve?preview=true', {
      on: '2099-01-01',
      evenIfInUse: true,
    });
    expect(looked.read(agencySchema).dissolvedOn).toBe('2099-01-01');
    expect((await api.get('sysadmin', '/admin/agencies/cdi')).read(agencySchema).dissolvedOn).toBeNull();
  });
});

describe('people', () => {
  it('are found by name, agency and role, page by page', async () => {
    const byRole = (await api.get('sysadmin', '/admin/people?role=insp.team')).read(personListSchema);
    expect(byRole.items.map(({ id }) => id)).toEqual(['insp.team1']);
    const byAgency = (await api.get('sysadmin', '/admin/people?agency=fin&q=staff')).read(personListSchema);
    expect(byAgency.items.map(({ id }) => id)).toEqual(['fin.staff']);
    const ids: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const page = await api.get('sysadmin', `/admin/people?limit=3${cursor ? `&cursor=${cursor}` : ''}`);
      const { items, nextCursor } = page.read(personListSchema);
      ids.push(...items.map(({ id }) => id));
      cursor = nextCursor;
    }
    expect(ids).toEqual(ids.toSorted());
    expect(ids.length).toBe((await api.get('sysadmin', '/admin/people?limit=1')).read(personListSchema).total);
  });

  it('are not deactivated with steps in hand unless one says so; then their sessions end', async () => {
    const opened = await openCase(api, 'insp.office', 'Steps');
    await api.post('cdi.intake2', `/tasks/${stepAt(opened, 'intake')}/claim`);
    const refused = await api.post('sysadmin', '/admin/people/cdi.intake2/deactivate');
    expect(outcome(refused)).toEqual([409, 'TASKS_OPEN']);
    expect((await api.get('cdi.intake2', '/me')).status).toBe(200);
    const done = await api.post('sysadmin', '/admin/people/cdi.intake2/deactivate', { evenIfTasksOpen: true });
    expect(done.read(personSchema)).toMatchObject({ active: false, openTasks: 1 });
    expect((await api.get('cdi.intake2', '/me')).status).toBe(401);
    expect((await login('cdi.intake2', password)).status).toBe(401);
  });

  it('come back only when the security administrator confirms', async () => {
    const asked = await api.post('sysadmin', '/admin/requests', { kind: 'reactivation', personId: 'cdi.intake2' });
    const { id } = asked.read(adminRequestSchema);
    expect((await login('cdi.intake2', password)).status).toBe(401);
    expect((await api.post('secadmin', `/admin/requests/${id}/confirm`)).status).toBe(200);
    expect((await login('cdi.intake2', password)).status).toBe(200);
  });

  it('are locked and unlocked by the security administrator, at once', async () => {
    const { accessToken } = (await login('audit.staff', password)).read(signedInSchema);
    expect((await api.post('secadmin', '/admin/people/audit.staff/lock')).read(personSchema).locked).toBe(true);
    expect((await api.get(null, '/me', bearer(accessToken))).status).toBe(401);
    expect(outcome(await login('audit.staff', password))).toEqual([401, 'ACCOUNT_LOCKED']);
    expect((await api.post('secadmin', '/admin/people/audit.staff/unlock')).read(personSchema).locked).toBe(false);
    expect((await login('audit.staff', password)).status).toBe(200);
  });

  it('lose a role when its post ends, from the next request on', async () => {
    await appoint('short.term', 'fin', 'fin.staff');
    const issued = (await api.post('secadmin', '/admin/people/short.term/reset-password')).read(issuedSchema);
    const token = await firstSignIn('short.term', issued.oneTimePassword);
    const [post] = (await api.get('sysadmin', '/admin/posts?personId=short.term')).read(postListSchema).items;
    expect(outcome(await api.post('sysadmin', `/admin/posts/${post?.id}/end`, { until: '2020-01-01' }))).toEqual([
      422,
      'INVALID_DATES',
    ]);
    const yesterday = addDays(civilDateOf(Date.now()), -1);
    const ended = await api.post('sysadmin', `/admin/posts/${post?.id}/end`, { until: yesterday });
    expect(ended.status).toBe(200);
    expect((await api.get(null, '/me', bearer(token))).read(userSchema).roles).toEqual([]);
  });

  it.each([
    ['an unknown role', { agency: 'fin', role: 'no.such' }, 'UNKNOWN_ROLE'],
    ['an agency that is not there', { agency: 'nowhere', role: 'fin.staff' }, 'UNKNOWN_AGENCY'],
    ['a role of another house', { agency: 'fin', role: 'cdi.head' }, 'ROLE_NOT_OF_AGENCY'],
    [
      'an end before the beginning',
      { agency: 'fin', role: 'fin.head', since: '2026-05-01', until: '2026-04-01' },
      'INVALID_DATES',
    ],
    ['a day that does not exist', { agency: 'fin', role: 'fin.head', since: '2026-02-30' }, 'INVALID_DATE'],
  ])('get no post with %s', async (_, body, code) => {
    const answer = await api.post('sysadmin', '/admin/people/fin.staff/posts', body);
    expect(outcome(answer)).toEqual([422, code]);
  });
});

describe('roles of one’s own', () => {
  it('are added beside those of the release, and carried by posts', async () => {
    const role = { key: 'forest.ranger', name: '护林员', apart: ['unit.head'], agencies: ['unit'] };
    expect((await api.post('sysadmin', '/admin/roles', role)).status).toBe(201);
    expect(outcome(await api.send('sysadmin', 'PUT', '/admin/roles/cdi.head', { name: '改名' }))).toEqual([
      403,
      'ROLE_OF_RELEASE',
    ]);
    const confirmed = await appoint('ranger', 'unit1', 'forest.ranger');
    expect(confirmed.status).toBe(200);
    const directory = await api.get('fin.staff', '/directory');
    expect(
      directory.read(z.object({ roles: z.record(z.string(), z.object({ name: z.string() })) })).roles,
    ).toMatchObject({ 'forest.ranger': { name: '护林员' } });
  });
});

describe('sessions', () => {
  it('are seen by administrators and ended by the security administrator; one’s own by oneself', async () => {
    const { accessToken } = (await login('fin.staff', password)).read(signedInSchema);
    const { accessToken: other } = (await login('fin.staff', password)).read(signedInSchema);
    const mine = (await api.get(null, '/me/sessions?live=true', bearer(accessToken))).read(sessionListSchema).items;
    expect(mine.filter(({ own }) => own)).toHaveLength(1);
    const second = mine.find(({ own }) => !own);
    expect((await api.post(null, `/me/sessions/${second?.id}/revoke`, {}, bearer(accessToken))).status).toBe(200);
    const all = (await api.get('secadmin', '/admin/sessions?personId=fin.staff&live=true')).read(sessionListSchema);
    expect(all.items.every(({ personId, live }) => personId === 'fin.staff' && live)).toBe(true);
    const foreign = all.items[0]?.id ?? '';
    expect((await api.post('cdi.intake', `/me/sessions/${foreign}/revoke`)).status).toBe(404);
    expect((await api.post('secadmin', '/admin/people/fin.staff/sign-out')).status).toBe(200);
    for (const token of [accessToken, other]) expect((await api.get(null, '/me', bearer(token))).status).toBe(401);
  });
});

describe('the trail', () => {
  it('tells the auditor who did what, when, before and after, and is whole', async () => {
    const list = (await api.get('auditadmin', '/admin/trail?objectKind=person&objectId=audit.staff')).read(trailSchema);
    const locked = list.items.find(({ action }) => action === 'person-locked');
    expect(locked).toMatchObject({
      actor: 'secadmin',
      actorKind: 'secadmin',
      before: { locked: false },
      after: { locked: true },
    });
    const { sound, entries } = (await api.get('auditadmin', '/admin/trail/verification')).read(verifiedTrailSchema);
    expect(sound).toBe(true);
    expect(entries).toBeGreaterThan(20);
  });

  it('notes every sign-in, refused ones too, and the security administrator reads the auditor’s only', async () => {
    await login('unit1.head', 'wrong');
    const refused = await api.get('auditadmin', '/admin/trail?action=sign-in-refused&actor=unit1.head');
    expect(refused.read(trailSchema).total).toBe(1);
    const watched = (await api.get('secadmin', '/admin/trail')).read(trailSchema);
    expect(new Set(watched.items.map(({ actorKind }) => actorKind))).toEqual(new Set(['auditadmin']));
  });

  it('can be neither changed nor cut', async () => {
    for (const sql of ['update admin_trail set actor = actor', 'delete from admin_trail', 'truncate admin_trail'])
      await expect(api.system.rows(sql)).rejects.toThrow(/append-only/);
    await api.system.rows('alter table admin_trail disable trigger admin_trail_append_only');
    await api.system.rows(`update admin_trail set reason = '改过' where seq = 5`);
    const broken = (await api.get('auditadmin', '/admin/trail/verification')).read(verifiedTrailSchema);
    expect(broken).toMatchObject({ sound: false, fault: { seq: 5 } });
  });
});
