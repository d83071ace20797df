import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { Connection } from '@temporalio/client';
import { freePort } from './ports.ts';
import { StartRefusal } from './refusal.ts';
import { lastLines, startGuarded, type TiedProcess } from './tied-process.ts';

export interface TemporalServer {
  readonly address: string;
  readonly uiAddress: string;
  readonly ports: { readonly grpc: number; readonly ui: number };
  readonly process: TiedProcess;
}

export interface TemporalServerOptions {
  /** The CLI. */
  readonly tool: string;
  /** The file that workflows and their timers live in. */
  readonly database: string;
  readonly log: string;
  /** Where the server's pid is noted. */
  readonly record: string;
  /** Where its pages have sealed contents opened. */
  readonly codec?: string;
  readonly ports?: { readonly grpc?: number; readonly ui?: number };
}

/**
 * Dynamic configuration: trials may skip time, a case takes a burst of commands before it answers 429, and timers of this
 * one-process server need not wait a second for other hosts' clocks. A run of a case is short: one that a worker has to play
 * again from its beginning must be done well within the time of a workflow task, or the case would stand still for ever
 * (2,000 events of a case with sixty branches take six to twelve seconds on a busy machine).
 */
const dynamicConfig = {
  'frontend.WorkflowTimeSkippingEnabled': true,
  'history.timerProcessorMaxTimeShift': '10ms',
  'history.maxInFlightUpdates': 100,
  'history.maxTotalUpdates': 5000,
  'limit.historyCount.suggestContinueAsNew': 500,
  'limit.historySize.suggestContinueAsNew': 2_000_000,
} as const;

/** How often it is started again that lost a port to somebody between choosing and taking it: its inner services choose their own. */
const restarts = 3;

/** Starts Temporal's own single-process server on 127.0.0.1, its state in one SQLite file that outlives it. */
export async function startTemporal(options: TemporalServerOptions, left = restarts): Promise<TemporalServer> {
  try {
    return await startOnce(options);
  } catch (error) {
    const lostPort = error instanceof StartRefusal && error.message.includes('address already in use');
    if (!lostPort || left === 0) throw error;
    return startTemporal(options, left - 1);
  }
}

async function startOnce(options: TemporalServerOptions): Promise<TemporalServer> {
  const { tool, database, log, record, codec } = options;
  mkdirSync(dirname(database), { recursive: true });
  const grpc = await freePort(options.ports?.grpc);
  const ui = await freePort(options.ports?.ui);
  const address = `127.0.0.1:${grpc}`;
  const args = [
    'server',
    'start-dev',
    '--ip=127.0.0.1',
    `--port=${grpc}`,
    `--ui-port=${ui}`,
    `--db-filename=${database}`,
    '--sqlite-pragma=journal_mode=wal',
    '--sqlite-pragma=synchronous=normal',
    '--log-level=error',
    '--ui-disable-news-fetch',
    ...(codec === undefined ? [] : [`--ui-codec-endpoint=${codec}`]),
    ...Object.entries(dynamicConfig).map(([key, value]) => `--dynamic-config-value=${key}=${JSON.stringify(value)}`),
  ];
  const process = await startGuarded({ command: tool, args, stopSignal: 'SIGTERM', patience: 15_000, record }, { log });
  await untilAnswering(address, process, log);
  return { address, uiAddress: `http://127.0.0.1:${ui}`, ports: { grpc, ui }, process };
}

async function untilAnswering(address: string, process: TiedProcess, log: string): Promise<void> {
  const dead = process.ended.then(({ code }) => {
    throw new StartRefusal(
      `Temporal 服务端没有启动（退出码 ${code}），日志在 ${log}。`,
      `The Temporal server did not start (exit code ${code}); its log is ${log}:\n${lastLines(log)}`,
    );
  });
  await Promise.race([dead, answering(address, performance.now() + 60_000)]);
}

async function answering(address: string, giveUp: number): Promise<void> {
  for (;;) {
    try {
      const connection = await Connection.connect({ address, connectTimeout: '5s' });
      await connection.workflowService.describeNamespace({ namespace: 'default' });
      await connection.close();
      return;
    } catch (error) {
      if (performance.now() > giveUp) throw error;
      await delay(100);
    }
  }
}
