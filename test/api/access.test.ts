import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { attachmentSchema } from '../../apps/api/attachments/attachment.schema.ts';
import { changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { users } from './city.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';
import { routesOf } from './routes.ts';
import type { Route } from './routes.ts';

let api: Api;
let routes: readonly Route[];
/** A real case between the inspection office and the commission's intake, and the designer's trial. */
let real: { id: string; task: string; attachment: string };
let trial: { id: string; task: string };

const title = '绝不外传的标题';
const secret = '绝不外传的变量';

beforeAll(async () => {
  api = await startApi();
  routes = routesOf(api.app);
  await publish(api, twoSteps('Steps'));
  const opened = await openCase(api, 'insp.office', 'Steps', { title, variables: { secret } });
  const form = new FormData();
  form.append('file', new Blob(['内容']), '材料.txt');
  const attachment = (await api.post('insp.office', `/attachments?caseId=${opened.id}`, form)).read(attachmentSchema);
  real = { id: opened.id, task: stepAt(opened, 'intake'), attachment: attachment.id };
  const answer = await api.post('designer', '/trials', { definitionKey: 'Steps', title, variables: { secret } });
  const tried = answer.read(changedCaseSchema);
  trial = { id: tried.id, task: stepAt(tried, 'intake') };
});
afterAll(() => api.stop());

const insiders = new Set(['supervisor', 'cdi.head', 'cdi.intake', 'cdi.intake2', 'cdi.style', 'insp.office']);
const outsiders = users.filter((user) => !insiders.has(user));
const named = ({ method, path }: Route) => `${method} ${path}`;

/** The route's address for an object; other parameters get something harmless. */
function addressOf({ path, rule }: Route, object: { id: string; task: string; attachment?: string }): string {
  const ids: Readonly<Record<string, string>> = {
    case: object.id,
    task: object.task,
    attachment: object.attachment ?? 'none',
  };
  const id = rule ? (ids[rule.kind] ?? 'x') : 'x';
  return path
    .replace(':id', id)
    .replace(':key', 'Steps')
    .replace(':version', '1')
    .replace(':kind', 'item')
    .replace(/:\w+/, 'x');
}

const onObject = ({ rule }: Route) => rule?.kind === 'case' || rule?.kind === 'task' || rule?.kind === 'attachment';

describe('every route', () => {
  it('declares its rule of access', () => {
    expect(routes.length).toBeGreaterThan(40);
    expect(routes.filter(({ rule }) => !rule).map(named)).toEqual([]);
  });

  it('answers a stranger 401, except those that are public', async () => {
    const before = await api.counts();
    for (const route of routes.filter(({ rule }) => rule?.kind !== 'public')) {
      const answer = await api.send(
        null,
        route.method,
        addressOf(route, real),
        route.method === 'GET' ? undefined : {},
      );
      expect([named(route), answer.status]).toEqual([named(route), 401]);
    }
    expect(await api.counts()).toEqual(before);
    const open = routes.filter(({ rule }) => rule?.kind === 'public').map(named);
    expect(open.toSorted()).toEqual([
      'GET /calendar/:file',
      'GET /health/live',
      'GET /health/ready',
      'GET /openapi.json',
      'POST /auth/login',
      'POST /platform/deliveries/:id',
    ]);
  });

  it('answers a made-up, an expired and a foreign-looking token 401', async () => {
    for (const authorization of ['Bearer aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'Basic Y2RpOmNkaQ==', 'Bearer', 'null'])
      expect((await api.get(null, '/cases', { authorization })).status).toBe(401);
  });
});

describe('an object outside the circle', () => {
  it.each(outsiders)('does not exist for %s, on any route', async (user) => {
    const before = await api.counts();
    for (const route of routes.filter(onObject)) {
      const answer = await api.send(
        user,
        route.method,
        addressOf(route, real),
        route.method === 'GET' ? undefined : {},
      );
      expect([named(route), answer.status]).toEqual([named(route), 404]);
    }
    expect(await api.counts()).toEqual(before);
  });

  it.each(users.filter((user) => user !== 'designer'))('as another’s trial does not exist for %s', async (user) => {
    const before = await api.counts();
    for (const route of routes.filter(onObject)) {
      const answer = await api.send(
        user,
        route.method,
        addressOf(route, trial),
        route.method === 'GET' ? undefined : {},
      );
      expect([named(route), answer.status]).toEqual([named(route), 404]);
    }
    expect(await api.counts()).toEqual(before);
  });

  it.each(outsiders)('leaves no trace in anything that %s can read', async (user) => {
    const readable = routes.filter((route) => route.method === 'GET' && !onObject(route) && route.path !== '/events');
    for (const route of readable) {
      for (const query of ['', `?caseId=${real.id}`, '?q=绝不', '?trial=true', '?scope=group', '?scope=agency']) {
        const { text } = await api.get(user, `${addressOf(route, real)}${query}`);
        const mine = user === 'designer' && (query === '?trial=true' || route.path === '/trials');
        if (!mine)
          expect([named(route), text.includes(real.id), text.includes(title), text.includes(secret)]).toEqual([
            named(route),
            false,
            false,
            false,
          ]);
      }
    }
  });
});

describe('an object inside the circle', () => {
  const may = (user: string, method: string, path: string) =>
    api.send(user, method, path, method === 'GET' ? undefined : {});

  it('may be read by all of the circle', async () => {
    for (const user of insiders) {
      for (const path of ['', '/timeline', '/diagram', '/documents'])
        expect([user, (await api.get(user, `/cases/${real.id}${path}`)).status]).toEqual([user, 200]);
      expect((await api.get(user, `/tasks/${real.task}`)).status).toBe(200);
      expect((await api.get(user, `/attachments/${real.attachment}/content`)).text).toBe('内容');
    }
  });

  it.each([
    ['insp.office', 'complete'],
    ['insp.office', 'claim'],
    ['insp.office', 'return'],
    ['insp.office', 'transfer'],
    ['insp.office', 'suspend'],
    ['supervisor', 'complete'],
    ['cdi.head', 'claim'],
  ])('refuses %s who may not %s the step of another with 403', async (user, name) => {
    const before = await api.counts();
    expect((await may(user, 'POST', `/tasks/${real.task}/${name}`)).status).toBe(403);
    expect(await api.counts()).toEqual(before);
  });

  it.each([
    ['cdi.intake', 'POST', 'suspend'],
    ['cdi.intake', 'POST', 'cancel'],
    ['insp.office', 'PATCH', 'variables'],
    ['insp.office', 'POST', 'start-day'],
    ['cdi.intake', 'POST', 'incidents/x/retry'],
    ['insp.office', 'POST', 'migrate'],
  ])('refuses %s the correction %s %s with 403', async (user, method, name) => {
    const before = await api.counts();
    expect((await may(user, method, `/cases/${real.id}/${name}`)).status).toBe(403);
    expect(await api.counts()).toEqual(before);
  });
});

describe('administrators', () => {
  it.each(['sysadmin', 'secadmin', 'auditadmin'])('%s sees no business and begins none', async (user) => {
    for (const [method, path] of [
      ['POST', '/cases'],
      ['POST', '/trials'],
      ['POST', '/messages'],
      ['POST', '/signals'],
      ['POST', '/attachments'],
      ['GET', '/ledgers/item'],
      ['GET', '/events'],
    ] as const)
      expect([path, (await api.send(user, method, path, method === 'GET' ? undefined : {})).status]).toEqual([
        path,
        403,
      ]);
    for (const path of ['/cases', '/tasks'])
      expect(JSON.parse((await api.get(user, path)).text)).toMatchObject({ items: [], total: 0 });
  });
});
