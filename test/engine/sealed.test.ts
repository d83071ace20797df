import { expect, it } from 'vitest';
import { end, flows, script, start, user } from '../support/bpmn.ts';
import { modelOf, play } from '../support/run.ts';

const seals = (then: string) =>
  modelOf(
    start('s'),
    user('a', { 'ld:records': 'meddling:sealed', 'ld:keeps': 'sealed' }),
    script('then', then, 'later', { 'ld:records': 'meddling:later' }),
    user('b'),
    end('e'),
    flows('s>a>then>b>e'),
  );
const sealed = [{ title: '打招呼', status: 'sealed' }];

it('a sealed record goes on to another sealed state', async () => {
  const one = play(await seals('[{ id: sealed[1].id, status: "sealed-closed" }]')).start();
  one.complete('a', { variables: { sealed } });
  expect(one.state.ledger).toEqual({ meddling: { 'meddling-1': 'sealed-closed' } });
});

it.each([
  ['its content', '[{ id: sealed[1].id, title: "没有这回事" }]'],
  ['its being sealed', '[{ id: sealed[1].id, status: "open" }]'],
])('a procedure that would change %s is stopped with an incident', async (_, then) => {
  const one = play(await seals(then)).start();
  one.complete('a', { variables: { sealed } });
  expect(one.incidents()).toMatchObject([{ elementId: 'then', code: 'RECORD_SEALED' }]);
  expect(one.state.ledger).toEqual({ meddling: { 'meddling-1': 'sealed' } });
});

it('nobody changes one outside the steps', async () => {
  const one = play(await seals('[]')).start();
  one.complete('a', { variables: { sealed } });
  const records = [{ ledger: 'meddling', id: 'meddling-1', data: { title: '没有这回事' } }];
  expect(() => one.send({ kind: 'changeRecords', records })).toThrow('封存');
});
