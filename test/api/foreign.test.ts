import { afterAll, beforeAll, expect, it } from 'vitest';
import { likeCamunda, likeZeebe } from '../support/foreign.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { publish } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

const named = (xml: string, key: string): string => xml.replace('id="P"', `id="${key}"`).replace('"P">', `"${key}">`);

it.each([
  ['Camunda 7', named(likeCamunda('camunda', 'http://camunda.org/schema/1.0/bpmn'), 'OfCamunda'), 'camunda:assignee'],
  ['Camunda 8', named(likeZeebe(), 'OfZeebe'), 'zeebe:assignmentDefinition'],
])(
  'a dry run of a model of %s tells what was taken and what was not; published, it goes out as it came in',
  async (_, xml, name) => {
    const { warnings, key } = await publish(api, xml, '?dryRun=true');
    expect(warnings).toContainEqual(expect.objectContaining({ code: 'IMPORTED', elementId: 'a', path: name }));
    expect(warnings.map(({ code }) => code)).toContain('NOT_IMPORTED');
    const published = await publish(api, xml);
    expect(published.warnings.map(({ code }) => code)).not.toContain('IMPORTED');
    const back = await api.get('designer', `/definitions/${key}`, { accept: 'application/xml' });
    expect(back.text).toBe(xml);
  },
);
