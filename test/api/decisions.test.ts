import { afterAll, beforeAll, expect, it } from 'vitest';
import { definitionListSchema, definitionSchema } from '../../apps/api/definitions/definition.schema.ts';
import { bpmn, element, end, flows, process, start, user } from '../support/bpmn.ts';
import { decision, dmn, table } from '../support/dmn.ts';
import { startApi } from './api.ts';
import type { Api } from './api.ts';
import { openCase, ownStep, publish } from './procedures.ts';

let api: Api;
beforeAll(async () => {
  api = await startApi();
});
afterAll(() => api.stop());

/** How grave a sum is; from 10 on `grave`. */
const gravity = (key: string, grave = 'grave'): string =>
  dmn(
    '1.1',
    decision(
      key,
      table({
        inputs: ['amount'],
        outputs: ['level'],
        rules: [
          ['< 10', '"light"'],
          ['>= 10', JSON.stringify(grave)],
        ],
      }),
    ),
  );

const judged = (key: string, decided: string): string =>
  bpmn(
    process(
      key,
      start('s'),
      element('businessRuleTask', { id: 'x', 'ld:decision': decided, 'ld:resultVariable': 'level' }),
      user('own', { name: '自办' }),
      end('e'),
      flows('s>x>own>e'),
    ),
  );

const upload = (xml: string) => api.post('designer', '/definitions', xml, { 'content-type': 'application/xml' });

it('a decision is published with versions of its own, handed back byte by byte, and no case can be opened with it', async () => {
  const xml = `${gravity('Gravity')}<!-- 原样 -->\n`;
  expect(await publish(api, xml, '?dryRun=true')).toMatchObject({ key: 'Gravity', version: 1, dryRun: true });
  expect((await upload(xml)).status).toBe(201);
  expect((await upload(xml)).status).toBe(200);
  expect(await publish(api, gravity('Gravity', 'worse'))).toMatchObject({ key: 'Gravity', version: 2 });
  const back = await api.get('designer', '/definitions/Gravity/versions/1', { accept: 'application/xml' });
  expect(back.text).toBe(xml);
  const known = (await api.get('designer', '/definitions/Gravity')).read(definitionSchema);
  expect(known).toMatchObject({ kind: 'decision', version: 2, versions: [1, 2], startEvents: [] });
  const keys = async (query = '') =>
    (await api.get('designer', `/definitions${query}`)).read(definitionListSchema).items.map(({ key }) => key);
  expect(await keys()).not.toContain('Gravity');
  expect(await keys('?kind=decision')).toContain('Gravity');
  expect((await api.post('designer', '/cases', { definitionKey: 'Gravity', title: '案件' })).code).toBe(
    'UNKNOWN_DEFINITION',
  );
});

it('a procedure keeps the decision that was newest when it was published', async () => {
  await publish(api, gravity('Kept'));
  const { warnings } = await publish(api, judged('Keeps', 'Kept'));
  expect(warnings.map(({ code }) => code)).not.toContain('UNKNOWN_DECISION');
  await publish(api, gravity('Kept', 'worse'));
  expect((await openCase(api, 'designer', 'Keeps', { variables: { amount: 12 } })).variables).toMatchObject({
    level: 'grave',
  });
});

it('a decision published after its procedure is found when a case is opened; without it the case stops with an incident', async () => {
  const { warnings } = await publish(api, judged('Early', 'Late'));
  expect(warnings.map(({ code }) => code)).toContain('UNKNOWN_DECISION');
  const stopped = await openCase(api, 'designer', 'Early', { variables: { amount: 12 } });
  expect(stopped.incidents).toMatchObject([{ code: 'NO_DECISION', elementId: 'x' }]);
  await publish(api, gravity('Late'));
  const opened = await openCase(api, 'designer', 'Early', { variables: { amount: 2 } });
  expect([opened.variables['level'], opened.incidents]).toEqual(['light', []]);
});

it('one key is not both a procedure and a decision', async () => {
  await publish(api, ownStep('Both'));
  const answer = await upload(gravity('Both'));
  expect([answer.status, answer.code]).toEqual([409, 'KEY_TAKEN']);
});

it('everything wrong with a decision is told at once', async () => {
  const answer = await upload(dmn('1.3', decision('A', '<literalExpression><text>1 +</text></literalExpression>')));
  expect([answer.status, answer.code]).toEqual([422, 'INVALID_DEFINITION']);
});
