import { expect, it } from 'vitest';
import { drawn } from '../../engine/layout/drawn.ts';
import { bpmn, end, flows, process, start, user } from '../support/bpmn.ts';

const plain = bpmn(process('P', start('s'), user('a'), end('e'), flows('s>a>e')));

it('a document without a diagram is laid out for the case page', async () => {
  expect(await drawn(plain)).toContain('BPMNShape');
});

it('a document with a diagram of its own is shown as it came', async () => {
  const own = await drawn(plain);
  expect(await drawn(own)).toBe(own);
});
