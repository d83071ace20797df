import { Client } from '@temporalio/client';
import proto from '@temporalio/proto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openedSchema } from '../../apps/api/codec/codec.schema.ts';
import { looksSchema } from '../../apps/api/access-log/access-log.schema.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { startApi, temporalUi } from './api.ts';
import type { Api } from './api.ts';
import { password, users } from './city.ts';
import { openCase, publish, twoSteps } from './procedures.ts';

interface Sealed {
  readonly metadata: Readonly<Record<string, string>>;
  readonly data: string;
}

let api: Api;
let opened: { readonly id: string; readonly number: string };
let payloads: readonly Sealed[];
const secret = '密文里的线索';

/** What Temporal's pages get from Temporal: the start of the case as it lies in its history. */
async function startOf(id: string): Promise<readonly Sealed[]> {
  const { client, settings } = api.system;
  const bare = new Client({ connection: client.connection, namespace: settings.temporalNamespace });
  const { events } = await bare.workflow.getHandle(caseWorkflowId(id)).fetchHistory();
  const found = events?.[0]?.workflowExecutionStartedEventAttributes?.input?.payloads ?? [];
  return found.map((payload) => {
    const { metadata, data } = proto.temporal.api.common.v1.Payload.toObject(
      proto.temporal.api.common.v1.Payload.fromObject(payload),
      { bytes: String },
    );
    return { metadata, data } as Sealed;
  });
}

const decode = (as: string | null, body: unknown = { payloads }, headers?: Record<string, string>) =>
  api.post(as, '/codec/decode', body, headers);
const cookieOf = async (username: string) =>
  ((await api.post(null, '/auth/login', { username, password })).headers.get('set-cookie') ?? '').split(';')[0] ?? '';

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Sealed'));
  opened = await openCase(api, 'insp.office', 'Sealed', { title: secret, variables: { secret } });
  payloads = await startOf(opened.id);
  await api.system.rows(
    `insert into post (person_id, agency_id, role, since) values ('fin.staff', 'platform', 'operator', '2020-01-01')`,
  );
});
afterAll(() => api.stop());

describe('what is sealed in Temporal', () => {
  it('is not to be read there', () => {
    expect(payloads.length).toBeGreaterThan(0);
    expect(JSON.stringify(payloads)).not.toContain(secret);
    expect(Buffer.from(payloads[0]?.data ?? '', 'base64').toString()).not.toContain(opened.id);
  });

  it('is opened for who holds the operator’s post, in the order it was sent', async () => {
    const plain = { metadata: { encoding: Buffer.from('json/plain').toString('base64') }, data: 'MQ==' };
    const answer = await decode('fin.staff', { payloads: [...payloads, plain] });
    const { payloads: read } = answer.read(openedSchema);
    expect(Buffer.from(read[0]?.data ?? '', 'base64').toString()).toContain(secret);
    expect(read.at(-1)).toEqual(plain);
  });

  it('is opened for nobody else, whatever the office', async () => {
    for (const user of users.filter((one) => one !== 'fin.staff')) {
      const answer = await decode(user);
      expect([user, answer.status, answer.text.includes(secret)]).toEqual([user, 403, false]);
    }
    expect((await decode(null)).status).toBe(401);
  });

  it('stays closed to an operator who has stepped back from a case', async () => {
    await api.system.rows(
      `insert into post (person_id, agency_id, role, since) values ('cdi.intake2', 'platform', 'operator', '2020-01-01')`,
    );
    expect((await decode('cdi.intake2')).status).toBe(200);
    await api.post('cdi.head', '/recusals', { personId: 'cdi.intake2', caseId: opened.id, ground: 'relative' });
    const answer = await decode('cdi.intake2');
    expect([answer.status, answer.code]).toEqual([403, 'RECUSED']);
  });

  it('leaves in the log whose case was read', async () => {
    await decode('fin.staff');
    const answer = await api.get('auditadmin', '/admin/access-log?object=payload&user=fin.staff');
    const { items } = answer.read(looksSchema);
    expect(items.map(({ user, caseNumber, route }) => [user, caseNumber, route])).toContainEqual([
      'fin.staff',
      opened.number,
      'POST /api/codec/decode',
    ]);
    expect(answer.text).not.toContain(secret);
  });

  it('that was changed, or whose key is gone, is refused and says which', async () => {
    const [first] = payloads as readonly [Sealed];
    const bytes = Buffer.from(first.data, 'base64');
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    const changed = { ...first, data: bytes.toString('base64') };
    const foreign = { ...first, metadata: { ...first.metadata, key: Buffer.from('k9').toString('base64') } };
    for (const bad of [changed, foreign]) {
      const answer = await decode('fin.staff', { payloads: [first, bad] });
      expect([answer.status, answer.code]).toEqual([422, 'CANNOT_OPEN']);
      expect(answer.text).toContain('payloads.1');
      expect(answer.text).not.toContain(secret);
    }
  });
});

describe('a browser', () => {
  it('may send the cookie from Temporal’s own pages, and from nowhere else', async () => {
    const cookie = await cookieOf('fin.staff');
    const site = { 'sec-fetch-site': 'same-site' };
    const own = await decode(null, undefined, { cookie, origin: temporalUi, ...site });
    expect(own.status).toBe(200);
    expect(own.headers.get('access-control-allow-origin')).toBe(temporalUi);
    expect(own.headers.get('access-control-allow-credentials')).toBe('true');
    for (const origin of ['http://temporal.example', 'https://temporal.example:8233', `${temporalUi}.evil`, 'null']) {
      const foreign = await decode(null, undefined, { cookie, origin, ...site });
      expect([origin, foreign.status, foreign.code]).toEqual([origin, 403, 'CROSS_SITE']);
      expect(foreign.headers.get('access-control-allow-origin')).toBeNull();
    }
  });

  it('is told so beforehand, for this call alone', async () => {
    const ask = (path: string, origin: string) =>
      api.send(null, 'OPTIONS', path, undefined, { origin, 'access-control-request-method': 'POST' });
    const allowed = await ask('/codec/decode', temporalUi);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, temporalUi]);
    for (const [path, origin] of [
      ['/codec/decode', 'http://elsewhere.example'],
      ['/cases', temporalUi],
      ['/codec/encode', temporalUi],
    ] as const)
      expect((await ask(path, origin)).headers.get('access-control-allow-origin')).toBeNull();
  });

  it('gains nothing from Temporal’s pages on any other route', async () => {
    const cookie = await cookieOf('fin.staff');
    const answer = await api.post(null, '/auth/logout', {}, { cookie, origin: temporalUi });
    expect([answer.status, answer.code]).toEqual([403, 'CROSS_SITE']);
  });
});
