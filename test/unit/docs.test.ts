import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { attributeMeanings } from '../../apps/local/docs/attribute-meanings.ts';
import { bpmnPage } from '../../apps/local/docs/bpmn-page.ts';
import { mechanismTable, withTable } from '../../apps/local/docs/mechanism-table.ts';
import { patternsPage } from '../../apps/local/docs/patterns-page.ts';
import { picturesByName } from '../../apps/local/docs/picture.ts';
import { ldAttributes } from '../../engine/compile/attributes.ts';
import { elementSupport } from '../../engine/compile/support.ts';

const docs = new URL('../../docs/', import.meta.url);

it('docs/bpmn.md is what `npm run docs` writes', () => {
  expect(readFileSync(new URL('bpmn.md', docs), 'utf8')).toBe(bpmnPage());
});

it('docs/patterns.md is too', () => {
  expect(readFileSync(new URL('patterns.md', docs), 'utf8')).toBe(patternsPage());
});

it('so are its pictures, one of every executed element', () => {
  const images = new URL('images/bpmn/', docs);
  const committed = readdirSync(images).map((name) => [name, readFileSync(new URL(name, images), 'utf8')]);
  const pictures = picturesByName();
  expect(Object.fromEntries(committed)).toEqual(pictures);
  const executed = Object.entries(elementSupport).filter(([, support]) => support.executed);
  expect(executed.filter(([type]) => !Object.hasOwn(pictures, `${type}.svg`))).toEqual([]);
});

it('every ld: attribute is explained, and none that does not exist', () => {
  const known = [...new Set(Object.values(ldAttributes).flat())].toSorted((a, b) => a.localeCompare(b));
  expect(Object.keys(attributeMeanings).toSorted((a, b) => a.localeCompare(b))).toEqual(known);
});

it.each([
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const)(
  'the table of mechanisms in %s is what `npm run docs` writes',
  async (name, language) => {
    const readme = readFileSync(new URL(`../${name}`, docs), 'utf8');
    expect(readme).toBe(withTable(readme, await mechanismTable(language)));
  },
  60_000,
);
