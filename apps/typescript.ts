/**
 * Lets Node run our TypeScript with decorators: its own type stripping refuses them.
 * Loaded by `node --import ./apps/typescript.ts`; only files of this project are touched.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

// The compiler unpacks itself once: into the project's own folder, not the person's home.
process.env['SWC_NATIVE_BINDING_CACHE'] ??= fileURLToPath(new URL('../node_modules/.cache/swc', import.meta.url));
const { transformSync } = await import('@swc/core');

registerHooks({
  load(url, context, nextLoad) {
    if (!/\.tsx?$/.test(url) || url.includes('/node_modules/')) return nextLoad(url, context);
    const file = fileURLToPath(url);
    const { code } = transformSync(readFileSync(file, 'utf8'), {
      filename: file,
      sourceMaps: 'inline',
      swcrc: false,
      jsc: {
        target: 'es2024',
        parser: { syntax: 'typescript', decorators: true },
        transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
      },
      module: { type: 'es6' },
    });
    return { format: 'module', source: code, shortCircuit: true };
  },
});
