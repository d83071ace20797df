import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { designDraftSchema, draftListSchema, savedDraftSchema } from '../../apps/api/design/design-draft.schema.ts';
import { designNamesSchema, proceduresSchema } from '../../apps/api/design/design.schema.ts';
import { changedCaseSchema } from '../../apps/api/cases/case.schema.ts';
import {
  checkedDocumentSchema,
  laidOutSchema,
  openedDocumentSchema,
  publishedPictureSchema,
} from '../../apps/api/design/document.schema.ts';
import { playedScenariosSchema } from '../../apps/api/design/scenario.schema.ts';
import { diagramSchema } from '../../apps/api/history/history.schema.ts';
import { bpmn, end, flows, multi, process, start, user, xor } from '../support/bpmn.ts';
import { likeCamunda } from '../support/foreign.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish, twoSteps } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const xml = { 'content-type': 'application/xml' };
const put = (path: string, body: string, query = '') =>
  api.send('designer', 'PUT', `${path}?name=草稿${query}`, body, xml);

describe('a draft', () => {
  const address = '/design/drafts/process/Drawn';

  it('is kept as it is, defects and all, and says what it began from', async () => {
    const saved = (await put(address, '<half', '&base=3')).read(savedDraftSchema);
    expect(saved).toMatchObject({ kind: 'process', key: 'Drawn', name: '草稿', baseVersion: 3, published: null });
    expect((await api.get('designer', address)).read(designDraftSchema)).toEqual({ ...saved, content: '<half' });
    const list = (await api.get('designer', '/design/drafts')).read(draftListSchema);
    expect(list.items).toEqual([saved]);
  });

  it('is saved by the window that saw its last state, and by no other', async () => {
    const { savedAt } = (await api.get('designer', address)).read(designDraftSchema);
    const seen = `&seen=${encodeURIComponent(savedAt)}`;
    expect((await put(address, '<first window')).code).toBe('DRAFT_CHANGED');
    expect((await put(address, '<second', seen)).status).toBe(200);
    expect((await put(address, '<third', seen)).code).toBe('DRAFT_CHANGED');
    expect((await api.get('designer', address)).read(designDraftSchema).content).toBe('<second');
  });

  it('tells when somebody has published meanwhile', async () => {
    await publish(api, ownStep('Drawn'));
    const { published } = (await api.get('designer', address)).read(designDraftSchema);
    expect(published).toMatchObject({ version: 1, by: 'designer' });
  });

  it('is not revived by a window that does not know it is gone', async () => {
    const { savedAt } = (await api.get('designer', address)).read(designDraftSchema);
    expect((await api.send('designer', 'DELETE', address)).read(draftListSchema).items).toEqual([]);
    expect((await put(address, '<late', `&seen=${encodeURIComponent(savedAt)}`)).code).toBe('DRAFT_CHANGED');
    expect((await api.get('designer', address)).code).toBe('NOT_FOUND');
  });

  it('of a form is JSON', async () => {
    const form = { type: 'object', properties: { opinion: { type: 'string', title: '意见' } } };
    const path = '/design/drafts/form/my-form';
    const json = { 'content-type': 'application/json' };
    expect((await put(path, '<xml/>')).code).toBe('UNSUPPORTED_MEDIA_TYPE');
    await api.send('designer', 'PUT', `${path}?name=意见`, JSON.stringify(form), json);
    expect((await api.get('designer', path)).read(designDraftSchema).content).toEqual(form);
  });

  it('belongs to designers only', async () => {
    expect((await api.get('insp.office', '/design/drafts')).status).toBe(403);
    expect((await api.send('supervisor', 'PUT', `${address}?name=x`, '<x/>', xml)).status).toBe(403);
  });
});

