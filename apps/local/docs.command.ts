/** `npm run docs`: docs/bpmn.md and its pictures, from the tables that the compiler reads. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { bpmnPage } from './docs/bpmn-page.ts';
import { picturesByName } from './docs/picture.ts';

const docs = new URL('../../docs/', import.meta.url);
const images = new URL('images/bpmn/', docs);
mkdirSync(images, { recursive: true });
for (const [name, svg] of Object.entries(picturesByName())) writeFileSync(new URL(name, images), svg);
writeFileSync(new URL('bpmn.md', docs), bpmnPage());
console.log('docs/bpmn.md');
