import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';
import { problemSchema } from '../../apps/api/problem/problem.schema.ts';
import { startApi } from './api.ts';
import type { Answer, Api } from './api.ts';
import { openCase, publish, stepAt, twoSteps } from './procedures.ts';

let api: Api;
let caseId: string;
let task: string;
let done: string;

beforeAll(async () => {
  api = await startApi();
  await publish(api, twoSteps('Steps'));
  const opened = await openCase(api, 'insp.office', 'Steps');
  caseId = opened.id;
  task = stepAt(opened, 'intake');
  done = stepAt(await openCase(api, 'insp.office', 'Steps'), 'intake');
  await api.post('cdi.intake', `/tasks/${done}/complete`, { outcome: 'accept' }, { 'idempotency-key': 'used' });
});
afterAll(() => api.stop());

const xml = (text: string | Uint8Array) => () =>
  api.post('designer', '/definitions', text, { 'content-type': 'application/xml' });
const json =
  (path: () => string, text: string, as = 'insp.office') =>
  () =>
    api.post(as, path(), text, { 'content-type': 'application/json' });
const head = '<?xml version="1.0"?>';
const open = bpmn(process('Open', start('s'), user('a'), end('e'), flows('s>a>e')));
const bomb = `${head}<!DOCTYPE d [<!ENTITY a "ha">${Array.from({ length: 20 }, (_, n) => `<!ENTITY a${n} "${`&a${n ? n - 1 : ''};`.repeat(10)}">`).join('')}]><d>&a19;</d>`;

const documents: readonly [string, () => Promise<Answer>, number, string][] = [
  ['nothing at all', xml(''), 422, 'INVALID_DEFINITION'],
  ['text that is no XML', xml('流程'), 422, 'INVALID_DEFINITION'],
  ['XML that breaks off', xml(open.slice(0, -40)), 422, 'INVALID_DEFINITION'],
  ['XML of another kind', xml(`${head}<html/>`), 422, 'INVALID_DEFINITION'],
  [
    'an external entity',
    xml(`${head}<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>`),
    422,
    'INVALID_DEFINITION',
  ],
  ['an entity bomb', xml(bomb), 422, 'INVALID_DEFINITION'],
  ['bytes that are not UTF-8', xml(new Uint8Array([0x3c, 0x61, 0xff, 0xfe, 0x3e])), 422, 'INVALID_DEFINITION'],
  [
    'an element that no one knows',
    xml(open.replace('<userTask id="a"', '<teleportTask id="a"').replace('</userTask>', '</teleportTask>')),
    422,
    'INVALID_DEFINITION',
  ],
  [
    'an element that is not executed yet',
    xml(open.replaceAll('userTask', 'adHocSubProcess')),
    422,
    'INVALID_DEFINITION',
  ],
  ['elements nested without end', xml(`${head}${'<a>'.repeat(20_000)}`), 422, 'INVALID_DEFINITION'],
  ['more than two megabytes', xml(`${open}<!--${'x'.repeat(2_100_000)}-->`), 413, 'TOO_LARGE'],
  ['a definition as JSON', () => api.post('designer', '/definitions', { bpmn: open }), 415, 'UNSUPPORTED_MEDIA_TYPE'],
];

