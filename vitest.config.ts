import { defineConfig } from 'vitest/config';

const project = (name: string, options: Record<string, unknown> = {}) => ({
  test: { name, include: [`test/${name}/**/*.test.ts`], ...options },
});

/** What follows an act is waited for as long as a busy machine needs, not for the second that is usual. */
const patient = { poll: { timeout: 30_000, interval: 50 } };

/**
 * Beside real servers and a real browser a test may meet a moment of its own. It is tried once more; what passes only then
 * counts as passed, is named at the end of `.ci/run`, and is to be looked into. Replays and random acts have no second try.
 */
const again = { retry: 1 };

/**
 * Real Temporal and PostgreSQL, started once a run and shared; one file at a time, so that the machine is not overrun.
 */
const withServers = (name: string, options: Record<string, unknown> = {}) =>
  project(name, {
    globalSetup: ['test/support/servers.setup.ts'],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    fileParallelism: false,
    expect: patient,
    ...again,
    ...options,
  });

/** Pure, so that files may share a process. */
const pure = (name: string) => project(name, { isolate: false, setupFiles: ['test/support/seed.ts'] });

/** Projects by size: `unit` and `engine` are pure; the others start real servers through test/support. */
export default defineConfig({
  test: {
    env: { TZ: 'America/New_York' },
    projects: [
      pure('unit'),
      pure('engine'),
      withServers('workflow'),
      withServers('replay', { retry: 0 }),
      withServers('api'),
      project('e2e', {
        globalSetup: ['test/support/cities.setup.ts'],
        testTimeout: 180_000,
        hookTimeout: 240_000,
        fileParallelism: false,
        expect: patient,
        ...again,
      }),
    ],
  },
});
