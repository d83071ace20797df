/**
 * First pages of worklist, search and board at the API with 200,000 open steps beside the same questions with 2,000 in the
 * same run: what a reader waits for hardly grows with what others have to do. The rows are as `record` would leave them.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'pg';
import { prepareDatabase } from '../../apps/local/database-part.ts';
import { startPostgres } from '../../apps/local/postgres-server.ts';
import { startTemporal } from '../../apps/local/temporal-server.ts';
import { temporalTool } from '../../apps/local/temporal-tool.ts';
import { median, percentile } from './closed-loop.ts';
import { questions } from './lists/questions.ts';
import { signedIn, startProduct } from './product.ts';

const password = process.env['LIANDONG_DEMO_PASSWORD'] ?? 'liandong-demo';
const seed = readFileSync(new URL('lists/seed.sql', import.meta.url), 'utf8');
const forget = `truncate case_view, task_view, alarm_view, timeline cascade;
  delete from post where person_id ~ '^p[0-9]{4}$'; delete from person where id ~ '^p[0-9]{4}$';`;

type Call = Awaited<ReturnType<typeof signedIn>>;

export async function benchLists(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'liandong-lists-'));
  const at = (name: string): string => join(folder, name);
  const tool = await temporalTool(process.env['LIANDONG_TOOLS'] ?? join('.liandong', 'tools'), console.log);
  const postgres = await startPostgres({
    data: at('postgres'),
    passwordFile: at('postgres.password'),
    log: at('postgres.log'),
    record: at('postgres.json'),
    durable: false,
  });
  const temporal = await startTemporal({
    tool,
    database: at('temporal.db'),
    log: at('temporal.log'),
    record: at('temporal.json'),
  });
  try {
    await prepareDatabase(postgres.url, password, () => undefined);
    const env = { DATABASE_URL: postgres.url, LIANDONG_DEMO: '0' };
    const product = await startProduct(at('home'), temporal.address, env);
    try {
      const few = await measured(postgres.url, product.url, 1_000);
      const many = await measured(postgres.url, product.url, 100_000);
      report(few, many);
    } finally {
      await product.stop();
    }
  } finally {
    await temporal.process.stop();
    await postgres.process.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

type Latencies = ReadonlyMap<string, readonly number[]>;

async function measured(databaseUrl: string, url: string, cases: number): Promise<Latencies> {
  await fill(databaseUrl, cases);
  const callers = new Map<string, Call>();
  const latencies = new Map<string, readonly number[]>();
  for (const { name, as, path } of questions) {
    const call = callers.get(as) ?? (await signedIn(url, as));
    callers.set(as, call);
    const times: number[] = [];
    for (let round = 0; round < 24; round++) {
      const from = performance.now();
      await call('GET', path(round));
      times.push(performance.now() - from);
    }
    latencies.set(name, times.slice(4)); // the first warm caches and plans
  }
  return latencies;
}

async function fill(databaseUrl: string, cases: number): Promise<void> {
  const client = new Client(databaseUrl);
  await client.connect();
  try {
    const from = performance.now();
    await client.query(forget);
    await client.query(`begin; ${seed.replaceAll('$CASES$', String(cases))}; commit;`);
    await client.query('vacuum analyze');
    const { rows } = await client.query(
      `select (select count(*) from task_view where status in ('open', 'suspended')) as open,
         (select count(*) from case_text) as texts`,
    );
    const seconds = ((performance.now() - from) / 1000).toFixed(0);
    const [{ open, texts }] = rows as [{ open: string; texts: string }];
    console.log(`${open} open steps, ${texts} cases that can be searched, filled in ${seconds} s`);
  } finally {
    await client.end();
  }
}

function report(few: Latencies, many: Latencies): void {
  console.log('first page at the API, milliseconds: 2,000 open steps → 200,000 (p95), and how many times as long');
  for (const { name } of questions) {
    const [small, large] = [few.get(name) ?? [], many.get(name) ?? []];
    const ratio = (median(large) / median(small)).toFixed(1);
    console.log(
      `${name.padEnd(44)} ${median(small).toFixed(1).padStart(7)} → ${median(large).toFixed(1).padStart(7)}` +
        ` (${percentile(large, 0.95).toFixed(1)})   ×${ratio}${median(large) > 100 ? '   over 100 ms' : ''}`,
    );
  }
}
