import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openRenderer } from '../../../definitions/layout/renderer.ts';
import { drawn } from '../../../engine/layout/drawn.ts';
import { coloured } from '../../../scenarios/coloured.ts';
import type { Covered } from '../../../scenarios/coverage.ts';
import type { SourceFile } from '../../../scenarios/engine-definitions.ts';

/** Each procedure with what was walked in green and what was not in red: BPMN, SVG and PNG. Answers the files. */
export async function drawCoverage(
  folder: string,
  covered: readonly Covered[],
  documents: readonly SourceFile[],
): Promise<readonly string[]> {
  mkdirSync(folder, { recursive: true });
  const renderer = await openRenderer();
  try {
    const written: string[] = [];
    for (const one of covered) {
      const source = documents.findLast(({ bytes }) => declares(bytes, one.key));
      if (!source) continue;
      const xml = coloured(await drawn(Buffer.from(source.bytes).toString('utf8')), one);
      const { svg, png } = await renderer.render(xml);
      for (const [kind, content] of [
        ['bpmn', xml],
        ['svg', svg],
        ['png', png],
      ] as const) {
        const path = join(folder, `${one.key}.${kind}`);
        writeFileSync(path, content);
        written.push(path);
      }
    }
    return written;
  } finally {
    await renderer.close();
  }
}

const declares = (bytes: Uint8Array, key: string): boolean =>
  new RegExp(`<(?:[\\w.-]+:)?process\\b[^>]*\\sid="${key.replaceAll('.', '\\.')}"`).test(
    Buffer.from(bytes).toString('utf8'),
  );
