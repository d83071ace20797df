import { describe } from 'vitest';
import { all } from '../e2e/conformance/all.ts';
import type { Under } from '../e2e/conformance/cases.ts';
import { EngineClient } from '../e2e/conformance/engine-client.ts';

/** The definitions of test/e2e/conformance, in the engine alone. */
describe('conformance in the engine alone', () => {
  const under: Under = { kind: 'engine', client: new EngineClient(), url: '', fresh: () => new EngineClient() };
  for (const register of all) register(under);
});
