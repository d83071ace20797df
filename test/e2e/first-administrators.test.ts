import { afterAll, beforeAll, expect, it } from 'vitest';
import { freshFolder, startProduct, type Folder, type Product } from '../support/product.ts';

let folder: Folder;
let product: Product;
let base: string;

/** What the terminal said: "    sysadmin  hK3m-Qw7t-…  系统管理员". */
const waysIn = (): Record<string, string> =>
  Object.fromEntries(
    [...product.output().matchAll(/^ {4}(\w+admin) {2}([\w-]{19}) {2}/gm)].map(([, account = '', password = '']) => [
      account,
      password,
    ]),
  );

async function call(token: string | null, path: string, body?: unknown) {
  const response = await fetch(`${base}${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: {
      ...(token === null ? {} : { authorization: `Bearer ${token}` }),
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Record<string, string> };
}

/** In with a one-time password, which is changed. */
async function comeIn(username: string, password: string): Promise<string> {
  const { body } = await call(null, '/auth/login', { username, password });
  const token = body['accessToken'] ?? '';
  expect((await call(token, '/cases')).body['code']).toBe('PASSWORD_CHANGE_REQUIRED');
  expect((await call(token, '/auth/password', { current: password, next: 'Sunflower-7' })).status).toBe(200);
  return token;
}

beforeAll(async () => {
  folder = await freshFolder();
  base = `http://127.0.0.1:${folder.env['PORT']}/api`;
  product = startProduct(folder.env);
  await product.ready();
});
afterAll(async () => {
  await product.interrupt();
  folder.remove();
});

it('an empty system tells its first administrators the way in, again at every start until they have used it', async () => {
  const first = waysIn();
  expect(Object.keys(first)).toEqual(['sysadmin', 'secadmin', 'auditadmin']);
  expect(await product.interrupt()).toBe(0);
  product = startProduct(folder.env);
  await product.ready();
  const second = waysIn();
  expect(Object.keys(second)).toEqual(['sysadmin', 'secadmin', 'auditadmin']);
  expect((await call(null, '/auth/login', { username: 'sysadmin', password: first['sysadmin'] })).status).toBe(401);
});

it('from there on the three let a colleague in, who works, and the next start tells nothing', async () => {
  const ways = waysIn();
  const system = await comeIn('sysadmin', ways['sysadmin'] ?? '');
  const security = await comeIn('secadmin', ways['secadmin'] ?? '');
  const audit = await comeIn('auditadmin', ways['auditadmin'] ?? '');
  await call(system, '/admin/agencies', { id: 'cdi', name: '市纪委监委', kind: 'discipline' });
  await call(system, '/admin/people', { id: 'li.si', name: '李四', agency: 'cdi' });
  const { body: request } = await call(system, '/admin/people/li.si/posts', { agency: 'cdi', role: 'cdi.intake' });
  expect((await call(security, `/admin/requests/${request['id']}/confirm`, {})).status).toBe(200);
  const { body: issued } = await call(security, '/admin/people/li.si/reset-password', {});
  const colleague = await comeIn('li.si', issued['oneTimePassword'] ?? '');
  expect((await call(colleague, '/tasks')).status).toBe(200);
  expect((await call(audit, '/admin/trail/verification')).body['sound']).toBe(true);
  expect(await product.interrupt()).toBe(0);
  product = startProduct(folder.env);
  await product.ready();
  expect(waysIn()).toEqual({});
});
