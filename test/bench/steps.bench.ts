/**
 * One step of a case (HTTP complete → answer) beside a bare Temporal step (one Update, one empty local activity) on the
 * same server in the same run: alone, and at 10 and 50 concurrent. Rounds alternate, so that a noisy machine hits both.
 */
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { startTemporal } from '../../apps/local/temporal-server.ts';
import { temporalTool } from '../../apps/local/temporal-tool.ts';
import { caseWorkflowId } from '../../workflows/case.messages.ts';
import { bare, stepUpdate } from './bare.workflow.ts';
import { closedLoop, median, percentile, type Measured } from './closed-loop.ts';
import { signedIn, startProduct } from './product.ts';

const endless = `<?xml version="1.0" encoding="UTF-8"?>
<definitions xmlns="http://www.omg.org/spec/BPMN/20100524/MODEL" xmlns:ld="urn:liandong:bpmn:1" targetNamespace="urn:bench">
  <process id="BenchEndless" name="量测" isExecutable="true">
    <startEvent id="s"><outgoing>f1</outgoing></startEvent>
    <userTask id="a" name="一步" ld:period="P25" ld:ladder="standard"><incoming>f1</incoming><incoming>f2</incoming><outgoing>f3</outgoing></userTask>
    <exclusiveGateway id="g" default="f2"><incoming>f3</incoming><outgoing>f2</outgoing><outgoing>f4</outgoing></exclusiveGateway>
    <endEvent id="e"><incoming>f4</incoming></endEvent>
    <sequenceFlow id="f1" sourceRef="s" targetRef="a"/><sequenceFlow id="f2" sourceRef="g" targetRef="a"/>
    <sequenceFlow id="f3" sourceRef="a" targetRef="g"/>
    <sequenceFlow id="f4" sourceRef="g" targetRef="e"><conditionExpression>outcome = "done"</conditionExpression></sequenceFlow>
  </process>
</definitions>`;

interface Lane {
  readonly step: (driver: number) => Promise<void>;
}

export async function benchSteps(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-bench-'));
  const tool = await temporalTool(process.env['LIANDONG_TOOLS'] ?? join('.liandong', 'tools'), console.log);
  const server = await startTemporal({
    tool,
    database: join(folder, 'temporal.db'),
    log: join(folder, 'temporal.log'),
    record: join(folder, 'temporal.json'),
  });
  const product = await startProduct(join(folder, 'home'), server.address);
  const namespace = process.env['TEMPORAL_NAMESPACE'] ?? 'default';
  const worker = spawn(
    process.execPath,
    ['--import', './apps/typescript.ts', 'test/bench/bare.worker.ts', server.address, namespace],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  try {
    await new Promise((resolve) => worker.stdout.once('data', resolve));
    const client = new Client({ connection: await Connection.connect({ address: server.address }), namespace });
    await compare(await bareLane(client), await productLane(product.url, client));
    await client.connection.close();
  } finally {
    worker.stdin.end();
    await product.stop();
    await server.process.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function compare(yardstick: Lane, ours: Lane & { perStep(): Promise<string> }): Promise<void> {
  console.log('step of a case ÷ bare Temporal step   (same server, same run; medians of alternating rounds)');
  for (const drivers of [1, 10, 50]) {
    const rounds: { bare: Measured; ours: Measured }[] = [];
    for (let round = 0; round < 5; round++) {
      const bareRound = await closedLoop(drivers, 3_000, yardstick.step);
      rounds.push({ bare: bareRound, ours: await closedLoop(drivers, 3_000, ours.step) });
    }
    const counted = rounds.slice(1); // the first warms both
    const latency = counted.map(({ bare: b, ours: o }) => median(o.latencies) / median(b.latencies));
    const throughput = counted.map(({ bare: b, ours: o }) => o.perSecond / b.perSecond);
    const ofAll = (pick: (one: (typeof counted)[number]) => number): string => median(counted.map(pick)).toFixed(1);
    console.log(
      `${String(drivers).padStart(3)} concurrent: latency ×${median(latency).toFixed(2)}, throughput ×${median(throughput).toFixed(2)}` +
        `   (bare ${ofAll((r) => median(r.bare.latencies))} ms, ${ofAll((r) => r.bare.perSecond)}/s;` +
        ` case ${ofAll((r) => median(r.ours.latencies))} ms, p95 ${ofAll((r) => percentile(r.ours.latencies, 0.95))} ms, ${ofAll((r) => r.ours.perSecond)}/s)`,
    );
  }
  console.log(await ours.perStep());
}

async function bareLane(client: Client): Promise<Lane> {
  const handles = await Promise.all(
    Array.from({ length: 50 }, (_, driver) =>
      client.workflow.start(bare, { workflowId: `bare-${process.pid}-${driver}`, taskQueue: 'bare' }),
    ),
  );
  return { step: async (driver) => void (await handles[driver]!.executeUpdate(stepUpdate)) };
}

async function productLane(url: string, client: Client): Promise<Lane & { perStep(): Promise<string> }> {
  const designer = await signedIn(url, 'designer');
  const handler = await signedIn(url, 'insp.office');
  await designer('POST', '/definitions', endless, 'application/xml');
  const cases = await Promise.all(
    Array.from({ length: 50 }, async (_, driver) => {
      const opened = (await handler('POST', '/cases', {
        definitionKey: 'BenchEndless',
        title: `量测 ${driver}`,
      })) as unknown as {
        id: string;
        openTasks: { id: string }[];
      };
      return { id: opened.id, task: opened.openTasks[0]!.id };
    }),
  );
  const before = await sizeOf(client, cases[0]!.id);
  let stepsOfFirst = 0;
  return {
    async step(driver) {
      const one = cases[driver]!;
      if (driver === 0) stepsOfFirst += 1;
      const { openTasks } = (await handler('POST', `/tasks/${one.task}/complete`, {})) as unknown as {
        openTasks: { id: string }[];
      };
      one.task = openTasks[0]!.id;
    },
    async perStep() {
      const after = await sizeOf(client, cases[0]!.id);
      const runs = after.run === before.run ? '' : ' (of the present run, after continue-as-new)';
      return `history a step: ${((after.events - before.events) / stepsOfFirst).toFixed(1)} events, ${Math.round((after.bytes - before.bytes) / stepsOfFirst)} bytes over ${stepsOfFirst} steps${runs}`;
    },
  };
}

async function sizeOf(client: Client, caseId: string): Promise<{ events: number; bytes: number; run: string }> {
  const { historyLength, historySize, runId } = await client.workflow.getHandle(caseWorkflowId(caseId)).describe();
  return { events: historyLength, bytes: historySize ?? 0, run: runId };
}
