import { expect, it } from 'vitest';
import { compile } from '../../engine/compile/compile.ts';
import { bpmn, process, start, sub, user } from '../support/bpmn.ts';

const good = bpmn(process('P', start('s')));
const codesOf = async (xml: string | Uint8Array) => (await compile(xml)).defects.map(({ code }) => code);
const nested = (depth: number): string =>
  '<extensionElements>' + '<a:b>'.repeat(depth) + '</a:b>'.repeat(depth) + '</extensionElements>';

it.each<[string, string | Uint8Array, string]>([
  ['nothing', '', 'MALFORMED_XML'],
  ['text', 'hello', 'MALFORMED_XML'],
  ['JSON', '{"a":1}', 'MALFORMED_XML'],
  ['truncated XML', good.slice(0, -20), 'MALFORMED_XML'],
  ['crossed tags', good.replace('</process>', '</procezz>'), 'MALFORMED_XML'],
  ['another XML', '<html><body/></html>', 'MALFORMED_XML'],
  [
    'an external entity',
    `<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>${good.replace('id="s"', 'id="s" name="&x;"')}`,
    'DOCTYPE',
  ],
  ['a bomb of entities', `<!DOCTYPE d [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;">]>${good}`, 'DOCTYPE'],
  ['a doctype in lower case', `<!doctype d>${good}`, 'DOCTYPE'],
  ['a document of UTF-16', new Uint8Array([0xff, 0xfe, 0x3c, 0x00, 0x3f, 0x00]), 'ENCODING'],
  ['UTF-16 without a mark', new Uint8Array([0x3c, 0x00, 0x3f, 0x00]), 'ENCODING'],
  ['a declared UTF-16', good.replace('UTF-8', 'UTF-16'), 'ENCODING'],
  ['bytes of GBK', new Uint8Array([...new TextEncoder().encode('<a b="'), 0xb9, 0xab, 0x22]), 'ENCODING'],
  ['three megabytes', good + ' '.repeat(3 * 1024 * 1024), 'TOO_LARGE'],
  ['two thousand levels', bpmn(process('P', start('s', nested(2000)))), 'TOO_DEEP'],
  [
    'two hundred sub-processes in each other',
    bpmn(
      process(
        'P',
        start('s'),
        Array.from({ length: 200 }).reduce<string>(
          (inner, _, index) => `<subProcess id="p${index}"><startEvent id="s${index}"/>${inner}</subProcess>`,
          '',
        ),
      ),
    ),
    'TOO_DEEP',
  ],
  [
    'a namespace that is nearly ours',
    bpmn(process('P', start('s'))).replace('urn:liandong:bpmn:1', 'urn:liandong:bpmn:2'),
    'UNKNOWN_NAMESPACE',
  ],
])('%s is refused', async (_, xml, code) => {
  expect(await codesOf(xml)).toContain(code);
});

it('accepts foreign extensions as they are, at any reasonable depth', async () => {
  const { defects } = await compile(
    bpmn(process('P', start('s', nested(200)))).replace('xmlns:ld=', 'xmlns:a="urn:foreign" xmlns:ld='),
  );
  expect(defects).toEqual([]);
});

it('refuses a model that is too large to travel with every case', async () => {
  const noise = (length: number): string => {
    let [text, seed] = ['', 1];
    while (text.length < length) {
      seed = (seed * 48271) % 2147483647;
      text += seed.toString(36);
    }
    return text;
  };
  const { defects } = await compile(bpmn(process('P', start('s', `<documentation>${noise(600_000)}</documentation>`))));
  expect(defects).toMatchObject([{ code: 'TOO_LARGE', elementId: 'P' }]);
});

it('is not polluted by names of Object', async () => {
  const { defects, processes } = await compile(
    bpmn(process('P', start('s'), user('__proto__', { 'ld:role': 'x' }), sub('toString', start('t')))),
  );
  expect(defects.map(({ code, elementId }) => [code, elementId])).toEqual(
    expect.arrayContaining([
      ['BAD_ID', '__proto__'],
      ['BAD_ID', 'toString'],
    ]),
  );
  expect(processes).toEqual([]);
  expect(({} as Record<string, unknown>)['kind']).toBeUndefined();
});

it.each([
  ['brackets', '<'.repeat(500_000)],
  ['quotes', '<a b="'.repeat(200_000)],
  ['comments', '<!--'.repeat(300_000)],
  ['brackets that close', `${'<'.repeat(500_000)}>`],
  ['attributes with brackets', `<a ${'b=">" '.repeat(150_000)}/>`],
  ['attributes', `<a ${'b="c" '.repeat(200_000)}/>`],
])('gives up on a megabyte of %s within a second', async (_, xml) => {
  const began = performance.now();
  expect(await codesOf(xml)).not.toEqual([]);
  expect(performance.now() - began).toBeLessThan(1000);
});
