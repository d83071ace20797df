/** `npm run docs`: docs/bpmn.md and its pictures, from the tables that the compiler reads; docs/patterns.md; the READMEs’ table of mechanisms, from their catalogue. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { bpmnPage } from './docs/bpmn-page.ts';
import { mechanismTable, withTable } from './docs/mechanism-table.ts';
import { patternsPage } from './docs/patterns-page.ts';
import { picturesByName } from './docs/picture.ts';

const docs = new URL('../../docs/', import.meta.url);
const images = new URL('images/bpmn/', docs);
mkdirSync(images, { recursive: true });
for (const [name, svg] of Object.entries(picturesByName())) writeFileSync(new URL(name, images), svg);
writeFileSync(new URL('bpmn.md', docs), bpmnPage());
writeFileSync(new URL('patterns.md', docs), patternsPage());
for (const [name, language] of [
  ['README.md', 'en'],
  ['README.zh-CN.md', 'zh'],
] as const) {
  const file = new URL(`../${name}`, docs);
  writeFileSync(file, withTable(readFileSync(file, 'utf8'), await mechanismTable(language)));
}
console.log('docs/bpmn.md, docs/patterns.md, README.md, README.zh-CN.md');