describe('a document that is being drawn', () => {
  it('is checked with the names of the day, and all that is wrong is told while nothing is published', async () => {
    const wrong = bpmn(
      process(
        'Wrong',
        start('s'),
        user('a', { 'ld:period': 'P999', 'ld:form': 'no-such-form' }),
        end('e'),
        flows('s>a', 'a>e[1 >]'),
      ),
    );
    const before = await api.counts();
    const { defects, warnings } = (await api.post('designer', '/design/check', wrong, xml)).read(checkedDocumentSchema);
    expect(defects.map(({ code, elementId }) => [code, elementId])).toEqual(
      expect.arrayContaining([
        ['UNKNOWN_PERIOD', 'a'],
        ['UNKNOWN_FORM', 'a'],
        ['EXPRESSION', 'a_e'],
      ]),
    );
    expect(warnings.map(({ code }) => code)).toContain('NOBODY');
    expect(await api.counts()).toEqual(before);
  });

  it('gets a diagram when it has none, and keeps everything else', async () => {
    const { document } = (await api.post('designer', '/design/layout', twoSteps('Plain'), xml)).read(laidOutSchema);
    expect(document).toContain('BPMNShape');
    expect(document).toContain('ld:ladder="standard"');
    expect((await api.post('designer', '/design/layout', '<definitions', xml)).code).toBe('INVALID_DEFINITION');
  });

  it.each([
    ['Camunda 7', likeCamunda('camunda', 'http://camunda.org/schema/1.0/bpmn')],
    ['Flowable', likeCamunda('flowable', 'http://flowable.org/bpmn')],
  ])('of %s is opened in our own attributes, with a report of what was taken', async (_, foreign) => {
    const opened = (await api.post('designer', '/design/import', foreign, xml)).read(openedDocumentSchema);
    expect(opened.imported.length).toBeGreaterThan(3);
    expect(opened.document).toContain('ld:role');
    expect(opened.document).toContain('BPMNShape');
  });

  it('with defects can be opened all the same; what is no BPMN at all cannot', async () => {
    const refused = bpmn(
      process('Bad', start('s'), user('a'), '<complexGateway id="c" />', end('e'), flows('s>a>c>e')),
    );
    const opened = (await api.post('designer', '/design/import', refused, xml)).read(openedDocumentSchema);
    expect(opened).toMatchObject({ key: 'Bad', kind: 'process' });
    expect(opened.document).toContain('complexGateway');
    expect(opened.defects.length).toBeGreaterThan(0);
    const unreadable = (await api.post('designer', '/design/import', 'no xml', xml)).read(openedDocumentSchema);
    expect(unreadable).toMatchObject({ document: null, key: null });
  });

  it('that names a collection without a data object gets one, so that no editor loses it', async () => {
    const loose = bpmn(
      process(
        'Loose',
        start('s'),
        user('a', multi({ collection: 'people', element: 'person' })),
        end('e'),
        flows('s>a>e'),
      ),
    ).replace('<dataObject id="people"></dataObject>', '');
    expect(loose).not.toMatch(/<dataObject\b/);
    const { document } = (await api.post('designer', '/design/import', loose, xml)).read(openedDocumentSchema);
    const [, id] = /<dataObject id="([^"]+)" name="people"/.exec(document ?? '') ?? [];
    expect(id).toBeDefined();
    expect(document).toContain(`<loopDataInputRef>${id}</loopDataInputRef>`);
  });

  it('is a published version when one goes on from it', async () => {
    await publish(api, twoSteps('Going'));
    const opened = (await api.get('designer', '/design/documents/Going/1')).read(openedDocumentSchema);
    expect(opened).toMatchObject({ key: 'Going', name: '两步流程', defects: [] });
    expect(opened.document).toContain('BPMNShape');
    expect((await api.get('designer', '/design/documents/Going/9')).status).toBe(404);
  });
});

describe('a trial of a draft', () => {
  const drawn = twoSteps('Tried').replace('name="受理"', 'name="先看一看"');
  const draw = async (content: string, seen?: string) =>
    (await put('/design/drafts/process/Tried', content, seen ? `&seen=${encodeURIComponent(seen)}` : '')).read(
      savedDraftSchema,
    );

  it('runs by what is drawn, on the real server, while nothing is published', async () => {
    const { savedAt } = await draw(drawn);
    const opened = (await api.post('designer', '/trials', { definitionKey: 'Tried', draft: true })).read(
      changedCaseSchema,
    );
    expect(opened).toMatchObject({ definitionKey: 'Tried', version: 0, trial: true });
    expect(opened.openTasks.map(({ name }) => name)).toEqual(['先看一看']);
    const diagram = (await api.get('designer', `/cases/${opened.id}/diagram`)).read(diagramSchema);
    expect(diagram.bpmn).toContain('先看一看');
    expect(diagram.elements).toMatchObject({ intake: 'current' });
    expect((await api.get('designer', '/definitions/Tried')).status).toBe(404);

    await draw(drawn.replace('先看一看', '再看一看'), savedAt);
    const again = (await api.post('designer', `/trials/${opened.id}/reset`)).read(changedCaseSchema);
    expect(again.openTasks.map(({ name }) => name)).toEqual(['再看一看']);
    expect((await api.get('designer', `/cases/${opened.id}/diagram`)).status).toBe(404);
    const kept = await api.system.rows<{ case_id: string }>('select case_id from trial_draft');
    expect(kept.map(({ case_id }) => case_id)).toEqual([again.id]);
  });

  it('is refused with the defects of the draft, without a draft, and beside a version', async () => {
    const { savedAt } = (await api.get('designer', '/design/drafts/process/Tried')).read(designDraftSchema);
    await draw(drawn.replace('ld:ladder="standard"', 'ld:ladder="none-such"'), savedAt);
    const before = await api.counts();
    const post = async (body: object) => (await api.post('designer', '/trials', body)).code;
    expect(await post({ definitionKey: 'Tried', draft: true })).toBe('INVALID_DEFINITION');
    expect(await post({ definitionKey: 'Nobody', draft: true })).toBe('UNKNOWN_DEFINITION');
    expect(await post({ definitionKey: 'Tried', draft: true, version: 1 })).toBe('INVALID_INPUT');
    expect((await api.post('insp.office', '/trials', { definitionKey: 'Tried', draft: true })).code).toBe(
      'UNKNOWN_DEFINITION',
    );
    expect(await api.counts()).toEqual(before);
  });
});

