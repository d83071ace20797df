import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { openRenderer } from './renderer.ts';

/** `npm run render -- OUT FILE…`: a PNG of each BPMN file, drawn by bpmn-js in headless Chromium. */
const [out, ...files] = process.argv.slice(2);
if (!out || files.length === 0) {
  throw new Error('npm run render -- docs/images definitions/processes/XunShenJi.bpmn …');
}
const renderer = await openRenderer();
try {
  for (const file of files) {
    const { png, width, height } = await renderer.render(readFileSync(file, 'utf8'));
    const path = join(out, `${basename(file, '.bpmn')}.png`);
    writeFileSync(path, png);
    console.log(`${path}: ${width} × ${height}`);
  }
} finally {
  await renderer.close();
}
