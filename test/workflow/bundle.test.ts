import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DefaultLogger } from '@temporalio/worker';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { workflowBundle } from '../../apps/worker/workflow-bundle.ts';

const cache = mkdtempSync(join(tmpdir(), 'liandong-bundle-'));
let path: string;
let modules: string[];
beforeAll(async () => {
  path = await workflowBundle(cache, new DefaultLogger('ERROR'));
  modules = [...readFileSync(path, 'utf8').matchAll(/^\/\*\*\*\/ "([^"]+)"/gm)].map(([, module = '']) => module);
});
afterAll(() => rmSync(cache, { recursive: true }));

describe('the workflow bundle', () => {
  it.each(['typeorm', '/pg/', '@nestjs', '/zod/', 'moddle', 'engine/compile', '/database/', '/definitions/', '/apps/'])(
    'holds nothing of %s',
    (name) => {
      expect(modules.length).toBeGreaterThan(100);
      expect(modules.filter((module) => module.includes(name))).toEqual([]);
    },
  );

  it('exports the case workflow and nothing else', () => {
    const source = readFileSync(new URL('../../workflows/case.workflow.ts', import.meta.url), 'utf8');
    expect([...source.matchAll(/^export /gm)]).toHaveLength(1);
    expect(source).toContain('export default async function caseWorkflow');
  });

  it('stays below 2.5 MB', () => {
    expect(statSync(path).size).toBeLessThan(2_500_000);
  });

  it('is made once for the same sources', async () => {
    const { mtimeMs } = statSync(path);
    expect(await workflowBundle(cache)).toBe(path);
    expect(statSync(path).mtimeMs).toBe(mtimeMs);
  });
});
