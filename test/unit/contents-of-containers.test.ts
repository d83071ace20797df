import { expect, it } from 'vitest';
import { contentsOf } from '../../apps/api/history/containers.ts';

const main = { call: 'Main', step: 'Main', sub: 'Main', inner: 'sub' };
const called = { a: 'Called', nested: 'Called', b: 'nested', c: 'Called' };

it('what a case did inside a sub-process or a call is found by the element that contains it, however deep', () => {
  const states = {
    call: 'current',
    a: 'passed',
    nested: 'current',
    b: 'late',
    step: 'passed',
    sub: 'passed',
    inner: 'passed',
  } as const;
  expect(contentsOf(states, [{ elementId: 'call', scopes: called }], main)).toEqual({
    call: ['a', 'nested', 'b'],
    nested: ['b'],
    sub: ['inner'],
  });
});

it('a procedure that calls itself ends', () => {
  const scopes = { call: 'Main', step: 'Main' };
  expect(contentsOf({ call: 'current', step: 'passed' }, [{ elementId: 'call', scopes }], scopes)).toEqual({
    call: ['step'],
  });
});
