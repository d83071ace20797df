import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe } from 'vitest';
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

  afterAll(() => {
    if (folder === undefined) return;
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'traces.json'), JSON.stringify(traces, null, 1));
    console.log(`${traces.length} traces in ${folder}`);
  });
});
