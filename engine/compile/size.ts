import type { ProcessModel } from '../model.ts';
import type { Report } from './report.ts';

/** Bytes of a compressed model: it travels in the start input of every case. */
const limit = 256 * 1024;

export async function checkSize(model: ProcessModel, report: Report): Promise<void> {
  const bytes = new TextEncoder().encode(JSON.stringify(model));
  if (bytes.byteLength <= limit) return;
  const compressed = new Blob([bytes]).stream().pipeThrough(new CompressionStream('deflate'));
  const { byteLength } = await new Response(compressed).arrayBuffer();
  if (byteLength <= limit) return;
  report.defect('TOO_LARGE', `流程压缩后 ${Math.ceil(byteLength / 1024)} kB，超过上限 ${limit / 1024} kB`, model.key);
}
