import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';

/** `npm run render -- OUT FILE…`: a PNG of each BPMN file, drawn by bpmn-js in headless Chromium. Needs a font with Chinese glyphs. */
const [out, ...files] = process.argv.slice(2);
if (!out || files.length === 0) {
  throw new Error('npm run render -- docs/images definitions/processes/XunShenJi.bpmn …');
}
const viewer = new URL('../../node_modules/bpmn-js/dist/bpmn-viewer.production.min.js', import.meta.url);
const browser = await browserType.launch({
  executablePath: await chromium.executablePath(),
  args: ['--no-sandbox', '--disable-gpu', '--headless'],
});
try {
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.setContent('<body style="margin:0;background:white"><div id="canvas"></div></body>');
  await page.addScriptTag({ path: viewer.pathname });
  for (const file of files) {
    const size = await page.evaluate(drawn, readFileSync(file, 'utf8'));
    await page.setViewportSize(size);
    const path = join(out, `${basename(file, '.bpmn')}.png`);
    await page.screenshot({ path });
    console.log(`${path}: ${size.width} × ${size.height}`);
  }
} finally {
  await browser.close();
}

interface Canvas {
  viewbox(box?: unknown): {
    readonly inner: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
  resized(): void;
}
interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  get(name: 'canvas'): Canvas;
}

/** Runs in the page: draws the document to its natural size. */
async function drawn(xml: string): Promise<{ width: number; height: number }> {
  const place = document.querySelector<HTMLElement>('#canvas');
  const { BpmnJS } = globalThis as unknown as { BpmnJS: new (options: { container: HTMLElement }) => Viewer };
  if (!place) throw new Error('no canvas');
  place.replaceChildren();
  const view = new BpmnJS({ container: place });
  const { warnings } = await view.importXML(xml);
  if (warnings.length > 0) throw new Error(warnings.map(({ message }) => message).join('\n'));
  const canvas = view.get('canvas');
  const { inner } = canvas.viewbox();
  const width = Math.ceil(inner.width) + 40;
  const height = Math.ceil(inner.height) + 40;
  Object.assign(place.style, { width: `${width}px`, height: `${height}px` });
  canvas.resized();
  canvas.viewbox({ x: inner.x - 20, y: inner.y - 20, width, height });
  return { width, height };
}