describe('publication', () => {
  it('is refused to whoever does not know of the newest version, and nothing is published', async () => {
    const send = (xmlText: string, base: number) => api.post('designer', `/definitions?base=${base}`, xmlText, xml);
    expect((await send(ownStep('Raced'), 1)).code).toBe('OVERTAKEN');
    expect((await send(ownStep('Raced'), 0)).status).toBe(201);
    const changed = ownStep('Raced').replace('自办', '自己办');
    const before = await api.counts();
    expect((await send(changed, 0)).code).toBe('OVERTAKEN');
    expect(await api.counts()).toEqual(before);
    expect((await send(changed, 1)).status).toBe(201);
  });

  it('can be seen as a picture by everybody who is signed in', async () => {
    await publish(api, twoSteps('Shown'));
    for (const path of ['/definitions/Shown/diagram', '/definitions/Shown/versions/1/diagram']) {
      const { bpmn: shown } = (await api.get('unit1.head', path)).read(publishedPictureSchema);
      expect(shown).toContain('BPMNPlane');
    }
    expect((await api.get('unit1.head', '/definitions/Shown/versions/2/diagram')).status).toBe(404);
  });
});

describe('what there is to design', () => {
  it('lists procedures with their versions and open cases', async () => {
    await publish(api, twoSteps('Listed'));
    await publish(api, twoSteps('Listed').replace('受理', '收件'));
    await openCase(api, 'insp.office', 'Listed');
    await api.post('designer', '/trials', { definitionKey: 'Listed' });
    const { items } = (await api.get('designer', '/design/procedures')).read(proceduresSchema);
    expect(items.find(({ key }) => key === 'Listed')).toMatchObject({
      kind: 'process',
      name: '两步流程',
      versions: 2,
      newest: 2,
      inForce: 2,
      running: 1,
      changedBy: 'designer',
    });
    expect((await api.get('insp.office', '/design/procedures')).status).toBe(403);
  });

  it('names periods, ladders and forms to choose from', async () => {
    const names = (await api.get('designer', '/design/names')).read(designNamesSchema);
    expect(names.periods.find(({ key }) => key === 'P02')).toMatchObject({ amount: 15, unit: 'working-day' });
    expect(names.ladders.map(({ key }) => key)).toContain('standard');
    expect(names.forms.find(({ key }) => key === 'ShenPi')?.fields.length).toBeGreaterThan(0);
  });
});

describe('scenarios of a procedure that is being drawn', () => {
  const drawn = bpmn(
    process(
      'Walked',
      start('s'),
      user('a', { 'ld:outcomes': '同意, 退回' }),
      xor('g'),
      user('b'),
      end('e'),
      flows('s>a>g', 'g>b[outcome = "退回"]>e', 'g>e'),
    ),
  );
  const played = async (files: readonly object[], document = drawn, more: object = {}) =>
    api.post('designer', '/design/scenarios', { document, files, ...more });
  const file = (text: string) => ({ name: 'walked.yaml', text });

  it('are played in the engine alone, and tell what nobody has walked', async () => {
    const before = await api.counts();
    const answer = await played([
      file(
        'definition: Walked\nscenarios:\n  - title: 同意\n    steps:\n      - { do: a, outcome: 同意 }\n      - { ended: {} }\n',
      ),
    ]);
    expect(answer.read(playedScenariosSchema)).toMatchObject({
      scenarios: [{ title: '同意', file: 'walked.yaml', steps: 2, surprise: null }],
      unreadable: [],
      covered: { key: 'Walked', missedElements: ['b'], missedFlows: ['g_b', 'b_e'] },
    });
    expect(await api.counts()).toEqual(before);
  });

  it('say where they go otherwise, and what of a file cannot be read', async () => {
    const answer = await played([
      file('definition: Walked\nscenarios:\n  - title: 直接到 b\n    steps:\n      - { do: b }\n'),
      { name: 'broken.yaml', text: 'scenarios: nothing' },
    ]);
    const { scenarios, unreadable } = answer.read(playedScenariosSchema);
    expect(scenarios[0]?.surprise).toContain('walked.yaml:5');
    expect(unreadable).toMatchObject([{ file: 'broken.yaml' }]);
  });

  it('of the product are played with what they call', async () => {
    const document = readFileSync(new URL('../../definitions/processes/XunShenJi.bpmn', import.meta.url), 'utf8');
    const { scenarios } = (await played([], document, { release: true })).read(playedScenariosSchema);
    expect(scenarios.length).toBeGreaterThan(1);
  });

  it('of the product count also where a file tells of several procedures', async () => {
    const document = readFileSync(new URL('../../definitions/processes/ZeRenShiXiang.bpmn', import.meta.url), 'utf8');
    const { scenarios } = (await played([], document, { release: true })).read(playedScenariosSchema);
    expect(scenarios).toContainEqual(expect.objectContaining({ file: 'lists/not-drawn.yaml', surprise: null }));
  });

  it('are not played with a procedure that could not be published', async () => {
    const answer = await played([], drawn.replace('id="a"', 'id="a" ld:due="soon"'));
    expect([answer.status, answer.code]).toEqual([422, 'INVALID_DEFINITION']);
  });
});
