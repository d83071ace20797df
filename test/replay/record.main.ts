/**
 * Records histories of the running release by starting the product in a folder of its own: `npm run histories`. One
 * finished and one waiting history of both main procedures by taking it on the tour, and the same of the small procedures
 * in test/replay/procedures, which show what came with an engine version. A history that is there is never written again:
 * it is what a case of that release has done. They are sealed with the key in test/replay/keys, which everyone may know.
 */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Client, Connection } from '@temporalio/client';
import { readLastPorts } from '../../apps/local/last-ports.ts';
import { historyToText } from './history.ts';
import { engineVersion } from '../../engine/version.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { signedIn, startProduct } from '../bench/product.ts';
import { smallCases } from './small-cases.ts';

const { version } = JSON.parse(readFileSync('package.json', 'utf8')) as { version: string };
const here = (name: string): string => fileURLToPath(new URL(name, import.meta.url));
const home = mkdtempSync(join(tmpdir(), 'liandong-record-'));
process.env['LIANDONG_KEYS_DIR'] = here('keys');

const fileOf = (procedure: string, state: string): string =>
  here(`histories/${procedure}-${version}${smallCases[procedure] ? `-engine${engineVersion}` : ''}-${state}.json`);
const states = [
  ['finished', 'Completed'],
  ['waiting', 'Running'],
] as const;
const isMissing = (procedure: string): boolean => states.some(([state]) => !existsSync(fileOf(procedure, state)));

const product = await startProduct(home, '');
try {
  const { temporal } = readLastPorts(join(home, 'run'));
  const connection = await Connection.connect({ address: `127.0.0.1:${temporal?.grpc}` });
  const client = new Client({ connection, namespace: process.env['TEMPORAL_NAMESPACE'] ?? 'default' });
  mkdirSync(here('histories'), { recursive: true });
  const save = async (id: string, file: string): Promise<void> => {
    if (existsSync(file)) return;
    const history = await client.workflow.getHandle(id).fetchHistory();
    writeFileSync(file, historyToText(history));
    console.log(`${file}: ${history.events?.length} events`);
  };
  const main = ['XunShenJi', 'JiXunCaiShen'].filter(isMissing);
  if (main.length > 0) await tour(product.url);
  for (const procedure of main) {
    for (const [state, status] of states) {
      const id = await longest(client, `WorkflowType = '${procedure}' AND ExecutionStatus = '${status}'`);
      await save(id, fileOf(procedure, state));
    }
  }
  for (const procedure of Object.keys(smallCases).filter(isMissing)) {
    for (const [state] of states) await save(await played(procedure, state), fileOf(procedure, state));
  }
  await connection.close();
} finally {
  await product.stop();
  rmSync(home, { recursive: true, force: true });
}

/** A trial of a small procedure, taken to its end or half way; answers its workflow's id. */
async function played(procedure: string, state: 'finished' | 'waiting'): Promise<string> {
  const call = await signedIn(product.url, 'designer');
  const document = readFileSync(here(`procedures/${procedure}.bpmn`), 'utf8');
  await call('POST', '/definitions', document, 'application/xml');
  const { id } = (await call('POST', '/trials', { definitionKey: procedure })) as unknown as { id: string };
  const steps = smallCases[procedure] ?? [];
  for (const step of state === 'finished' ? steps : steps.slice(0, Math.ceil(steps.length / 2))) {
    const { openTasks } = (await call('GET', `/cases/${id}`)) as unknown as {
      openTasks: { id: string; elementId: string }[];
    };
    const task = openTasks.find(({ elementId }) => elementId === step);
    if (task) await call('POST', `/tasks/${task.id}/complete`, {});
    else await call('POST', `/trials/${id}/fast-forward`, { by: step });
  }
  return caseWorkflowId(id);
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
