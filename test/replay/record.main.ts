/**
 * Records one finished and one waiting history of both procedures, by starting the product in a folder of its own and
 * taking it on the tour: `npm run histories`. Run it when the engine's
 * behaviour was changed on purpose, before the first release; after that, changes go through the engine version.
 * The histories are sealed with the key in test/replay/keys, which everyone may know.
 */
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { readLastPorts } from '../../apps/local/last-ports.ts';
import { historyToText } from './history.ts';
import { startProduct } from '../bench/product.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'liandong-record-'));
process.env['LIANDONG_KEYS_DIR'] = here('keys');

const product = await startProduct(home, '');
try {
  await tour(product.url);
  const { temporal } = readLastPorts(join(home, 'run'));
  const connection = await Connection.connect({ address: `127.0.0.1:${temporal?.grpc}` });
  const client = new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default' });
  mkdirSync(here('histories'), { recursive: true });
  for (const procedure of ['XunShenJi', 'JiXunCaiShen']) {
    for (const [state, status] of [
      ['finished', 'Completed'],
      ['waiting', 'Running'],
    ] as const) {
      const id = await longest(client, `WorkflowType = '${procedure}' AND ExecutionStatus = '${status}'`);
      const history = await client.workflow.getHandle(id).fetchHistory();
      const file = here(`histories/${procedure}-${version}-${state}.json`);
      writeFileSync(file, historyToText(history));
      console.log(`${file}: ${history.events?.length} events`);
    }
  }
  await connection.close();
} finally {
  await product.stop();
  rmSync(home, { recursive: true, force: true });
}

/** The workflow with the most events among those that answer the query. */
async function longest(client: Client, query: string): Promise<string> {
  const found: { readonly id: string; readonly events: number }[] = [];
  for await (const { workflowId, historyLength } of client.workflow.list({ query })) {
    found.push({ id: workflowId, events: historyLength });
  }
  const [first] = found.toSorted((one, other) => other.events - one.events);
  if (!first) throw new Error(`the tour left no workflow with ${query}`);
  return first.id;
}

async function tour(url: string): Promise<void> {
  const child = spawn('npm', ['run', '-s', 'tour'], {
    env: { ...process.env, LIANDONG_URL: url },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const code = await new Promise((resolve) => child.once('exit', resolve));
  if (code !== 0) console.error('the tour did not end well; what it did get to is recorded');
}
