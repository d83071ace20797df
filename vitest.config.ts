import { defineConfig } from 'vitest/config';

const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

/** Projects by size: `unit` and `engine` are pure; the others start real servers through test/support. */
export default defineConfig({
  test: {
    env: { TZ: 'America/New_York' },
    projects: [
      project('unit'),
      project('engine'),
      project('workflow', { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }),
      project('replay', { testTimeout: 120_000, hookTimeout: 120_000 }),
      project('api', { testTimeout: 120_000, hookTimeout: 180_000, fileParallelism: false }),
      project('e2e', { testTimeout: 180_000, hookTimeout: 240_000, fileParallelism: false }),
    ],
  },
});
