import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Plugin } from 'vite';

const worker = 'build/pdf.worker.min.mjs';
const folders = ['cmaps', 'standard_fonts', 'wasm'] as const;

/** What the PDF viewer fetches when it is opened, or a document needs it: its worker, fonts and encodings of Chinese, decoders of scanned pictures. */
export function pdfResources(): Plugin {
  return {
    name: 'pdf-resources',
    apply: 'build',
    generateBundle() {
      const manifest = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
      const { version } = JSON.parse(readFileSync(manifest, 'utf8')) as { version: string };
      // Our policy allows no WebAssembly; each decoder has a twin in plain script.
      const needed = (file: string) => !file.endsWith('.wasm') && !/quickjs/.test(file);
      const files = folders.flatMap((folder) =>
        readdirSync(join(dirname(manifest), folder))
          .filter(needed)
          .map((file) => `${folder}/${file}`),
      );
      for (const file of [worker, ...files])
        this.emitFile({
          type: 'asset',
          fileName: `assets/pdf-${version}/${file}`,
          source: readFileSync(join(dirname(manifest), file)),
        });
    },
  };
}
