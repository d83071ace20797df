import { readFileSync, writeFileSync } from 'node:fs';
import { withDiagram } from '../../engine/layout/diagram.ts';

/** `npm run layout -- FILE…`: adds or refreshes the coordinates of BPMN files, in place. */
const files = process.argv.slice(2);
if (files.length === 0) {
  console.error('npm run layout -- definitions/processes/XunShenJi.bpmn …');
  process.exitCode = 1;
}
for (const file of files) {
  writeFileSync(file, await withDiagram(readFileSync(file, 'utf8')));
  console.log(`${file}: diagram drawn`);
}
