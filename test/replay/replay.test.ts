import { readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultPayloadConverter } from '@temporalio/common';
import { DefaultLogger, Runtime, Worker } from '@temporalio/worker';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Recorded } from '../../activities/record.types.ts';
import { workflowBundle } from '../../apps/worker/workflow-bundle.ts';
import { createDataConverter } from '../../codec/data-converter.ts';
import { loadKeys } from '../../codec/keys.ts';
import { payloadCodec } from '../../codec/payload-codec.ts';
import { historyFromText } from './history.ts';

Runtime.install({ logger: new DefaultLogger('ERROR'), shutdownSignals: [] });
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const keyring = loadKeys(here('keys'));
const recorded = readdirSync(here('histories')).filter((name) => name.endsWith('.json'));
const historyOf = (name: string) => historyFromText(readFileSync(here(`histories/${name}`), 'utf8'));

let codePath: string;
beforeAll(async () => {
  codePath = await workflowBundle(join(tmpdir(), 'liandong-test-bundle'), new DefaultLogger('ERROR'));
});
const replay = (history: ReturnType<typeof historyFromText>) =>
  Worker.runReplayHistory({ workflowBundle: { codePath }, dataConverter: createDataConverter(keyring) }, history);

describe('a recorded case', () => {
  it.each(['XunShenJi', 'JiXunCaiShen'])('of %s is there finished and waiting', (procedure) => {
    const states = recorded.filter((name) => name.startsWith(`${procedure}-`)).map((name) => name.split('-').at(-1));
    expect(states).toEqual(expect.arrayContaining(['finished.json', 'waiting.json']));
  });

  it.each(recorded)('%s goes the same way again', async (name) => {
    await replay(historyOf(name));
  });

  it('that an engine would take another way fails loudly', async () => {
    const [name = ''] = recorded;
    const history = historyOf(name);
    const marker = history.events?.find((event) => event.markerRecordedEventAttributes?.details?.['result']);
    const details = marker?.markerRecordedEventAttributes?.details;
    const [sealed] = details?.['result']?.payloads ?? [];
    if (!details || !sealed) throw new Error('there is no step in the history');
    const codec = payloadCodec(keyring);
    const [payload] = await codec.decode([sealed]);
    const step = defaultPayloadConverter.fromPayload<Recorded>(payload ?? {});
    const other = defaultPayloadConverter.toPayload({ ...step, stateDigest: 'of another state' });
    details['result'] = { payloads: await codec.encode([other]) };
    // The reason itself leaves the worker sealed.
    await expect(replay(history)).rejects.toThrow(/workflow task failure/);
  });
});
