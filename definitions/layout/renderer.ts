import chromium from '@sparticuz/chromium';
import { chromium as browserType } from 'playwright-core';

interface Rendered {
  readonly png: Buffer;
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

/** bpmn-js in headless Chromium. Needs a font with Chinese glyphs. */
export interface Renderer {
  render(xml: string): Promise<Rendered>;
  close(): Promise<void>;
}

const viewer = new URL('../../node_modules/bpmn-js/dist/bpmn-viewer.production.min.js', import.meta.url);

export async function openRenderer(): Promise<Renderer> {
  const browser = await browserType.launch({
    executablePath: await chromium.executablePath(),
    args: ['--no-sandbox', '--disable-gpu', '--headless'],
  });
  const page = await browser.newPage({ deviceScaleFactor: 1 });
  await page.setContent('<body style="margin:0;background:white"><div id="canvas"></div></body>');
  await page.addScriptTag({ path: viewer.pathname });
  return {
    async render(xml) {
      const { width, height, svg } = await page.evaluate(drawn, xml);
      await page.setViewportSize({ width, height });
      return { width, height, svg, png: await page.screenshot() };
    },
    close: () => browser.close(),
  };
}

interface Canvas {
  viewbox(box?: unknown): {
    readonly inner: { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
  };
  resized(): void;
}
interface Viewer {
  importXML(xml: string): Promise<{ readonly warnings: readonly { readonly message: string }[] }>;
  saveSVG(): Promise<{ readonly svg: string }>;
  get(name: 'canvas'): Canvas;
}

/** Runs in the page: draws the document to its natural size. */
async function drawn(xml: string): Promise<{ width: number; height: number; svg: string }> {
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
  const { svg } = await view.saveSVG();
  return { width, height, svg };
}
