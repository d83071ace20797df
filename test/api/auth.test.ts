import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hashPassword, passwordMatches } from '../../apps/api/auth/password.ts';
import { signedInSchema, userSchema } from '../../apps/api/auth/auth.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { password } from './city.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const login = (username: string, given = password) => api.post(null, '/auth/login', { username, password: given });
const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

describe('signing in', () => {
  it('gives a token for programs and an httpOnly cookie for browsers', async () => {
    const answer = await login('cdi.intake');
    const { accessToken, user } = answer.read(signedInSchema);
    expect(user).toMatchObject({ username: 'cdi.intake', agency: 'cdi', roles: ['cdi.intake'] });
    expect((await api.get(null, '/me', bearer(accessToken))).read(userSchema)).toEqual(user);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/HttpOnly/);
    expect(cookie).toMatch(/SameSite=Strict/);
    expect((await api.get(null, '/me', { cookie: cookie.split(';')[0] ?? '' })).read(userSchema)).toEqual(user);
  });

  it('refuses a wrong password and an unknown name alike', async () => {
    const [wrong, unknown] = [await login('cdi.intake', 'wrong'), await login('nobody', 'wrong')];
    expect([wrong.status, wrong.code]).toEqual([401, 'WRONG_CREDENTIALS']);
    expect(wrong.text).toBe(unknown.text);
  });

  it('opens many sessions of one person, each of which ends alone', async () => {
    const [one, two] = [
      (await login('fin.staff')).read(signedInSchema),
      (await login('fin.staff')).read(signedInSchema),
    ];
    expect((await api.send(null, 'POST', '/auth/logout', {}, bearer(one.accessToken))).status).toBe(200);
    expect((await api.get(null, '/me', bearer(one.accessToken))).code).toBe('NOT_SIGNED_IN');
    expect((await api.get(null, '/me', bearer(two.accessToken))).status).toBe(200);
  });

  it.each([
    ['has run its time', 'expires_at = $2'],
    ['nobody has used for half an hour', 'last_seen_at = $2'],
  ])('ends a session that %s', async (_, change) => {
    const { accessToken } = (await login('audit.staff')).read(signedInSchema);
    await api.system.rows(`update session set ${change} where person_id = $1`, [
      'audit.staff',
      new Date(Date.now() - 31 * 60_000),
    ]);
    expect((await api.get(null, '/me', bearer(accessToken))).code).toBe('NOT_SIGNED_IN');
  });

  it('locks an account for half an hour after five wrong passwords, and says for how long', async () => {
    for (let attempt = 1; attempt <= 5; attempt += 1) expect((await login('unit2.head', 'wrong')).status).toBe(401);
    const locked = await login('unit2.head');
    expect([locked.status, locked.code]).toEqual([429, 'LOCKED']);
    expect(Number(locked.headers.get('retry-after'))).toBeGreaterThan(29 * 60);
    await api.system.rows(`update person set locked_until = $1 where id = 'unit2.head'`, [new Date()]);
    expect((await login('unit2.head')).status).toBe(200);
  });

  it('ends with the person’s account', async () => {
    const { accessToken } = (await login('insp.team1')).read(signedInSchema);
    await api.system.rows(`update person set active = false where id = 'insp.team1'`);
    expect((await api.get(null, '/me', bearer(accessToken))).status).toBe(401);
    expect((await login('insp.team1')).status).toBe(401);
  });

  it('takes a cookie for a write from our own pages only', async () => {
    const cookie = ((await login('cdi.intake2')).headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const foreign = await api.post(null, '/auth/logout', {}, { cookie, origin: 'https://elsewhere.example' });
    expect([foreign.status, foreign.code]).toEqual([403, 'CROSS_SITE']);
    const own = await api.post(null, '/auth/logout', {}, { cookie, origin: new URL(api.address).origin });
    expect(own.status).toBe(200);
  });

  it('gives no role of a post that has ended', async () => {
    await api.system.rows(`update post set until = '2020-06-01' where person_id = 'unit1.head'`);
    expect((await api.get('unit1.head', '/me')).read(userSchema).roles).toEqual([]);
  });
});

describe('passwords', () => {
  it('are kept as argon2id in PHC form and compared whole', async () => {
    const stored = await hashPassword('密码 with spaces');
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await passwordMatches('密码 with spaces', stored)).toBe(true);
    expect(await passwordMatches('密码 with space', stored)).toBe(false);
  });
});
