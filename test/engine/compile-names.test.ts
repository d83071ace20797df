import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { bpmn, call, end, flows, process, script, start, user, xor, type Content } from '../support/bpmn.ts';

const formFields = { clue: ['amount', '来源'] };

async function undeclared(condition: string, ...more: readonly Content[]): Promise<readonly string[]> {
  const { defects, warnings } = await compile(
    bpmn(
      process(
        'P',
        start('s'),
        user('u', { 'ld:role': 'r', 'ld:form': 'clue' }),
        script('x', 'amount * 2', 'twice'),
        xor('g'),
        end('e'),
        ...more,
        flows('s>u>x>g', `g>e[${condition}]`, 'g>u*'),
      ),
    ),
    { knownForms: new Set(['clue']), formFields },
  );
  expect(defects).toEqual([]);
  return warnings
    .filter(({ code }) => code === 'UNDECLARED_NAME')
    .map(({ message }) => /“(.*)”/.exec(message)?.[1] ?? '');
}

it.each<[string, string, readonly string[]]>([
  ['a field of a form', 'amount > 1 and 来源 = "a"', []],
  ['a result, an outcome, a ledger', 'twice > 1 and u_outcome = "a" and outcome = "b" and ledger.item.open = 0', []],
  ['what the expression itself binds', 'some one in [1, 2] satisfies one > amount', []],
  ['properties in a filter', 'count(ledger.item.ids[length > 2]) > 0', []],
  ['entries of a context', '{ a: 1, b: a }.b = 1', []],
  ['a typing error, once', 'amuont > 1 and amuont < 5', ['amuont']],
  ['what nothing gives', 'for one in people return one.name', ['people']],
])('%s', async (_, condition, expected) => {
  expect(await undeclared(condition)).toEqual(expected);
});

it('what comes out of a step is read from its own result', async () => {
  const called = call('c', 'Q', { 'ld:output': 'mine=theirs' });
  const { warnings } = await compile(bpmn(process('P', start('s'), called, end('e'), flows('s>c>e'))), { formFields });
  expect(warnings.map(({ code }) => code)).not.toContain('UNDECLARED_NAME');
});

it('any name may come out of a procedure that is called inline', async () => {
  const { warnings } = await compile(
    bpmn(process('P', start('s'), call('c', 'Q'), xor('g'), end('e'), flows('s>c>g', 'g>e[any]', 'g>c*'))),
    { formFields },
  );
  expect(warnings.map(({ code }) => code)).not.toContain('UNDECLARED_NAME');
});
