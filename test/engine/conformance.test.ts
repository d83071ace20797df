import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { outdated, unexplained } from '../../apps/local/docs/engine-differences.ts';
import { playInBpmnElements, untoldToBpmnElements } from '../support/bpmn-elements.ts';
import { compared, type Played } from '../support/compare-traces.ts';
import { all } from '../e2e/conformance/all.ts';
import type { Under } from '../e2e/conformance/cases.ts';
import { EngineClient } from '../e2e/conformance/engine-client.ts';
import { RecordingClient } from '../e2e/conformance/recording-client.ts';
import type { Trace } from '../e2e/conformance/recording-client.ts';

/** Where what was played is written down, for other engines to play. */
const folder = process.env['CONFORMANCE_TRACES'];
const traces: (Trace & { name: string })[] = [];

/** The definitions of test/e2e/conformance, in the engine alone. */
describe('conformance in the engine alone', () => {
  const under: Under = {
    kind: 'engine',
    client: new EngineClient(),
    url: '',
    fresh: () => new RecordingClient(new EngineClient()),
    played(name, client) {
      const trace = client instanceof RecordingClient ? client.trace() : null;
      if (trace) traces.push({ name: name.replace('conformance in the engine alone > ', ''), ...trace });
    },
  };
  for (const register of all) register(under);

  it(
    'bpmn-elements plays what it knows in the same way, but for the differences that docs/bpmn.md explains',
    { timeout: 180_000 },
    async () => {
      const played: Played[] = [];
      const told = traces.filter((trace) => untoldToBpmnElements(trace) === null);
      for (const trace of told) played.push(await playInBpmnElements(trace));
      const { same, differences } = compared(told, played);
      expect(same).toBeGreaterThan(90);
      expect(unexplained('bpmnElements', differences)).toEqual([]);
      expect(outdated('bpmnElements', differences)).toEqual([]);
    },
  );

  afterAll(() => {
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'traces.json'), JSON.stringify(traces, null, 1));
    console.log(`${traces.length} traces in ${folder}`);
  });
});