const requests: readonly [string, () => Promise<Answer>, number, string][] = [
  ['JSON that breaks off', json(() => '/cases', '{"definitionKey":'), 400, 'UNREADABLE'],
  [
    'JSON with a prototype in it',
    json(() => '/cases', '{"__proto__":{"admin":true},"definitionKey":"Steps","title":"x"}'),
    400,
    'UNREADABLE',
  ],
  ['a body that is a list', () => api.post('insp.office', '/cases', []), 422, 'INVALID_INPUT'],
  [
    'wrong types',
    () => api.post('insp.office', '/cases', { definitionKey: 7, title: null, startsOn: 'gestern' }),
    422,
    'INVALID_INPUT',
  ],
  [
    'a field that nobody knows',
    () => api.post('insp.office', '/cases', { definitionKey: 'Steps', title: 'x', admin: true }),
    422,
    'INVALID_INPUT',
  ],
  [
    'a day that does not exist',
    () => api.post('insp.office', '/cases', { definitionKey: 'Steps', title: 'x', startsOn: '2026-02-30' }),
    422,
    'INVALID_DATE',
  ],
  [
    'a procedure that nobody published',
    () => api.post('insp.office', '/cases', { definitionKey: 'Nowhere', title: 'x' }),
    422,
    'UNKNOWN_DEFINITION',
  ],
  [
    'a version that nobody published',
    () => api.post('insp.office', '/cases', { definitionKey: 'Steps', version: 99, title: 'x' }),
    422,
    'UNKNOWN_DEFINITION',
  ],
  [
    'more than a megabyte',
    () =>
      api.post('insp.office', '/cases', {
        definitionKey: 'Steps',
        title: 'x',
        variables: { a: 'x'.repeat(1_100_000) },
      }),
    413,
    'TOO_LARGE',
  ],
  [
    'XML where JSON belongs',
    () => api.post('insp.office', '/cases', '<case/>', { 'content-type': 'application/xml' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a form where JSON belongs',
    () => api.post('insp.office', '/cases', 'a=b', { 'content-type': 'application/x-www-form-urlencoded' }),
    415,
    'UNSUPPORTED_MEDIA_TYPE',
  ],
  [
    'a task that is done',
    () => api.post('cdi.intake', `/tasks/${done}/complete`, { outcome: 'accept' }),
    409,
    'STALE_TASK',
  ],
  ['a task that never was', () => api.post('cdi.intake', '/tasks/none/complete', {}), 404, 'NOT_FOUND'],
  [
    'the wrong actor',
    () => api.post('insp.office', `/tasks/${task}/complete`, { outcome: 'accept' }),
    403,
    'FORBIDDEN',
  ],
  [
    'an actor outside the circle',
    () => api.post('fin.staff', `/tasks/${task}/complete`, { outcome: 'accept' }),
    404,
    'NOT_FOUND',
  ],
  [
    'an outcome that is none',
    () => api.post('cdi.intake', `/tasks/${task}/complete`, { outcome: 'perhaps' }),
    422,
    'UNKNOWN_OUTCOME',
  ],
  [
    'a key with another body',
    () => api.post('cdi.intake', `/tasks/${done}/complete`, { outcome: 'reject' }, { 'idempotency-key': 'used' }),
    422,
    'KEY_REUSED',
  ],
  [
    'a deadline given twice',
    () => api.post('cdi.intake', `/tasks/${task}/extend`, { by: 'P1D', until: '2030-01-01' }),
    422,
    'INVALID_INPUT',
  ],
  [
    'a deadline in no form',
    () => api.post('supervisor', `/tasks/${task}/extend`, { by: 'bald' }),
    422,
    'INVALID_EXTENSION',
  ],
  [
    'an incident that never was',
    () => api.post('supervisor', `/cases/${caseId}/incidents/none/retry`),
    404,
    'UNKNOWN_INCIDENT',
  ],
  ['a resumption of what goes on', () => api.post('insp.office', `/cases/${caseId}/resume`), 409, 'CASE_NOT_SUSPENDED'],
  ['a cursor that no list gave', () => api.get('insp.office', '/cases?cursor=abc'), 400, 'INVALID_CURSOR'],
  ['a limit beyond all measure', () => api.get('insp.office', '/tasks?limit=100000'), 422, 'INVALID_INPUT'],
  [
    'a query that is injected',
    () => api.get('insp.office', `/cases?sort=${encodeURIComponent('number; drop table case_view')}`),
    422,
    'INVALID_INPUT',
  ],
  ['a file that is none', () => api.post('insp.office', '/attachments', {}), 415, 'UNSUPPORTED_MEDIA_TYPE'],
  ['an address that leads nowhere', () => api.get('insp.office', '/nowhere'), 404, 'NOT_FOUND'],
];

describe('what is wrong is told clearly and changes nothing', () => {
  it.each([...documents, ...requests])('%s', async (_, send, status, code) => {
    const before = await api.counts();
    const answer = await send();
    expect([answer.status, answer.code]).toEqual([status, code]);
    expect(JSON.parse(answer.text)).toMatchObject({
      type: `urn:liandong:problem:${code}`,
      title: expect.stringMatching(/\p{Script=Han}/u) as unknown,
      detail: expect.stringMatching(/\p{Script=Han}/u) as unknown,
      status,
    });
    expect(await api.counts()).toEqual(before);
  });

  it.each([
    ['text', '{"variables":{"note":{"text":"a\\u0000b"}}}', 'variables.note.text'],
    ['half a character', '{"variables":{"note":["ok","\\ud800"]}}', 'variables.note.1'],
    ['a name', '{"variables":{"a\\u0000":1}}', 'variables'],
    ['a comment', '{"comment":"\\u0000"}', 'comment'],
    ['depth', `{"variables":{"note":${'['.repeat(5000)}${']'.repeat(5000)}}}`, 'variables.note.0'],
  ])('%s that no database keeps is refused with its place', async (_, text, path) => {
    const answer = await json(() => `/tasks/${task}/complete`, text, 'cdi.intake')();
    const { defects } = problemSchema.parse(JSON.parse(answer.text));
    expect([answer.status, answer.code, defects?.map((one) => one.path)]).toEqual([422, 'INVALID_INPUT', [path]]);
  });

  it('an address or a question with U+0000 finds nothing', async () => {
    expect((await api.get('insp.office', '/cases/%00')).status).toBe(404);
    expect((await api.get('insp.office', '/cases?q=%00')).status).toBe(422);
    const garbled = await api.get('insp.office', '/cases/%ff');
    expect([garbled.status, garbled.code]).toEqual([400, 'UNREADABLE']);
    expect((await api.post(null, '/auth/login', { username: '\u0000', password: 'x' })).status).toBe(422);
  });

  it('a document’s defects name what is wrong', async () => {
    for (const [name, send, status] of documents.filter(([, , expected]) => expected === 422)) {
      const { defects } = JSON.parse((await send()).text) as { defects?: { code: string; message: string }[] };
      expect([name, status, (defects ?? []).length > 0]).toEqual([name, 422, true]);
    }
  });
});
