import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  definitionListSchema,
  definitionSchema,
  publicationSchema,
} from '../../apps/api/definitions/definition.schema.ts';
import { bpmn, end, flows, process, service, start, user } from '../support/bpmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { begunByMessage, ownStep, publish, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const xmlType = { 'content-type': 'application/xml' };
const upload = (xml: string, as = 'designer') => api.post(as, '/definitions', xml, xmlType);

describe('publishing a definition', () => {
  it('answers 201 with key, version and hash, and hands the very bytes back', async () => {
    const xml = `${twoSteps('HandBack')}<!-- 原样 -->\n`;
    const answer = await upload(xml);
    expect(answer.status).toBe(201);
    const { key, version, hash, definitions } = answer.read(publicationSchema);
    expect([key, version]).toEqual(['HandBack', 1]);
    expect(definitions).toEqual([{ key, version, hash }]);
    const back = await api.get('designer', '/definitions/HandBack', { accept: 'application/xml' });
    expect(back.headers.get('content-type')).toMatch(/^application\/xml/);
    expect(back.text).toBe(xml);
  });

  it('answers 200 and the same version for the same bytes, a new version for others', async () => {
    const xml = ownStep('Again');
    const first = await publish(api, xml);
    const second = await upload(xml);
    expect(second.status).toBe(200);
    expect(second.read(publicationSchema)).toEqual(first);
    expect((await publish(api, `${xml} `)).version).toBe(2);
    expect((await upload(xml)).read(publicationSchema).version).toBe(1);
    expect((await api.get('fin.staff', '/definitions/Again')).read(definitionSchema).versions).toEqual([1, 2]);
    expect((await api.get('fin.staff', '/definitions/Again/versions/1')).read(definitionSchema).version).toBe(1);
  });

  it.each([
    ['GBK', Buffer.from('<!--\xc9\xf3\xc5\xfa-->', 'latin1'), '<!--审批-->'],
    ['ISO-8859-1', Buffer.from('<!--\xe9-->', 'latin1'), '<!--é-->'],
  ])('keeps a document written in %s in UTF-8', async (encoding, remark, kept) => {
    const key = `In${encoding.replaceAll('-', '')}`;
    const said = twoSteps(key).replace('encoding="UTF-8"', `encoding="${encoding}"`);
    const ascii = said.replaceAll(/[^ -~\n]/g, '');
    const answer = await api.send(
      'designer',
      'POST',
      '/definitions',
      Buffer.concat([Buffer.from(ascii), remark]),
      xmlType,
    );
    expect(answer.status, answer.text).toBe(201);
    const { text } = await api.get('designer', `/definitions/${key}`, { accept: 'application/xml' });
    expect(text).toBe(ascii.replace(encoding, 'UTF-8') + kept);
  });

  it('refuses a document that declares another encoding than it is written in', async () => {
    const answer = await upload(twoSteps('Mixed').replace('encoding="UTF-8"', 'encoding="GBK"'));
    expect(answer.status).toBe(422);
    expect(answer.text).toContain('ENCODING');
  });

  it('publishes all executable processes of a document together, the first on top', async () => {
    const two = bpmn(
      process('Zweite', start('s1'), user('a'), end('e1'), flows('s1>a>e1')),
      process('Erste', start('s2'), user('b'), end('e2'), flows('s2>b>e2')),
      process('Bild', { isExecutable: false }, start('s3'), end('e3'), flows('s3>e3')),
    );
    const { key, definitions } = await publish(api, two);
    expect(key).toBe('Zweite');
    expect(definitions.map((definition) => definition.key)).toEqual(['Zweite', 'Erste']);
    expect((await upload(two)).read(publicationSchema).definitions.map((one) => one.key)).toEqual(['Zweite', 'Erste']);
  });

  it('only checks in a dry run', async () => {
    const before = await api.counts();
    const dry = await publish(api, ownStep('Dry'), '?dryRun=true');
    expect([dry.dryRun, dry.version]).toEqual([true, 1]);
    expect(await api.counts()).toEqual(before);
    expect((await api.get('designer', '/definitions/Dry')).status).toBe(404);
  });

  it('warns of a step that names nobody', async () => {
    const { warnings } = await publish(api, ownStep('Nobody'));
    expect(warnings.map(({ elementId }) => elementId)).toContain('own');
  });

  it('warns of a service that no worker offers, not of one that some worker does', async () => {
    const calling = (activity: string) =>
      bpmn(process('Calling', start('s'), service('call', { 'ld:activity': activity }), end('e'), flows('s>call>e')));
    const warned = async (activity: string) =>
      (await publish(api, calling(activity), '?dryRun=true')).warnings.map(({ code, elementId }) => [code, elementId]);
    expect(await warned('telegraph')).toContainEqual(['UNKNOWN_ACTIVITY', 'call']);
    expect(await warned('http')).toEqual([]);
  });

  it('tells every defect at once, each with its element', async () => {
    const wrong = bpmn(
      process(
        'Wrong',
        start('s'),
        user('a', { 'ld:form': 'NoSuchForm' }),
        user('b', { 'ld:period': 'P99' }),
        end('e'),
        flows('s>a>b>e'),
      ),
    );
    const answer = await upload(wrong);
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_DEFINITION']);
    const { defects } = JSON.parse(answer.text) as { defects: { elementId: string }[] };
    expect(defects.map(({ elementId }) => elementId)).toEqual(expect.arrayContaining(['a', 'b']));
  });

  it('refuses a document in which nothing is executable', async () => {
    const picture = bpmn(process('Picture', { isExecutable: false }, start('s'), end('e'), flows('s>e')));
    expect((await upload(picture)).status).toBe(422);
  });

  it('is the designer’s, and reading is everybody’s who is signed in', async () => {
    expect((await upload(ownStep('NotMine'), 'cdi.head')).status).toBe(403);
    const { items } = (await api.get('unit1.head', '/definitions')).read(definitionListSchema);
    expect(items.map(({ key }) => key)).toContain('HandBack');
  });

  it('tells by what a procedure can begin', async () => {
    await publish(api, begunByMessage('ByMessage', '移送'));
    const { startEvents } = (await api.get('designer', '/definitions/ByMessage')).read(definitionSchema);
    expect(startEvents).toEqual([
      { id: 's', name: null, kind: 'message', message: '移送', form: null, formVersion: null },
    ]);
  });
});
